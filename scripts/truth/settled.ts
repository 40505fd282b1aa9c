/** Decimals that are right whatever cancels: computed with more and more digits, until two precisions agree. */
import type { Decimal } from 'decimal.js';
import type { Arithmetic } from '../../methods/arithmetic/arithmetic.ts';
import { TRUTH_DIGITS } from '../../methods/arithmetic/decimal.ts';
import { type RoundingSide, roundedArithmetic } from './rounded.ts';

/**
 * Digits of each attempt, which rounds to the other side than the one before. The first is there to compare with. The
 * last has what a double can lose, 1e-305 beside terms of 1, and 30 digits more, with the 350 before it; decimal.js
 * knows pi for no more.
 */
const ATTEMPTS: readonly { readonly digits: number; readonly side: RoundingSide }[] = [
  { digits: 60, side: 'up' },
  { digits: TRUTH_DIGITS, side: 'down' },
  { digits: 200, side: 'up' },
  { digits: 350, side: 'down' },
  { digits: 480, side: 'up' },
];
/** Relative difference within which two numbers agree. */
const AGREEMENT = 1e-30;
/** A number that may be 0, and is smaller than this, is 0: the smallest double is 5e-324. */
const NOTHING = '1e-340';
/** The rounding of two precisions is of one scale, but for so much. */
const SCATTER = 1000;

/** Thrown where there is no truth; the message is the reason that the row shows. */
export class NoTruth extends Error {
  override readonly name = 'NoTruth';
}

/** Numbers that were computed in one precision. */
export interface Attempt {
  readonly entries: readonly Decimal[];
  /** Finds out why two ways to compute them do not agree, if they do not. */
  dispute?(): string | undefined;
}

/**
 * The numbers that `compute` comes to, of which each is the same in two precisions to 30 digits, or 0. A number that
 * shrinks with every digit more is 0: what is left of it is the rounding of its terms.
 * @throws {NoTruth} where the highest precision is not enough.
 * @throws {Error} where two ways to compute them disagree in every precision, which would be a fault of diffmark.
 */
export function settled(compute: (A: Arithmetic<Decimal>) => Attempt): readonly Decimal[] {
  const attempts: (Attempt & { readonly digits: number })[] = [];
  let dispute: string | undefined;
  for (const { digits, side } of ATTEMPTS) {
    attempts.push({ ...compute(roundedArithmetic(digits, side)), digits });
    if (attempts.length === 1) continue;
    const numbers = attempts[0]!.entries.map((_, i) =>
      settledNumber(attempts.map((attempt) => ({ digits: attempt.digits, value: attempt.entries[i]! }))),
    );
    dispute = attempts.at(-1)!.dispute?.();
    if (dispute === undefined && numbers.every((number) => number !== undefined)) return numbers;
  }
  if (dispute !== undefined) throw new Error(`truth: ${dispute}`);
  throw new NoTruth(`its digits cancel: ${attempts.at(-1)!.digits} are not enough`);
}

/** Whether two numbers are the same to 30 digits, or both too small for doubles. */
export function agree(a: Decimal, b: Decimal): boolean {
  if (!a.isFinite() || !b.isFinite()) return a.equals(b) || (a.isNaN() && b.isNaN());
  const larger = a.abs().greaterThan(b.abs()) ? a.abs() : b.abs();
  return larger.lessThan(NOTHING) || a.minus(b).abs().lessThanOrEqualTo(larger.times(AGREEMENT));
}

interface Approximation {
  readonly digits: number;
  readonly value: Decimal;
}

/** The number that the last two of the approximations agree on, or 0; undefined where more digits are needed. */
function settledNumber(approximations: readonly Approximation[]): Decimal | undefined {
  const [before, { value, digits }] = approximations.slice(-2) as [Approximation, Approximation];
  if (!value.isFinite() || !before.value.isFinite()) return agree(value, before.value) ? value : undefined;
  if (value.minus(before.value).abs().lessThanOrEqualTo(value.abs().times(AGREEMENT))) return value;
  // by how much the earlier ones were off tells the scale of the terms, and that how far off this one may be
  const isNoise = approximations.slice(0, -1).some((earlier) => {
    const scale = earlier.value.minus(value).abs().times(`1e${earlier.digits}`);
    const noise = scale.times(SCATTER).times(`1e${-digits}`);
    return noise.lessThan(NOTHING) && value.abs().lessThanOrEqualTo(noise);
  });
  return isNoise ? value.times(0) : undefined;
}
