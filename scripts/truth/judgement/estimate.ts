/**
 * Methods that estimate their errors: their estimate is the error that they state, and how honest it is a result of its
 * own.
 */
import { type Expected, ratio, TRUNCATION_ALLOWANCE } from './bounds.ts';
import { deviation, sizeOf } from './deviation.ts';

/** Widens the bounds by ten times the method's own estimate. Without an estimate, the bounds stay as they are. */
export function withEstimate(expected: Expected, estimate: Float64Array | undefined): Expected {
  if (!estimate) return expected;
  const { exact, bounds } = expected;
  const ofRounding = (i: number) => finiteOr(0, bounds?.[i]);
  return {
    ...expected,
    bounds: exact.map((_, i) => ofRounding(i) + TRUNCATION_ALLOWANCE * estimate[i]!),
    isEstimated: true,
  };
}

function finiteOr(otherwise: number, x: number | undefined): number {
  return x !== undefined && Number.isFinite(x) ? x : otherwise;
}

/** How honest estimates are: over all entries and points. */
export interface EstimateHonesty {
  /**
   * The largest estimate, relative to the true entry (to the largest where that is 0); infinite where no digit is
   * claimed of one.
   */
  readonly errorEstimate: number;
  /** The largest true error / estimate. */
  readonly errorToEstimate: number;
}

/** True errors beside estimates; undefined where there are none. */
export function honestyOf(
  answers: readonly Float64Array[],
  estimates: readonly Float64Array[] | undefined,
  expected: readonly Expected[],
): EstimateHonesty | undefined {
  if (!estimates) return undefined;
  const entries = expected.flatMap(({ exact, ranges }, p) => {
    const sizes = exact.map((entry, i) => sizeOf(entry, ranges?.[i]));
    const scale = Math.max(...sizes);
    return exact.map((entry, i) => {
      const estimate = estimates[p]![i]!;
      const error = deviation(answers[p]![i]!, entry, ranges?.[i]);
      return {
        relative: ratio(estimate, sizes[i] === 0 ? scale : sizes[i]!),
        honesty: errorToEstimate(error, estimate),
      };
    });
  });
  return {
    errorEstimate: Math.max(...entries.map(({ relative }) => relative)),
    errorToEstimate: Math.max(...entries.map(({ honesty }) => honesty)),
  };
}

/**
 * True error over estimate; 0 where the method claims no digit, since then it claims nothing that is not so. NaN is no
 * claim at all.
 */
export function errorToEstimate(error: number, estimate: number): number {
  if (Number.isNaN(estimate)) return Number.NaN;
  return estimate === Number.POSITIVE_INFINITY ? 0 : ratio(error, estimate);
}
