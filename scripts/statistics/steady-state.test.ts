import { describe, expect, it } from 'vitest';
import { type Random, seededRandom } from '../../suites/random.ts';
import { isSteady } from './steady-state.ts';

/** The level of sample k of n. */
type Shape = (k: number, n: number, random: Random) => number;

/** Normal noise of a standard deviation (Box and Muller, Ann. Math. Stat. 29, 1958). */
function noise(random: Random, deviation: number): number {
  return Math.exp(deviation * Math.sqrt(-2 * Math.log(1 - random(0, 1))) * Math.cos(2 * Math.PI * random(0, 1)));
}

/** The share of forks with n samples of a shape that are called unsteady. */
function alarms(n: number, shape: Shape, deviation = 0.01, forks = 200): number {
  const random = seededRandom(n);
  const unsteady = Array.from(
    { length: forks },
    () => !isSteady(Array.from({ length: n }, (_, k) => shape(k, n, random) * noise(random, deviation))),
  );
  return unsteady.filter(Boolean).length / forks;
}

const FEW_TO_MANY = [5, 6, 8, 12, 20, 30, 60, 200];

describe('a steady fork', () => {
  it('is called unsteady in fewer than 2 % of cases, whatever its noise', () => {
    for (const n of FEW_TO_MANY) {
      for (const deviation of [0.005, 0.03, 0.1, 0.3]) {
        expect(
          alarms(n, () => 1, deviation),
          `${n} samples, noise ${deviation}`,
        ).toBeLessThan(0.02);
      }
    }
  });

  it('may drift by 3 %, step by 2 %, and have a moment that is five times as slow', () => {
    for (const n of [12, 40, 200]) {
      expect(alarms(n, (k) => 1 + (0.03 * k) / n)).toBeLessThan(0.01);
      expect(alarms(n, (k) => (k < n / 2 ? 1.02 : 1))).toBeLessThan(0.01);
      expect(alarms(n, (k) => (k === Math.floor(0.75 * n) ? 5 : 1))).toBeLessThan(0.01);
    }
  });
});

describe('a fork that is not steady', () => {
  const shapes: Readonly<Record<string, Shape>> = {
    'halves from sample to sample': (k) => 2 ** -k,
    'drifts from 1.4 to 1': (k, n) => 1.4 - (0.4 * k) / (n - 1),
    'is faster by a third from the middle on': (k, n) => (k < n / 2 ? 1.5 : 1),
    'is optimised late': (k, n) => (k >= Math.floor(0.8 * n) ? 0.5 : 1),
    'is slow at first': (k, n) => (k < Math.max(1, 0.2 * n) ? 1.5 : 1),
  };
  it.each(Object.entries(shapes))('is found where it %s', (_, shape) => {
    for (const n of FEW_TO_MANY) expect(alarms(n, shape), `${n} samples`).toBeGreaterThan(0.95);
  });

  it('is found by a step or a drift of 12 %, from eight samples on', () => {
    for (const n of [8, 12, 20, 60, 200]) {
      expect(
        alarms(n, (k) => (k < n / 2 ? 1.12 : 1), 0.005),
        `${n} samples`,
      ).toBeGreaterThan(0.95);
      expect(
        alarms(n, (k) => 1.12 - (0.12 * k) / (n - 1), 0.005),
        `${n} samples`,
      ).toBeGreaterThan(0.95);
    }
  });

  it('is found in two modes: of ten samples in nine of ten cases, of five in most', () => {
    const twoModes: Shape = (_k, _n, random) => (random(0, 1) < 0.5 ? 1.5 : 1);
    for (const n of [16, 20, 30, 60, 200]) expect(alarms(n, twoModes), `${n} samples`).toBeGreaterThan(0.95);
    expect(alarms(10, twoModes)).toBeGreaterThan(0.85);
    expect(alarms(5, twoModes)).toBeGreaterThan(0.6); // all five are of one mode in 6 % of cases, four in 31 %
  });

  it('is found in spite of moments that are disturbed', () => {
    const step: Shape = (k, n, random) => (k < n / 2 ? 1.5 : 1) * (random(0, 1) < 0.05 ? 3 : 1);
    for (const n of [60, 200]) expect(alarms(n, step)).toBeGreaterThan(0.95);
  });
});

it('asks of a few samples only that they are within 25 %', () => {
  expect(isSteady([])).toBe(true);
  expect(isSteady([1, 1.2, 1.1])).toBe(true);
  expect(isSteady([3, 2, 1])).toBe(false);
});
