import type { ExactNumber, ExactRanges } from '../exact-number.ts';
import { UNIT_ROUNDOFF } from '../rounding.ts';

/**
 * Rounding bounds are multiplied by this, since Math functions are within 1 ulp rather than half. Another order of the
 * same operations (reverse instead of forward, a derivative written out) rounds elsewhere. But a bound takes each
 * rounding at its largest, and all of one sign. Of 14,700 rows by six seeds none used more than 0.72 of this, and half
 * of them less than 0.07.
 */
export const ROUNDING_ALLOWANCE = 2;
/** The prediction of a difference quotient's error keeps only the leading term; so its error may be ten times that. */
export const TRUNCATION_ALLOWANCE = 10;

/** The correct answer of an operator at one point. */
export interface Expected {
  readonly exact: readonly ExactNumber[];
  /** Ranges of entries that a convention chose, of which every number is as good; absent where there is none. */
  readonly ranges?: ExactRanges;
  /**
   * Largest error that the method states for itself, per entry; absent where the error models are. One that is not
   * finite judges nothing.
   */
  readonly bounds?: readonly number[];
  /** Whether the bounds are the method's own estimates. One that is infinite then answers: unknown. */
  readonly isEstimated?: true;
  /** Condition number per entry; absent where the error models are. */
  readonly conditions?: readonly number[];
  /** Relative error that is tolerated where no bounds are at hand, if it is not the usual one. */
  readonly tolerance?: number;
}

/** The error that rounding may cause in one entry. */
export function roundingBound(weight: number, entry: ExactNumber): number {
  return ROUNDING_ALLOWANCE * UNIT_ROUNDOFF * (weight + Math.abs(entry.high));
}

/** Bound of a sum of products: the errors of its terms, and the rounding of the sum. */
export function combinedBound(
  bounds: readonly number[],
  entries: readonly ExactNumber[],
  factors: Float64Array,
): number {
  const terms = entries.length * ROUNDING_ALLOWANCE * UNIT_ROUNDOFF;
  return bounds.reduce(
    (total, bound, i) => total + Math.abs(factors[i]!) * (bound + terms * Math.abs(entries[i]!.high)),
    0,
  );
}

/** a / b, where 0 / 0 is 0: what does not matter is not large. */
export function ratio(a: number, b: number): number {
  return a === 0 ? 0 : a / b;
}
