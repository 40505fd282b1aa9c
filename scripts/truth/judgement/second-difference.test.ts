/** The stated error of second differences against the error that they make. */
import { describe, expect, it } from 'vitest';
import { methods } from '../../../methods/index.ts';
import type { Method } from '../../../methods/method.ts';
import { scalar } from '../../../suites/problem.ts';
import { pointTruth } from '../point-truth.ts';
import { secondOrderTruth } from '../second-order.ts';
import { testSeeds } from '../seeds.ts';
import { TRUNCATION_ALLOWANCE } from './bounds.ts';
import { expectedHessian, expectedHessianProduct } from './expected-second-order.ts';
import { entryErrors, productErrors } from './second-difference.ts';

const loaded = await Promise.all(Object.values(methods).map((load) => load()));
const quotients = loaded.filter(({ secondDifference }) => secondDifference !== undefined);

/** exp(x1 + 2 x2 + 3 x3), of which no two terms of any truncation error cancel. */
const f = scalar({
  inputs: 3,
  evaluate: (A, x) => A.exp(A.linear([1, 2, 3], x)),
  byHand: {
    value: (x) => Math.exp(x[0]! + 2 * x[1]! + 3 * x[2]!),
    gradient: () => Number.NaN,
  },
  points: () => [],
});
const x = Float64Array.of(0.25, -0.5, 0.125);
const value = Math.exp(-0.375);
const hessian = [1, 2, 3].flatMap((a) => [1, 2, 3].map((b) => a * b * value));
const first = pointTruth(f, x);
const second = secondOrderTruth(f, x);
const STEP = 2 ** -8;

function answers(method: Method, step?: number) {
  const operators = method.prepare(f, step === undefined ? {} : { step });
  const H = new Float64Array(9);
  operators.hessian!(x, H);
  return { H, operators };
}

describe.each(quotients)('the stated error of $name', (method) => {
  const withStep = (step: number) => ({ ...method.secondDifference!, stepAt: () => step });

  it('is the leading term of what a long step leaves out of each entry of a Hessian', () => {
    const { H } = answers(method, STEP);
    const stated = entryErrors(withStep(STEP), first, second)!.flat();
    stated.forEach((error, entry) => {
      const made = Math.abs(H[entry]! - hessian[entry]!);
      expect((made * TRUNCATION_ALLOWANCE) / error, `entry ${entry}`).toBeCloseTo(1, 1);
    });
  });

  it('is the same of H v, along a direction in which derivatives are of one sign', () => {
    const v = Float64Array.of(0.5, 0.25, 1);
    const along = { ...second, ...secondAlong(v) };
    const out = new Float64Array(3);
    method.prepare(f, { step: STEP }).hvp!(x, v, out);
    const stated = productErrors(withStep(STEP), first, along, v)!;
    stated.forEach((error, i) => {
      const made = Math.abs(out[i]! - (i + 1) * 4 * value); // v.(1, 2, 3) = 4
      expect((made * TRUNCATION_ALLOWANCE) / error, `entry ${i}`).toBeCloseTo(1, 1);
    });
  });

  it('covers round-off: short steps are worse than the default, and stated to be', () => {
    const short = 1e-7;
    const { H } = answers(method, short);
    const stated = entryErrors(withStep(short), first, second)!.flat();
    const usual = entryErrors(method.secondDifference!, first, second)!.flat();
    stated.forEach((error, entry) => {
      expect(Math.abs(H[entry]! - hessian[entry]!)).toBeLessThanOrEqual(error);
      expect(error).toBeGreaterThan(usual[entry]!);
    });
  });
});

/** The truth of secondOrderTruth along another direction than that of the test. */
function secondAlong(v: Float64Array) {
  const slope = v.reduce((sum, vi, i) => sum + (i + 1) * vi, 0);
  const gradient = (power: number) => [1, 2, 3].map((a) => a * slope ** power * value);
  return { higherAlongTangent: { third: gradient(2), fourth: gradient(3) } };
}

describe('what is expected of second order', () => {
  const exact = loaded.find(({ name }) => name === 'forward')!;
  const central = loaded.find(({ name }) => name === 'central-difference')!;
  const gradients = loaded.find(({ name }) => name === 'gradient-difference')!;
  const truth = { ...first, second };
  const { tangent } = testSeeds(f);

  it('is H row by row, and its product with the tangent', () => {
    const slope = tangent.reduce((sum, vi, i) => sum + (i + 1) * vi, 0);
    expectedHessian(truth, exact).exact.forEach(({ high }, entry) => {
      expect(high).toBeCloseTo(hessian[entry]!, 14);
    });
    expectedHessianProduct(truth, exact, tangent).exact.forEach(({ high }, i) => {
      expect(high).toBeCloseTo((i + 1) * slope * value, 14);
    });
  });

  it('has a condition number: sum |x_k d3f| over |d2f| is |x1| + 2 |x2| + 3 |x3|', () => {
    for (const condition of expectedHessian(truth, exact).conditions!) expect(condition).toBeCloseTo(1.625, 12);
  });

  it('bounds an exact method by some roundings, a quotient by its own error on top', () => {
    const bounds = (method: Method) => expectedHessian(truth, method).bounds!;
    for (const [entry, bound] of bounds(exact).entries()) {
      expect(bound).toBeGreaterThan(Number.EPSILON * hessian[entry]!);
      expect(bound).toBeLessThan(1000 * Number.EPSILON * hessian[entry]!);
      expect(bounds(gradients)[entry]).toBeGreaterThan(1e3 * bound);
      expect(bounds(central)[entry]).toBeGreaterThan(bounds(gradients)[entry]!);
    }
  });

  it('tolerates the usual relative error where the models are too dear, and 0.1 of second differences of f', () => {
    const { product, hessian } = second;
    const bare = { ...first, second: { product, hessian: hessian! } };
    for (const method of [exact, gradients, central]) {
      const tolerance = method === central ? 0.1 : undefined;
      const { bounds, tolerance: given } = expectedHessian(bare, method);
      expect([bounds, given]).toEqual([undefined, tolerance]);
      expect(expectedHessianProduct(bare, method, tangent).tolerance).toBe(tolerance);
    }
  });

  it('is refused without a truth of second order', () => {
    expect(() => expectedHessian(first, exact)).toThrow('no truth of second order was computed');
    expect(() => expectedHessian({ ...first, second: { product: [] } }, exact)).toThrow('no truth of a Hessian');
  });
});
