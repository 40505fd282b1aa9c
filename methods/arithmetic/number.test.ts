import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalArithmetic } from './decimal.ts';
import { numberArithmetic as A, logSumExp, power } from './number.ts';

const SEED = 20201;
const D = decimalArithmetic(40);

/** A double of moderate size and either sign: its fourth power neither overflows nor underflows. */
const moderate = fc
  .tuple(fc.double({ min: 1e-30, max: 1e30, noNaN: true }), fc.boolean())
  .map(([x, negative]) => (negative ? -x : x));

describe('power', () => {
  it('is within a few roundings of x^c, for whole c from -4 to 5', () => {
    fc.assert(
      fc.property(moderate, fc.integer({ min: -4, max: 5 }), (x, c) => {
        const truth = D.pow(D.constant(x), c);
        const error = D.constant(power(x, c)).div(truth).minus(1).abs().toNumber();
        expect(error).toBeLessThanOrEqual(3 * Number.EPSILON);
      }),
      { seed: SEED },
    );
  });

  it('is within a few roundings of x^c, for fractional c', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-30, max: 1e30, noNaN: true }), fc.constantFrom(0.5, -0.5, 1.5, 1 / 3), (x, c) => {
        const truth = D.pow(D.constant(x), c);
        expect(D.constant(power(x, c)).div(truth).minus(1).abs().toNumber()).toBeLessThanOrEqual(3 * Number.EPSILON);
      }),
      { seed: SEED, numRuns: 50 },
    );
  });

  it('is what IEEE 754 says at 0 and beyond the domain', () => {
    expect([power(0, 0), power(0, 1), power(0, 2), power(-0, 3)]).toEqual([1, 0, 0, -0]);
    expect([power(0, -1), power(0, -2), power(-0, -1)]).toEqual([
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ]);
    expect(power(-8, 1 / 3)).toBeNaN();
  });
});

describe('logSumExp', () => {
  it('neither overflows nor underflows', () => {
    expect(logSumExp([1000, 1000])).toBeCloseTo(1000 + Math.LN2, 12);
    expect(logSumExp([-1000, -1000])).toBeCloseTo(-1000 + Math.LN2, 12);
    expect(logSumExp([1000, -1000])).toBe(1000);
    expect(logSumExp([1e308, 1e308])).toBe(1e308);
    expect(logSumExp([0, -40, -40])).toBe(2 * Math.exp(-40)); // as log(e^0 + e^-40) is e^-40
    expect(logSumExp([-40, 0, -40])).toBe(logSumExp([0, -40, -40]));
  });

  it('is x for the list of x alone', () => {
    for (const x of [0, -3.25, 1e300, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY])
      expect(logSumExp([x])).toBe(x);
  });

  it('is infinite with an infinite argument, and ignores one that adds nothing', () => {
    expect(logSumExp([0, Number.POSITIVE_INFINITY])).toBe(Number.POSITIVE_INFINITY);
    expect(logSumExp([0, Number.NEGATIVE_INFINITY])).toBe(0);
    expect(logSumExp([0, Number.NaN])).toBeNaN();
    expect(logSumExp([Number.NaN, 0])).toBeNaN();
  });

  it('is right to a few roundings of the largest argument or of 1', () => {
    const list = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(list, (xs) => {
        const truth = D.logSumExp(xs.map(D.constant)).toNumber();
        const scale = Math.max(1, ...xs.map(Math.abs));
        expect(Math.abs(logSumExp(xs) - truth)).toBeLessThanOrEqual((xs.length + 3) * scale * Number.EPSILON);
      }),
      { seed: SEED },
    );
  });
});

describe('the primitives on doubles', () => {
  it('add up lists', () => {
    expect(A.sum([1, 2, 4])).toBe(7);
    expect(A.dot([1, 2, 4], [3, 5, 7])).toBe(41);
    expect(A.linear(Float64Array.of(3, 5, 7), [1, 2, 4])).toBe(41);
    expect(A.sumOver(3, (i) => 2 ** i)).toBe(7);
    expect([A.sum([]), A.sumOver(0, Number), A.dot([], []), A.linear([], [])]).toEqual([0, 0, 0, 0]);
    expect([A.sum([-0]), A.linear([1], [-0])]).toEqual([-0, -0]); // the first term as it is, not 0 plus it
  });

  it('keep their digits near 0', () => {
    expect(A.log1p(1e-20)).toBe(1e-20);
    expect(A.expm1(1e-20)).toBe(1e-20);
    expect(A.sinh(1e-20)).toBe(1e-20);
    expect(A.tanh(1e-20)).toBe(1e-20);
  });

  it('let what is not a number flow on', () => {
    expect([A.max(Number.NaN, 1), A.min(1, Number.NaN), A.sign(Number.NaN), A.abs(Number.NaN)]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });
});
