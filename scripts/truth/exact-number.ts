import type { Decimal } from 'decimal.js';
import { decimalConstructor, exactDecimal, TRUTH_DIGITS } from '../../methods/arithmetic/decimal.ts';

/** Digits of the truth that are kept and shown; the further digits it was computed with are left to cancellation. */
export const KEPT_DIGITS = 60;

/**
 * A real number to 60 digits, with its split into two doubles: high + low is the number to some 32 digits. The error of
 * a double is (double - high) - low, exact to some 16 digits.
 */
export interface ExactNumber {
  readonly digits: string;
  /** The double nearest to the number. */
  readonly high: number;
  /** The double nearest to what is left. */
  readonly low: number;
}

/** From the least to the greatest of what the sides of a kink say. */
export interface ExactRange {
  readonly low: ExactNumber;
  readonly high: ExactNumber;
}

/** For each entry that a convention chose the range that it is from; undefined for the others. */
export type ExactRanges = readonly (ExactRange | undefined)[];

const D = decimalConstructor(TRUTH_DIGITS);

/** Keeps 60 digits of a decimal. */
export function exactNumber(value: Decimal): ExactNumber {
  return fromDigits(value.toSignificantDigits(KEPT_DIGITS).toString());
}

/** The number that the digits stand for. */
export function fromDigits(digits: string): ExactNumber {
  const high = Number(digits);
  const low = Number.isFinite(high) ? new D(digits).minus(exactDecimal(D, high)).toNumber() : 0;
  return { digits, high, low };
}

/** Adds products of exact numbers and doubles, to 60 digits: a row of the Jacobian times a tangent. */
export function exactDot(numbers: readonly ExactNumber[], factors: ArrayLike<number>): ExactNumber {
  const total = numbers.reduce(
    (sum, { digits }, i) => sum.plus(new D(digits).times(exactDecimal(D, factors[i]!))),
    new D(0),
  );
  return exactNumber(total);
}

/** computed - exact, as a double correct to about 16 digits; NaN or infinite where `computed` is. */
export function errorOf(computed: number, exact: ExactNumber): number {
  return computed - exact.high - exact.low;
}

/** The first digits of a number, which no double may be able to hold: 1.35e311. */
export function fewDigits({ digits }: ExactNumber): string {
  return new D(digits).toSignificantDigits(3).toString().replace('e+', 'e');
}

/** Whether it is a number, but no double can hold it. */
export function isBeyondDoubles({ digits, high }: ExactNumber): boolean {
  return !Number.isFinite(high) && /\d/.test(digits);
}

/** The number rounded to so many decimals. */
export function toDecimals(digits: string, decimals: number): string {
  return new D(digits).toFixed(decimals);
}
