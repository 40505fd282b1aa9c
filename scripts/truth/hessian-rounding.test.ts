import { describe, expect, it } from 'vitest';
import type { Arithmetic } from '../../methods/arithmetic/arithmetic.ts';
import { dualArithmetic } from '../../methods/arithmetic/dual.ts';
import { numberArithmetic } from '../../methods/arithmetic/number.ts';
import { type Instance, scalar } from '../../suites/problem.ts';
import { seededRandom } from '../../suites/random.ts';
import { exactHessian } from './exact-hessian.ts';
import { errorOf, exactNumber } from './exact-number.ts';
import { hessianRounding } from './hessian-rounding.ts';
import { UNIT_ROUNDOFF } from './rounding.ts';

function functionOf(inputs: number, evaluate: <T>(A: Arithmetic<T>, x: readonly T[]) => T): Instance {
  return scalar({ inputs, evaluate, byHand: { value: () => NaN, gradient: () => NaN }, points: () => [] });
}

/** Error of the second derivative by duals over duals over doubles, over its bound. */
function errorToBound(f: Instance, x: number): number {
  const seeded = { v: { v: x, d: 1 }, d: { v: 1, d: 0 } };
  const computed = f.evaluate(dualArithmetic(dualArithmetic(numberArithmetic)), [seeded])[0]!.d.d;
  const exact = exactNumber(exactHessian(f, Float64Array.of(x))[0]![0]!);
  const error = Math.abs(errorOf(computed, exact));
  return error === 0 ? 0 : error / (UNIT_ROUNDOFF * hessianRounding(f, Float64Array.of(x))[0]![0]!.weight);
}

describe('the bound of rounding errors of a Hessian', () => {
  it('holds for random polynomials, also near inflections, and is not much too wide', () => {
    const random = seededRandom(7);
    const ratios = Array.from({ length: 300 }, () => {
      const coefficients = Array.from({ length: 4 + Math.floor(random(0, 12)) }, () => random(-1, 1));
      const horner = functionOf(1, (A, [x]) =>
        coefficients.slice(1).reduce((p, c) => A.add(A.mul(p, x!), A.constant(c)), A.constant(coefficients[0]!)),
      );
      return errorToBound(horner, random(-2, 2));
    }).sort((a, b) => a - b);
    expect(ratios.at(-1)).toBeLessThanOrEqual(1 + 1e-9);
    expect(ratios.at(-1)).toBeGreaterThan(0.1);
    expect(ratios[ratios.length / 2]).toBeGreaterThan(0.01);
  });

  it('counts the sensitivity of an entry: of x y z at (2, 3, 5), d2/dx dy = z moves with z alone', () => {
    const f = functionOf(3, (A, [x, y, z]) => A.mul(A.mul(x!, y!), z!));
    const rows = hessianRounding(f, Float64Array.of(2, 3, 5));
    expect(rows.map((row) => row.map(({ sensitivity }) => sensitivity))).toEqual([
      [0, 5, 3],
      [5, 0, 2],
      [3, 2, 0],
    ]);
  });

  it('of x^3 at -2 has the sensitivity |x 6| = 12', () => {
    const f = functionOf(1, (A, [x]) => A.pow(x!, 3));
    expect(hessianRounding(f, Float64Array.of(-2))[0]![0]!.sensitivity).toBeCloseTo(12, 12);
  });
});
