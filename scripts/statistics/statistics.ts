import { median, quantile, quantileSorted } from 'simple-statistics';
import { RESAMPLES, resampledMedians } from './resampled-medians.ts';

/** Fewer forks have no interval that is worth its name, and nothing can be told from them. */
export const LEAST_FORKS = 4;

/** Forks whose ratios differ by more than this factor disagree. */
const AGREEMENT = 1.25;

/** Which quantile of the samples of a fork is its time. */
const LOW = 0.1;

/**
 * The time of a fork: a low quantile of its samples. Other work on the machine makes samples slower and never faster,
 * so that the median moves with it and this does not.
 */
export function steadyTime(samples: readonly number[]): number {
  return quantile([...samples], LOW);
}

/** The number of forks of which one may be an exception. */
const EXCEPTION = 6;

/**
 * Whether forks tell one story: the largest of their ratios is at most 1.25 times the smallest. Of every six forks one,
 * the furthest from the median, is left out: the range of many grows with their number, and the median does not mind.
 */
export function agree(ratios: readonly number[]): boolean {
  const middle = median([...ratios]);
  const distance = (ratio: number) => Math.abs(Math.log(ratio / middle));
  const near = ratios.toSorted((a, b) => distance(a) - distance(b));
  const kept = near.slice(0, near.length - Math.floor(near.length / EXCEPTION));
  return Math.max(...kept) <= AGREEMENT * Math.min(...kept);
}

/** Of the resamples. */
const SEED = 1;

/** A 95 % interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Percentile bootstrap interval of the median (Efron & Tibshirani, An Introduction to the Bootstrap, 1993, ch. 13),
 * which resamples the values, one for each fork; the same values always give the same interval. None for fewer than
 * two.
 */
export function medianInterval(values: readonly number[]): Interval | undefined {
  if (values.length < 2) return undefined;
  const medianOf = resampledMedians(values, SEED);
  const medians = Array.from({ length: RESAMPLES }, (_, k) => medianOf(k));
  medians.sort((a, b) => a - b);
  return { low: quantileSorted(medians, 0.025), high: quantileSorted(medians, 0.975) };
}
