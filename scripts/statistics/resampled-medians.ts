import { seededRandom } from '../../suites/random.ts';

/** The number of resamples. */
export const RESAMPLES = 2000;

/**
 * The median of the k-th bootstrap resample of the values, k < 2000 (Efron & Tibshirani, An Introduction to the
 * Bootstrap, 1993, ch. 13). The same numbers and seed always give the same medians.
 */
export function resampledMedians(values: readonly number[], seed: number): (k: number) => number {
  const sorted = [...values].sort((a, b) => a - b);
  const ranks = medianRanks(values.length, seed);
  return (k) => (sorted[ranks[2 * k]!]! + sorted[ranks[2 * k + 1]!]!) / 2;
}

const knownRanks = new Map<string, Uint16Array>();

/** The two middle ranks of every resample of `count` values: drawn once for all lists of as many values. */
function medianRanks(count: number, seed: number): Uint16Array {
  const key = `${count} ${seed}`;
  const before = knownRanks.get(key);
  if (before) return before;
  const random = seededRandom(seed);
  const ranks = new Uint16Array(2 * RESAMPLES);
  for (let k = 0; k < RESAMPLES; k++) {
    const drawn = Array.from({ length: count }, () => Math.floor(random(0, count))).sort((a, b) => a - b);
    ranks[2 * k] = drawn[(count - 1) >> 1]!;
    ranks[2 * k + 1] = drawn[count >> 1]!;
  }
  knownRanks.set(key, ranks);
  return ranks;
}
