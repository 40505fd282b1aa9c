import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../suites/random.ts';
import { isSteady } from './steady-state.ts';

/** 40 samples of a fork: a level for each, with 2 % of noise. */
function forkOf(seed: number, level: (k: number) => number): number[] {
  const random = seededRandom(seed);
  return Array.from({ length: 40 }, (_, k) => level(k) * random(0.98, 1.02));
}

function shareSteady(level: (k: number) => number): number {
  const forks = Array.from({ length: 200 }, (_, seed) => isSteady(forkOf(seed, level)));
  return forks.filter(Boolean).length / forks.length;
}

describe('the steady state of a fork', () => {
  it('is seen where there is only noise', () => {
    expect(shareSteady(() => 1)).toBe(1);
  });
  it('is not disturbed by a drift of 3 %, nor by a moment that is five times as slow', () => {
    expect(shareSteady((k) => 1 + (0.03 * k) / 40)).toBe(1);
    expect(shareSteady((k) => (k === 30 ? 5 : 1))).toBe(1);
  });
  it('is missed where the code becomes faster by a third on the way, or by and by', () => {
    expect(shareSteady((k) => (k < 15 ? 1.5 : 1))).toBe(0);
    expect(shareSteady((k) => 1.4 - (0.4 * k) / 40)).toBe(0);
  });
  it('can not be told from few samples', () => {
    expect(isSteady([3, 2, 1])).toBe(true);
    expect(isSteady([])).toBe(true);
  });
  it('is told from many in no time', () => {
    const random = seededRandom(1);
    const samples = Array.from({ length: 5000 }, (_, k) => (k < 2000 ? 1.2 : 1) * random(0.9, 1.1));
    expect(isSteady(samples)).toBe(false);
  });
});
