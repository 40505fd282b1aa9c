import { median, quantileSorted } from 'simple-statistics';
import { seededRandom } from '../../suites/random.ts';

const RESAMPLES = 2000;

/** Fewer forks have no interval that is worth its name, and nothing can be told from them. */
export const LEAST_FORKS = 4;

/** A 95 % interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Percentile bootstrap interval of the median (Efron & Tibshirani, An Introduction to the Bootstrap, 1993, ch. 13), which
 * resamples the values, one for each fork; the same values always give the same interval. None for fewer than two.
 */
export function medianInterval(values: readonly number[]): Interval | undefined {
  if (values.length < 2) return undefined;
  const random = seededRandom(values.length);
  const medians = Array.from({ length: RESAMPLES }, () =>
    median(values.map(() => values[Math.floor(random(0, values.length))]!)),
  );
  medians.sort((a, b) => a - b);
  return { low: quantileSorted(medians, 0.025), high: quantileSorted(medians, 0.975) };
}
