/** The error model against what difference quotients of every order really leave, over decimals. */
import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { methods } from '../../../methods/index.ts';
import { bestStep, displacementError, roundOffError, truncationError, truncationTerms } from './quotient-error.ts';

const D = Decimal.clone({ precision: 60 });

/** Weights of f(x + kh), k = 1, 2, ..., that are of opposite sign at x - kh: Fornberg 1988, table 1. */
const CENTRAL: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  'central-difference': [[1, 2]],
  'central-difference-4': [
    [8, 12],
    [-1, 12],
  ],
  'central-difference-6': [
    [3, 4],
    [-3, 20],
    [1, 60],
  ],
  'central-difference-8': [
    [4, 5],
    [-1, 5],
    [4, 105],
    [-1, 280],
  ],
};
const quotients = await Promise.all(
  Object.entries(CENTRAL).map(async ([name, weights]) => ({
    name,
    difference: (await methods[name]!()).difference!,
    slope: (f: (x: Decimal) => Decimal, h: Decimal) =>
      weights
        .reduce(
          (total, [over, under], i) =>
            total.plus(
              f(h.times(i + 1))
                .minus(f(h.times(-i - 1)))
                .times(over)
                .div(under),
            ),
          new D(0),
        )
        .div(h),
  })),
);
const factorial = (n: number) => Array.from({ length: n }, (_, i) => i + 1).reduce((product, i) => product * i, 1);
/** Derivatives of t^q at 0. */
const ofPower = (q: number) => Array.from({ length: 12 }, (_, k) => (k === q ? factorial(q) : 0));

describe.each(quotients)('the error model of $name', ({ difference, slope }) => {
  const { order } = difference;

  it('states every term of the truncation error: that of t^q at 0, for each q that is known', () => {
    const h = 0.125;
    for (let q = 0; q <= 11; q++) {
      const exact = slope((t) => t.pow(q), new D(h))
        .minus(q === 1 ? 1 : 0)
        .abs();
      expect(truncationError(difference, h, ofPower(q)) - exact.toNumber(), `t^${q}`).toBeCloseTo(0, 14);
      if (q > order && q % 2 === 1)
        expect(truncationError(difference, h, ofPower(q)) / exact.toNumber()).toBeCloseTo(1, 10);
    }
  });

  it('has the constant that is left of exp at 0 for a small step, and the order', () => {
    const error = (h: number) =>
      slope((t) => t.exp(), new D(h))
        .minus(1)
        .abs()
        .toNumber();
    expect(error(1e-4) / 1e-4 ** order).toBeCloseTo(difference.truncation, 8);
    expect(Math.log10(error(1e-3) / error(1e-4))).toBeCloseTo(order, 5);
  });

  it('has the weights of the formula, and a best step where the sum is least', () => {
    const weights = CENTRAL[`central-difference${order === 2 ? '' : `-${order}`}`]!;
    const sum = weights.reduce((total, [over, under]) => total + (2 * Math.abs(over)) / under, 0);
    expect(difference.weights).toBeCloseTo(sum, 14);
    const total = (h: number) =>
      truncationTerms(difference, h, ofPower(order + 1))[0]! + roundOffError(difference, h, 7);
    const best = bestStep(difference, -7, -factorial(order + 1));
    for (const factor of [0.8, 0.99, 1.01, 1.2]) expect(total(factor * best)).toBeGreaterThan(total(best));
  });
});

describe('the error model of a forward difference', () => {
  const forward = { order: 1, truncation: 1 / 2, weights: 2 };

  it('has a term for every derivative from the second', () => {
    const h = 0.125;
    for (let q = 0; q <= 11; q++) {
      const exact = (h ** q - (q === 0 ? 1 : 0)) / h - (q === 1 ? 1 : 0); // ((0 + h)^q - 0^q) / h
      expect(truncationError(forward, h, ofPower(q))).toBeCloseTo(exact, 15);
    }
  });

  it('takes the next terms where the leading one vanishes, but none that has overflown', () => {
    const derivatives = [0, 0, 0, 6, Number.NaN, Number.POSITIVE_INFINITY];
    expect(truncationError(forward, 0.5, derivatives)).toBeCloseTo(0.25, 15);
    expect(truncationError(forward, 0.5, [1, 1])).toBe(0);
  });
});

it('a point that is rounded costs half an ulp of it times the largest second derivative on the way', () => {
  const model = { order: 4, truncation: 1 / 30, weights: 3 / 2 };
  expect(displacementError(model, 0.5, 7, [0, 1, -3, 0])).toBeCloseTo(2 ** -53 * 8 * 3, 25);
  expect(displacementError(model, 0.5, 7, [0, 1, -3, 5, 2])).toBeCloseTo(2 ** -53 * 8 * (3 + 5 + 1), 25);
  expect(displacementError({ ...model, weights: 0 }, 0.5, 7, [0, 1, -3])).toBe(0);
});
