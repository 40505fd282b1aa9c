/**
 * Difference quotients of second order, from the function or from its gradient; a new method is tested with no new
 * line.
 */
import { linearRegression } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import type { Arithmetic } from '../arithmetic/arithmetic.ts';
import { numberArithmetic } from '../arithmetic/number.ts';
import { methods } from '../index.ts';
import type { ScalarFunction } from '../method.ts';

const loaded = await Promise.all(Object.values(methods).map((load) => load()));
const quotients = loaded.filter(({ secondDifference }) => secondDifference !== undefined);

/** A scalar function, by hand as it is written; `onCall` hears of each call by hand. */
function functionOf(
  inputs: number,
  evaluate: <T>(A: Arithmetic<T>, x: readonly T[]) => T,
  onCall: (x: Float64Array) => void = () => {},
): ScalarFunction {
  const value = (x: Float64Array) => {
    onCall(x);
    return evaluate(numberArithmetic, [...x]);
  };
  const gradient = () => {
    throw new Error('not for a difference quotient');
  };
  return { kind: 'scalar', inputs, outputs: 1, byHand: { value, gradient }, evaluate: (A, x) => [evaluate(A, x)] };
}

describe.each(quotients)('the second quotient of $name', (method) => {
  const { of, order, stepAt } = method.secondDifference!;
  const isCentral = order === 2;

  function hessianOf(f: ScalarFunction, x: readonly number[], step?: number): number[] {
    const H = new Float64Array(f.inputs ** 2).fill(Number.NaN);
    method.prepare(f, step === undefined ? {} : { step }).hessian!(Float64Array.from(x), H);
    return [...H];
  }

  it('counts what it calls, for a Hessian and for H v', () => {
    for (const n of [1, 2, 7]) {
      let calls = 0;
      const f = functionOf(
        n,
        (A, x) => A.dot(x, x),
        () => calls++,
      );
      const { hessian, hvp, cost } = method.prepare(f);
      const x = new Float64Array(n).fill(0.5);
      hessian!(x, new Float64Array(n * n));
      const ofHessian = isCentral ? 2 * n * n + 1 : 1 + n + (n * (n + 1)) / 2;
      expect(cost!()).toEqual(of === 'gradient' ? { gradientCalls: 2 * n } : { functionCalls: ofHessian });
      expect(calls).toBe(of === 'gradient' ? 0 : ofHessian);
      calls = 0;
      hvp!(x, x, new Float64Array(n));
      const ofProduct = isCentral ? 4 * n : 2 * n + 2;
      expect(cost!()).toEqual(of === 'gradient' ? { gradientCalls: 2 } : { functionCalls: ofProduct });
      expect(calls).toBe(of === 'gradient' ? 0 : ofProduct);
    }
  });

  it('is exact for a quadratic and steps that are no rounding errors', () => {
    // x1^2 + 3 x1 x2 - 2 x2^2
    const f = functionOf(2, (A, [x, y]) =>
      A.add(A.mul(x!, A.linear([1, 3], [x!, y!])), A.mul(A.constant(-2), A.mul(y!, y!))),
    );
    for (const step of [1, 0.25, 2 ** -10]) expect(hessianOf(f, [1.5, -2], step)).toEqual([2, 3, 3, -4]);
    const Hv = new Float64Array(2);
    method.prepare(f, { step: 2 ** -6 }).hvp!(Float64Array.of(1.5, -2), Float64Array.of(1, 0.5), Hv);
    expect([...Hv]).toEqual([3.5, 1]);
  });

  it('divides by the distances that the rounded arguments lie apart: 4x has no curvature, whatever the step', () => {
    const f = functionOf(1, (A, [x]) => A.mul(A.constant(4), x!));
    for (const x of [0.1, 1.1, -7.3, 1e5 / 3]) {
      for (const step of [1e-2, 1e-5, 1e-8, 3e-11]) expect(Math.abs(hessianOf(f, [x], step)[0]!)).toBe(0);
    }
  });

  it('answers 0 for a step that is lost in rounding, and for v = 0 without a call', () => {
    let calls = 0;
    const f = functionOf(
      2,
      (A, [x, y]) => A.mul(A.exp(x!), y!),
      () => calls++,
    );
    expect(hessianOf(f, [1, 2], 1e-20).map(Math.abs)).toEqual([0, 0, 0, 0]);
    calls = 0;
    const Hv = new Float64Array(2).fill(Number.NaN);
    method.prepare(f).hvp!(Float64Array.of(1, 2), new Float64Array(2), Hv);
    expect([[...Hv], calls]).toEqual([[0, 0], 0]);
  });

  it('leaves the point where it was after every step', () => {
    const f = functionOf(3, (A, x) => A.exp(A.sum(x)));
    const H = hessianOf(f, [0.1, 0.2, 0.3]);
    for (const entry of H) expect(entry).toBeCloseTo(Math.exp(0.6), 4);
  });

  it('scales its step to x, and never below that of 1', () => {
    const unit = of === 'function' && isCentral ? Number.EPSILON ** 0.25 : Math.cbrt(Number.EPSILON);
    for (const x of [0, 0.3, 1, -1]) expect(stepAt(x)).toBeCloseTo(unit, 18);
    expect(stepAt(-1e6)).toBeCloseTo(1e6 * unit, 12);
    const seen: number[] = [];
    const f = functionOf(
      1,
      (A, [x]) => A.mul(x!, x!),
      ([x]) => seen.push(x!),
    );
    hessianOf(f, [-1e6]);
    if (of === 'function') expect(Math.max(...seen)).toBeCloseTo(-1e6 + (isCentral ? 1 : 2) * stepAt(1e6), 3);
  });

  /** Slope of the line through log10 of the error against log10 of h, between two powers of ten. */
  function fittedSlope(low: number, high: number): number {
    const f = functionOf(1, (A, [x]) => A.exp(x!));
    const line: [number, number][] = [];
    for (let exponent = low; exponent <= high; exponent += 0.02) {
      const error = Math.abs(hessianOf(f, [1], 10 ** exponent)[0]! - Math.E);
      if (error > 0) line.push([exponent, Math.log10(error)]); // now and then rounding hits the mark
    }
    return linearRegression(line).m;
  }

  it('errs like h to the power of its order at large h; at small h like 1/h^2 from values, like 1/h from gradients', () => {
    expect(fittedSlope(-2.5, -1.5)).toBeCloseTo(order, 1);
    const roundOff = fittedSlope(-9, -7);
    expect(Math.abs(roundOff + (of === 'gradient' ? 1 : 2))).toBeLessThan(0.25);
  });
});
