import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../suites/random.ts';
import { agree, medianInterval } from './statistics.ts';

const TRIALS = 300;

/** Numbers with the normal distribution of mean 5 and deviation 2 (Box & Muller, 1958). */
function normal(random: (low: number, high: number) => number): number {
  return 5 + 2 * Math.sqrt(-2 * Math.log(1 - random(0, 1))) * Math.cos(2 * Math.PI * random(0, 1));
}

/** How often the interval of `count` normal numbers holds their true median. */
function coverage(count: number): number {
  const random = seededRandom(count);
  let held = 0;
  for (let trial = 0; trial < TRIALS; trial++) {
    const { low, high } = medianInterval(Array.from({ length: count }, () => normal(random)))!;
    if (low <= 5 && 5 <= high) held++;
  }
  return held / TRIALS;
}

describe('the bootstrap interval of a median', () => {
  it('does not exist for fewer than two values', () => {
    expect(medianInterval([])).toBeUndefined();
    expect(medianInterval([3])).toBeUndefined();
  });

  it('is a point where all values agree', () => {
    expect(medianInterval([7, 7, 7, 7])).toEqual({ low: 7, high: 7 });
  });

  it('of two values is their range, since each resample is all low, all high or mixed', () => {
    expect(medianInterval([1, 2])).toEqual({ low: 1, high: 2 });
  });

  it('of three values is their range: each extreme is the median of 7 resamples in 27', () => {
    expect(medianInterval([30, 10, 20])).toEqual({ low: 10, high: 30 });
  });

  it('of many values leaves out the extremes', () => {
    const { low, high } = medianInterval(Array.from({ length: 101 }, (_, i) => i))!;
    // order statistics of a binomial: 50 -+ 1.96 sqrt(101) / 2
    expect(Math.abs(low - 40.2)).toBeLessThan(1.5);
    expect(Math.abs(high - 59.8)).toBeLessThan(1.5);
  });

  it('is the same each time, and for the same values in another unit', () => {
    const values = [3.5, 1.25, 9, 4, 4.5, 2];
    const once = medianInterval(values)!;
    expect(medianInterval(values)).toEqual(once);
    expect(medianInterval(values.map((x) => 1024 * x))).toEqual({ low: 1024 * once.low, high: 1024 * once.high });
  });

  it('holds the true median about 95 times in 100', () => {
    const error = 3.5 * Math.sqrt((0.95 * 0.05) / TRIALS); // of the simulation
    for (const count of [10, 25]) {
      const share = coverage(count);
      expect(share, `${count} values`).toBeGreaterThan(0.93 - error); // with few values it is a little too narrow
      expect(share, `${count} values`).toBeLessThan(0.97 + error);
    }
  });

  it('of few values can hold it no more often than their range does: 1/2 of two, 3/4 of three', () => {
    const error = 3.5 * Math.sqrt(0.25 / TRIALS);
    expect(Math.abs(coverage(2) - 0.5)).toBeLessThan(error);
    expect(Math.abs(coverage(3) - 0.75)).toBeLessThan(error);
  });
});

describe('forks', () => {
  it('agree where the largest of their ratios is at most 1.25 times the smallest', () => {
    expect(agree([1, 1.25, 1.1])).toBe(true);
    expect(agree([1, 1.26, 1.1])).toBe(false);
    expect(agree([2, 2, 2, 2, 9])).toBe(false);
    expect(agree([3])).toBe(true);
  });

  it('may have one exception in six, on either side', () => {
    expect(agree([2, 2.1, 2, 2.1, 2, 9])).toBe(true);
    expect(agree([2, 2.1, 2, 2.1, 2, 0.1])).toBe(true);
    expect(agree([2, 2.1, 2, 2.1, 9, 0.1])).toBe(false);
    expect(agree([2, 2.1, 2, 2.1, 2, 2, 2, 2, 2, 2, 9, 0.1])).toBe(true);
  });
});
