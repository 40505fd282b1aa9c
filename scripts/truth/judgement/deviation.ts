import { type ExactNumber, type ExactRange, type ExactRanges, errorOf, exactDot } from '../exact-number.ts';

/**
 * How far an answer is from the truth; where a convention chose that from a range, how far from the range: all in it
 * are as good.
 */
export function deviation(computed: number, exact: ExactNumber, range: ExactRange | undefined): number {
  if (!range) return Math.abs(errorOf(computed, exact));
  if (Number.isNaN(computed)) return Number.NaN;
  return Math.max(0, -errorOf(computed, range.low), errorOf(computed, range.high));
}

/** The size of an entry: its magnitude, or the largest in its range. */
export function sizeOf(exact: ExactNumber, range: ExactRange | undefined): number {
  return range ? Math.max(Math.abs(range.low.high), Math.abs(range.high.high)) : Math.abs(exact.high);
}

/**
 * From the least to the greatest sum of products of entries, some of which have ranges, and factors; undefined where
 * none has.
 */
export function rangeOfDot(
  entries: readonly ExactNumber[],
  ranges: ExactRanges,
  factors: ArrayLike<number>,
): ExactRange | undefined {
  if (!ranges.some((range) => range)) return undefined;
  const end = (isHigh: boolean) =>
    exactDot(
      entries.map((entry, i) => {
        const range = ranges[i];
        return range ? range[factors[i]! >= 0 === isHigh ? 'high' : 'low'] : entry;
      }),
      factors,
    );
  return { low: end(false), high: end(true) };
}
