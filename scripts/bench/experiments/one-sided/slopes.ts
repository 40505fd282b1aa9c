/** Slopes to the left and to the right of a point: at a kink there are two, and neither is an error of the other. */
import { decimalArithmetic } from '../../../../methods/arithmetic/decimal.ts';
import type { ScalarFunction } from '../../../../methods/method.ts';
import { byReverseSweeps } from '../../../truth/exact-derivative.ts';
import { type ExactNumber, exactNumber } from '../../../truth/exact-number.ts';

/** The two sides of a point, as the sign of a step to it. */
export const SIDES = { left: -1, right: 1 } as const;
/** The name of a side. */
export type Side = keyof typeof SIDES;

/** How a one-sided slope is found: one quotient, or several that are extrapolated to step 0. */
export const FORMULAS = ['quotient', 'extrapolated'] as const;
/** The name of such a formula. */
export type Formula = (typeof FORMULAS)[number];

/** A slope to one side of a kink. */
export interface OneSidedSlope {
  readonly x: number;
  readonly side: Side;
  readonly formula: Formula;
  readonly slope: number;
  readonly functionCalls: number;
  /** The true slope to this side. */
  readonly exact: ExactNumber;
}

/** How near the truth looks, in units of max(1, |x|): its derivative there is that of its side to as many digits. */
const BESIDE = '1e-45';

/**
 * The derivative just beside x, over decimals. Where f is smooth on this side of x it is the one-sided slope, to some
 * 45 digits.
 */
export function exactOneSided(f: ScalarFunction, x: number, side: Side): ExactNumber {
  const A = decimalArithmetic();
  const at = A.constant(x);
  const beside = at.plus(at.abs().plus(1).times(BESIDE).times(SIDES[side]));
  return exactNumber(byReverseSweeps(f, [beside], A).jacobian[0]![0]!);
}

/** Steps of the extrapolation, each half of the one before. */
const ROWS = 6;
const FIRST = 2 ** -6;

/**
 * The slope to one side by forward differences (backward ones to the left): one with the step sqrt(eps) max(1, |x|), or
 * Richardson's extrapolation of several (Philosophical Transactions A 210, 1911), which removes h, h^2, ... in turn.
 */
export function oneSidedSlope(value: (x: number) => number, x: number, side: Side, formula: Formula) {
  const scale = Math.max(1, Math.abs(x)) * SIDES[side];
  const centre = value(x);
  const quotient = (h: number): number => {
    const end = x + h;
    return (value(end) - centre) / (end - x);
  };
  if (formula === 'quotient') return { slope: quotient(scale * Math.sqrt(Number.EPSILON)), functionCalls: 2 };
  let row: readonly number[] = [];
  for (let i = 0; i < ROWS; i++) {
    const next = [quotient(scale * FIRST * 2 ** -i)];
    for (const [j, above] of row.entries()) next.push(next[j]! + (next[j]! - above) / (2 ** (j + 1) - 1));
    row = next;
  }
  return { slope: row.at(-1)!, functionCalls: ROWS + 1 };
}

/** Both slopes, by each formula, at those of the points where they truly differ. */
export function slopesAtKinks(f: ScalarFunction, points: readonly Float64Array[]): OneSidedSlope[] {
  const value = (x: number) => f.byHand.value(Float64Array.of(x));
  return points.flatMap(([x]) => {
    const exact = { left: exactOneSided(f, x!, 'left'), right: exactOneSided(f, x!, 'right') };
    const gap = Math.abs(exact.left.high - exact.right.high);
    if (!(gap > 1e-30 * Math.max(Math.abs(exact.left.high), Math.abs(exact.right.high)))) return [];
    return (['left', 'right'] as const).flatMap((side) =>
      FORMULAS.map((formula) => ({
        x: x!,
        side,
        formula,
        exact: exact[side],
        ...oneSidedSlope(value, x!, side, formula),
      })),
    );
  });
}
