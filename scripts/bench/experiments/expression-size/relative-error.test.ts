import { describe, expect, it } from 'vitest';
import { numberArithmetic } from '../../../../methods/arithmetic/number.ts';
import { factored } from '../../../../suites/logistic-map/factored.ts';
import { nested } from '../../../../suites/logistic-map/nested.ts';
import type { Problem } from '../../../../suites/problem.ts';
import { expressionForms } from './forms.ts';
import { relativeError } from './relative-error.ts';
import type { ExpressionForm } from './request.ts';

const X = Float64Array.of(0.2);

function at(problem: Problem, n: number) {
  const instance = problem.at(n);
  if (instance.kind !== 'scalar') throw new Error('not scalar');
  return instance;
}

/** l_n' at the double 0.2 = p / 2^54: l_k and l_k' are whole numbers over powers of two. */
function exactSlope(n: number): number {
  let [l, slope, scale, slopeScale] = [BigInt(0.2 * 2 ** 54), 1n, 54n, 0n];
  for (let k = 1; k < n; k++) {
    const one = 1n << scale;
    slope *= 4n * (one - 2n * l);
    slopeScale += scale;
    l *= 4n * (one - l);
    scale *= 2n;
  }
  return Number((slope << 100n) >> slopeScale) / 2 ** 100;
}

function errorOfForm(n: number, form: ExpressionForm): number {
  const f = at(nested, n);
  return relativeError(expressionForms(f, form, 'derivative').evaluate(X), f, X);
}

describe('the relative error of a form', () => {
  it('is the distance to the truth as a multiple of it', () => {
    const f = at(nested, 2); // l_2' = 4 - 8x, at the double 0.2 = 0.2 + 1.11e-17
    expect(relativeError(2.4 * 1.25, f, X)).toBeCloseTo(0.25, 14);
    expect(relativeError(0, f, X)).toBeCloseTo(1, 15);
    expect(relativeError(-2.4, f, X)).toBeCloseTo(2, 15);
    expect(relativeError(4 - 8 * 0.2, f, X)).toBeLessThan(1e-15);
  });

  it('is half a unit in the last place at most for the double nearest to the truth at the double 0.2, by whole numbers', () => {
    for (const n of [3, 6, 10]) expect(relativeError(exactSlope(n), at(nested, n), X)).toBeLessThan(2 ** -53);
  });

  it.each([
    [5, 1e-12, 1e-11],
    [6, 1e-6, 1e-5],
    [7, 1e6, 1e8],
    [8, 1e30, 1e32],
  ])("of l_%i' expanded is between %d and %d, of the tree that the rules leave below 1e-12", (n, least, most) => {
    expect(errorOfForm(n, 'polynomial')).toBeGreaterThan(least);
    expect(errorOfForm(n, 'polynomial')).toBeLessThan(most);
    expect(errorOfForm(n, 'raw')).toBeLessThan(1e-12);
  });

  it('is no number where the coefficients overflow', () => {
    expect(errorOfForm(10, 'polynomial')).toBeNaN();
  });
});

describe('a form in doubles', () => {
  it.each(['raw', 'simplified', 'polynomial'] as const)('has, as %s, the value of the function', (form) => {
    for (const problem of [nested, factored]) {
      const f = at(problem, 4);
      for (const x of [0.1, 0.45, 0.83]) {
        const value = f.evaluate(numberArithmetic, [x])[0]!;
        expect(expressionForms(f, form, 'function').evaluate(Float64Array.of(x))).toBeCloseTo(value, 12);
        expect(
          relativeError(expressionForms(f, form, 'derivative').evaluate(Float64Array.of(x)), f, Float64Array.of(x)),
        ).toBeLessThan(1e-11);
      }
    }
  });
});
