import type { Decimal } from 'decimal.js';
import { agree } from './settled.ts';

/**
 * The factor by which numbers must come nearer to their limit from one step to the next: a power of the step as low as
 * 0.15 does.
 */
const SHRINKING = 0.2;
/** A remainder less than this part of the last change is that of a limit of 0. */
const RESIDUE = 1e-20;

/**
 * The limit of three numbers that belong to ever shorter steps, each a fixed part of the one before; undefined where
 * they have none. A number that goes as some power of the step is extrapolated (Aitken, Proceedings of the Royal
 * Society of Edinburgh 46, 1926).
 */
export function limitOf([first, second, third]: readonly [Decimal, Decimal, Decimal]): Decimal | undefined {
  if (![first, second, third].every((number) => number.isFinite())) return undefined;
  const [before, change] = [second.minus(first), third.minus(second)];
  if (change.isZero()) return third;
  if (change.abs().greaterThan(before.abs().times(SHRINKING))) return agree(second, third) ? third : undefined;
  const limit = third.plus(change.times(change).div(before.minus(change)));
  return limit.abs().lessThan(change.abs().times(RESIDUE)) ? limit.times(0) : limit;
}
