/** A slope with what its finder believes of its error: what the methods share that choose their steps themselves. */
import type { PrepareOptions } from '../../method.ts';

/** One value of f along one coordinate, all others held: what a slope is found from. */
export interface Line {
  /** The coordinate at which the slope is wanted. */
  readonly x: number;
  /** f at x + t; asked twice for the same t, it is not computed again. */
  at(t: number): number;
  /** At how many arguments this line has been asked for; some may have been known from others. */
  calls(): number;
}

/** A slope, and how far it may be off (absolute; infinite where no digit is claimed). */
export interface EstimatedSlope {
  readonly slope: number;
  readonly error: number;
  /** The distance of slopes by other steps that deny the claim; absent where none does. */
  readonly deniedBy?: number;
}

/**
 * Settings of the step that is tried first: its length, or else the rule by which the finder's own choice follows x.
 */
export type FirstStep = Pick<PrepareOptions, 'step' | 'stepRule'>;

/** Finds the slope of a line at its x. */
export type SlopeFinder = (line: Line, first?: FirstStep) => EstimatedSlope;

/** Most calls of f in the search for one slope. */
export const MOST_CALLS = 30;
/** Most calls with which what the slope claims is checked afterwards. */
export const MOST_CHECKS = 4;

/** Where nothing finite was found. */
export const NO_SLOPE: EstimatedSlope = { slope: Number.NaN, error: Number.POSITIVE_INFINITY };

/**
 * Bound of the error of values of f of at most this magnitude. Their own rounding is half an epsilon of the magnitude.
 * The rounding of the argument, or of a first operation on it, adds half an epsilon of |x f'|, which matters where the
 * slope is steep.
 */
export function noiseOf(magnitude: number, x: number, slope: number): number {
  return (Number.EPSILON / 2) * (magnitude + Math.abs(x * slope));
}

/**
 * Up to this part of the slope a truncation that was not seen to shrink is believed. Beyond, the function varies faster
 * than any step that was tried: no digit is claimed.
 */
const BELIEVED = 1 / 64;

/**
 * The error of a slope whose steps did not converge: two of them differ by `difference`, and `roundOff` is what
 * rounding explains.
 */
export function unconvergedError(slope: number, difference: number, roundOff: number): number {
  if (difference <= 2 * roundOff) return 2 * difference + roundOff;
  return difference <= BELIEVED * Math.abs(slope) ? 2 * difference + roundOff : Number.POSITIVE_INFINITY;
}

/** Two slopes deny each other from so many of both errors on. */
const DENIED = 3;

/** The slope, with what other candidates deny of its claim: one of both then claims too much. */
export function withDenials({ slope, error }: EstimatedSlope, candidates: readonly EstimatedSlope[]): EstimatedSlope {
  let deniedBy = 0;
  for (const other of candidates) {
    const distance = Math.abs(other.slope - slope);
    if (distance > DENIED * (error + other.error)) deniedBy = Math.max(deniedBy, distance);
  }
  return deniedBy > 0 ? { slope, error, deniedBy } : { slope, error };
}

/** Whether it has the lesser error; anything is better than no slope. */
export function isBetter(candidate: EstimatedSlope, than: EstimatedSlope): boolean {
  return candidate.error < than.error || Number.isNaN(than.slope);
}
