import { describe, expect, it } from 'vitest';
import type { Arithmetic } from '../../methods/arithmetic/arithmetic.ts';
import { dualArithmetic } from '../../methods/arithmetic/dual.ts';
import { numberArithmetic } from '../../methods/arithmetic/number.ts';
import { type Instance, scalar } from '../../suites/problem.ts';
import { seededRandom } from '../../suites/random.ts';
import { exactDerivative } from './exact-derivative.ts';
import { errorOf, exactNumber } from './exact-number.ts';
import { roundingOf, UNIT_ROUNDOFF } from './rounding.ts';

function functionOf(inputs: number, evaluate: <T>(A: Arithmetic<T>, x: readonly T[]) => T): Instance {
  return scalar({ inputs, evaluate, byHand: { value: () => NaN, gradient: () => NaN }, points: () => [] });
}

/** A polynomial by Horner's rule, with coefficients between -1 and 1. */
function randomPolynomial(random: (low: number, high: number) => number): Instance {
  const coefficients = Array.from({ length: 3 + Math.floor(random(0, 12)) }, () => random(-1, 1));
  return functionOf(1, (A, [x]) =>
    coefficients.slice(1).reduce((p, c) => A.add(A.mul(p, x!), A.constant(c)), A.constant(coefficients[0]!)),
  );
}

/** Errors of value and derivative by duals over doubles, each over its bound. */
function errorsToBounds(f: Instance, x: Float64Array): { value: number; partial: number } {
  const seeded = Array.from(x, (v, j) => ({ v, d: j === 0 ? 1 : 0 }));
  const [computed] = f.evaluate(dualArithmetic(numberArithmetic), seeded);
  const { values, jacobian } = exactDerivative(f, x);
  const [bound] = roundingOf(f, x);
  const over = (error: number, units: number) => (error === 0 ? 0 : Math.abs(error) / (UNIT_ROUNDOFF * units));
  return {
    value: over(errorOf(computed!.v, exactNumber(values[0]!)), bound!.value),
    partial: over(errorOf(computed!.d, exactNumber(jacobian[0]![0]!)), bound!.partials[0]!),
  };
}

describe('the bound of rounding errors', () => {
  it('holds for random polynomials, also near their zeros, and is not much too wide', () => {
    const random = seededRandom(7);
    const ratios = Array.from({ length: 400 }, () =>
      errorsToBounds(randomPolynomial(random), Float64Array.of(random(-2, 2))),
    );
    for (const part of ['value', 'partial'] as const) {
      const sorted = ratios.map((ratio) => ratio[part]).sort((a, b) => a - b);
      expect(sorted.at(-1), part).toBeLessThanOrEqual(1 + 1e-9);
      expect(sorted.at(-1), part).toBeGreaterThan(0.2);
      expect(sorted[sorted.length / 2], part).toBeGreaterThan(0.02);
    }
  });

  it('holds where almost everything cancels: (1e8 + x) - 1e8', () => {
    const f = functionOf(1, (A, [x]) => {
      const large = A.constant(1e8);
      return A.sub(A.add(large, x!), large);
    });
    const x = Float64Array.of(0.1);
    const [bound] = roundingOf(f, x);
    expect(bound!.value).toBeCloseTo(1e8 + 0.1, 0); // one unit of the sum, and next to nothing of the difference
    expect(errorsToBounds(f, x).value).toBeLessThanOrEqual(1);
    expect(errorsToBounds(f, x).value).toBeGreaterThan(0.1);
  });

  it('of a single operation is its result', () => {
    const [bound] = roundingOf(
      functionOf(1, (A, [x]) => A.exp(x!)),
      Float64Array.of(2),
    );
    expect(bound!.value).toBe(Math.exp(2));
  });

  it('of a sum of n terms is n times their magnitudes, and the sum itself', () => {
    const [bound] = roundingOf(
      functionOf(3, (A, x) => A.sum(x)),
      Float64Array.of(1, -2, 4),
    );
    expect(bound!.value).toBe(3 * 7 + 3);
  });

  it('counts sensitivity as sum |x_j d2f/dx_i dx_j|: of x y at (3, 5) it is 5 and 3', () => {
    const [bound] = roundingOf(
      functionOf(2, (A, [x, y]) => A.mul(x!, y!)),
      Float64Array.of(3, 5),
    );
    expect(bound!.sensitivity).toEqual([5, 3]);
  });

  it('of x^3 at -2 has the sensitivity |x 6x| = 24', () => {
    const [bound] = roundingOf(
      functionOf(1, (A, [x]) => A.pow(x!, 3)),
      Float64Array.of(-2),
    );
    expect(bound!.sensitivity[0]).toBeCloseTo(24, 12);
  });
});
