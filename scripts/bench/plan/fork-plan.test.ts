import { median } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { type Random, seededRandom } from '../../../suites/random.ts';
import { interrupted, type Noise, quiet } from '../../regression/fixtures/noise.ts';
import { LEAST_FORKS } from '../../statistics/statistics.ts';
import { createTimeBudget, MOST_FORKS, wantsFork } from './fork-plan.ts';

const CASES = 12;
const HALF_WIDTH = 0.05;

/** How many forks each of many simulated cases is given, fewest first. */
function forksOf(noise: Noise): number[] {
  const counts = Array.from({ length: CASES }, (_, seed) => {
    const forks = noise(seededRandom(1000 + seed), MOST_FORKS);
    let count = 0;
    while (wantsFork(forks.slice(0, count), HALF_WIDTH, true)) count++;
    return count;
  });
  return counts.sort((a, b) => a - b);
}

const share = (counts: readonly number[], wanted: number) =>
  counts.filter((count) => count === wanted).length / counts.length;

/** Half of the forks settle 30 % above the others: the median of any number of forks may be either. */
const evenModes: Noise = (random: Random, forks) =>
  quiet(0.01)(random, forks).map((time) => time * (random(0, 1) < 0.5 ? 1.3 : 1));

describe('the number of forks of a case', () => {
  it('is the least where the noise is far below the precision', () => {
    expect(share(forksOf(quiet(0.01)), LEAST_FORKS)).toBe(1);
  });

  it('grows with the noise, to the most where it hides the precision', () => {
    // a median of n log-normal values has the standard error sqrt(pi / 2 n) times their variation: 1.96 of them are 5 %
    // at n = 24
    const counts = forksOf(quiet(0.1));
    expect(median(counts)).toBeGreaterThan(2 * LEAST_FORKS);
    expect(median(counts)).toBeLessThan(MOST_FORKS);
    expect(share(forksOf(quiet(0.3)), MOST_FORKS)).toBeGreaterThan(0.9);
  });

  it('is the most for most cases of two modes, unless chance shows one of them only', () => {
    expect(share(forksOf(evenModes), MOST_FORKS)).toBeGreaterThan(0.6);
  });

  it('is not driven to the most by a fork that was interrupted, which the median leaves out', () => {
    expect(forksOf(interrupted).at(-1)).toBeLessThan(MOST_FORKS);
  });

  it('is the least where no time is left, and never less or more than the limits', () => {
    const wide = Array.from({ length: MOST_FORKS }, (_, k) => 1 + k);
    const wants = (count: number, isTimeLeft: boolean) => wantsFork(wide.slice(0, count), HALF_WIDTH, isTimeLeft);
    expect([0, 1, 3].map((count) => wants(count, false))).toEqual([true, true, true]);
    expect([wants(4, false), wants(4, true), wants(29, true), wants(30, true)]).toEqual([false, true, true, false]);
  });

  it('needs both ends of the interval within the precision', () => {
    expect(wantsFork([1, 1, 1, 1, 1], 0.001, true)).toBe(false);
    expect(wantsFork([1, 1, 1.2, 1.2, 1], 0.1, true)).toBe(true);
    expect(wantsFork([1, 1, 0.8, 0.8, 1], 0.1, true)).toBe(true);
    expect(wantsFork([1, 1, 1, Number.NaN], 0.1, true)).toBe(true);
  });
});

describe('the time budget', () => {
  /**
   * Runs cases that each want forks for ever, or none beyond the least; a fork takes a second. Returns when each case
   * ended, s.
   */
  function run(budget: number, isNoisy: readonly boolean[]): { readonly forks: number[]; readonly seconds: number } {
    let clock = 0;
    const time = createTimeBudget(budget, isNoisy.length, () => clock);
    const forks = isNoisy.map((noisy) => {
      time.beginCase();
      const ratios: number[] = [];
      while (wantsFork(ratios, HALF_WIDTH, time.isTimeLeft())) {
        ratios.push(noisy ? 1 + ratios.length : 1);
        clock++;
      }
      return ratios.length;
    });
    return { forks, seconds: clock };
  }

  it('holds, and is shared evenly by cases that are all noisy', () => {
    expect(
      run(
        100,
        Array.from({ length: 10 }, () => true),
      ),
    ).toEqual({ forks: Array(10).fill(10), seconds: 100 });
  });

  it('gives what quiet cases leave to the noisy ones after them', () => {
    expect(run(40, [false, false, false, true])).toEqual({ forks: [4, 4, 4, 28], seconds: 40 });
  });

  it('leaves every case the least number of forks, though it be spent', () => {
    expect(run(1, [true, true, true])).toEqual({ forks: [4, 4, 4], seconds: 12 });
  });
});
