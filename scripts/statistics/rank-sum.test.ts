import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankSum, upperTail } from './rank-sum.ts';

describe('the rank-sum test', () => {
  it.each([
    // Mann and Whitney (1947), Table I: probabilities of a U no larger than these, here from the other side
    [3, 3, 9, 0.05],
    [3, 3, 8, 0.1],
    [3, 3, 7, 0.2],
    [4, 4, 16, 0.014],
    [4, 4, 13, 0.1],
    [5, 5, 25, 0.004],
    [5, 5, 21, 0.048],
    [8, 8, 64 - 15, 0.041],
  ])('of %i and %i values with %i wins has the published probability', (n, m, wins, probability) => {
    expect(upperTail(wins, n, m)).toBeCloseTo(probability, 3);
  });

  it('counts all orders: complete separation of n and m is one in n+m over n', () => {
    expect(upperTail(100, 10, 10)).toBeCloseTo(1 / 184_756, 12);
    expect(upperTail(900, 30, 30) * Number(118_264_581_564_861_424n)).toBeCloseTo(1, 9);
  });

  it('is symmetric: w wins or more are as likely as w losses or more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.nat(), (n, m, seed) => {
        const wins = seed % (n * m + 1);
        expect(upperTail(wins, n, m)).toBeCloseTo(upperTail(wins, m, n), 12);
        expect(upperTail(wins, n, m) + upperTail(n * m - wins + 1, n, m)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('agrees with counting by hand, ties as halves', () => {
    expect(rankSum([1, 2], [2, 3, 0])).toEqual({ wins: 3.5, expected: 3, variance: 3 });
  });

  it('has the mean and variance of its exact distribution', () => {
    const [n, m] = [6, 5];
    const tails = Array.from({ length: n * m + 1 }, (_, w) => upperTail(w, n, m));
    const probabilities = tails.map((tail, w) => tail - (tails[w + 1] ?? 0));
    const mean = probabilities.reduce((sum, p, w) => sum + p * w, 0);
    const variance = probabilities.reduce((sum, p, w) => sum + p * (w - mean) ** 2, 0);
    const { expected, variance: stated } = rankSum([1, 2, 3, 4, 5, 6], [1.5, 2.5, 3.5, 4.5, 5.5]);
    expect([expected, stated]).toEqual([expect.closeTo(mean, 9), expect.closeTo(variance, 9)]);
  });
});
