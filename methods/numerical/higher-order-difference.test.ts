import fc from 'fast-check';
import { linearRegression } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import type { PrepareOptions, ScalarFunction, VectorFunction } from '../method.ts';
import { centralDifference4, centralDifference6, centralDifference8 } from './higher-order-difference.ts';

const unread = () => {
  throw new Error('not for a difference quotient');
};

function scalar(inputs: number, value: (x: Float64Array) => number): ScalarFunction {
  return { kind: 'scalar', inputs, outputs: 1, byHand: { value, gradient: unread }, evaluate: unread };
}

const EPSILON = Number.EPSILON;
const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

describe.each([centralDifference4, centralDifference6, centralDifference8])('$name', (method) => {
  const { order, truncation, weights, stepAt } = method.difference!;
  const slope = (value: (x: number) => number, x: number, options: PrepareOptions) => {
    const out = Float64Array.of(Number.NaN);
    method.prepare(
      scalar(1, ([t]) => value(t!)),
      options,
    ).gradient!(Float64Array.of(x), out);
    return out[0]!;
  };

  it('is exact on polynomials of a degree up to its order, to rounding, and errs by c h^p (p + 1)! on the next power', () => {
    const whole = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: order + 1, maxLength: order + 1 });
    const at = fc.integer({ min: -16, max: 16 });
    fc.assert(
      fc.property(whole, fc.integer({ min: 1, max: 9 }), at, (coefficients, top, quarter) => {
        const [x, h] = [quarter / 4, 0.25];
        const polynomial = (list: readonly number[]) => (t: number) => list.reduceRight((sum, c) => sum * t + c, 0);
        const derivative = polynomial(coefficients.slice(1).map((c, i) => (i + 1) * c))(x);
        const size = polynomial([...coefficients, top].map(Math.abs))(Math.abs(x) + order * h);
        const roundOff = (4 * order * weights * EPSILON * size) / h;
        expect(Math.abs(slope(polynomial(coefficients), x, { step: h }) - derivative)).toBeLessThan(roundOff);
        const next = slope(polynomial([...coefficients, top]), x, { step: h });
        const left = Math.abs(next - derivative - (order + 1) * top * x ** order);
        expect(Math.abs(left - truncation * h ** order * factorial(order + 1) * top)).toBeLessThan(roundOff);
      }),
    );
  });

  it('errs on sin 4x like h to the power of its order where h is large, and like 1/h where it is small', () => {
    const fitted = (low: number, high: number) => {
      const line: [number, number][] = [];
      for (let exponent = low; exponent <= high; exponent += 0.02) {
        const error = Math.abs(slope((t) => Math.sin(4 * t), 1, { step: 10 ** exponent }) - 4 * Math.cos(4));
        if (error > 0) line.push([exponent, Math.log10(error)]);
      }
      return linearRegression(line).m;
    };
    expect(fitted(-1.6, -1.1)).toBeCloseTo(order, 0);
    expect(Math.abs(fitted(-12, -5) + 1)).toBeLessThan(0.2);
  });

  it('calls the function p times for each input, and p times along a direction', () => {
    let calls = 0;
    const f = scalar(3, (x) => {
      calls++;
      return x[0]! * x[1]! + x[2]!;
    });
    const { gradient, jvp, cost } = method.prepare(f);
    const x = Float64Array.of(2, 3, 5);
    const out = new Float64Array(3);
    expect(gradient!(x, out)).toBeNaN();
    [3, 2, 1].forEach((exact, i) => {
      expect(out[i]).toBeCloseTo(exact, 11);
    });
    expect([calls, cost!()]).toEqual([3 * order, { functionCalls: 3 * order }]);
    calls = 0;
    const product = Float64Array.of(Number.NaN);
    jvp!(x, Float64Array.of(1, 0, -2), product);
    expect(product[0]).toBeCloseTo(1, 11);
    expect([calls, cost!()]).toEqual([order, { functionCalls: order }]);
    jvp!(x, new Float64Array(3), product);
    expect([product[0], cost!()]).toEqual([0, { functionCalls: 0 }]);
    expect(x).toEqual(Float64Array.of(2, 3, 5));
  });

  it('writes a Jacobian row by row', () => {
    const f: VectorFunction = {
      kind: 'vector',
      inputs: 2,
      outputs: 3,
      evaluate: unread,
      byHand: {
        values: ([x, y], out) => out.set([x! * y!, x! + 2 * y!, y! ** 2]),
        jacobian: unread,
      },
    };
    const out = new Float64Array(6).fill(Number.NaN);
    method.prepare(f).jacobian!(Float64Array.of(2, 3), out);
    [3, 2, 1, 2, 0, 6].forEach((exact, entry) => {
      expect(out[entry]).toBeCloseTo(exact, 11);
    });
  });

  it('divides each pair by the distance that it really lies apart: 4x has slope 4 to an ulp or so, whatever the step', () => {
    for (const x of [0.1, 1.1, -7.3, 1e5 / 3]) {
      for (const step of [1e-2, 1e-5, 1e-8]) {
        expect(Math.abs(slope((t) => 4 * t, x, { step }) - 4), `x ${x}, h ${step}`).toBeLessThanOrEqual(8 * EPSILON);
      }
    }
    expect(slope(Math.exp, 1, { step: 1e-20 })).toBe(0); // lost in rounding
  });

  it('reaches epsilon^(1/(p+1)) times max(1, |x|) to each side, or times 1 by the absolute rule', () => {
    const reach = 2 ** (-52 / (order + 1));
    for (const [stepRule, scale] of [
      [undefined, 8],
      ['relative', 8],
      ['absolute', 1],
    ] as const) {
      const seen: number[] = [];
      slope((t) => seen.push(t), -8, stepRule === undefined ? {} : { stepRule });
      expect(Math.max(...seen)).toBeCloseTo(-8 + scale * reach, 12);
      expect(Math.min(...seen)).toBeCloseTo(-8 - scale * reach, 12);
      expect(stepAt(-8, stepRule)).toBeCloseTo((2 * scale * reach) / order, 14);
    }
    expect(stepAt(0.25)).toBeCloseTo((2 * reach) / order, 14);
  });

  describe('its estimate', () => {
    /** Error and estimate of the slope of a function of one variable. */
    const estimated = (value: (x: number) => number, exact: number, x: number, options: PrepareOptions) => {
      const { gradient, errorEstimate } = method.prepare(
        scalar(1, ([t]) => value(t!)),
        options,
      );
      const [out, estimate] = [new Float64Array(1), new Float64Array(1)];
      gradient!(Float64Array.of(x), out);
      errorEstimate!(estimate);
      return { error: Math.abs(out[0]! - exact), estimate: estimate[0]! };
    };
    /** c of order p - 2: 1/6, 1/30, 1/140. */
    const lower = { 4: 1 / 6, 6: 1 / 30, 8: 1 / 140 }[order]!;

    it('is the truncation error of order p - 2 where the step is long', () => {
      const h = 1 / 8;
      const { estimate } = estimated(Math.exp, 1, 0, { step: h });
      expect(estimate / (lower * h ** (order - 2))).toBeCloseTo(1, 1);
    });

    it('is the round-off of the values where the step is short, also where it is lost', () => {
      for (const h of [1e-9, 1e-20]) {
        const { estimate } = estimated(Math.cos, 0, 0, { step: h });
        expect(estimate).toBeGreaterThanOrEqual((weights * EPSILON) / 2 / h);
        expect(estimate).toBeLessThan((4 * weights * EPSILON) / h);
      }
    });

    it('is no tenth of the error at any step, on functions that lose nothing inside', () => {
      for (const [value, exact, x] of [
        [Math.exp, Math.E, 1],
        [Math.sin, Math.cos(2), 2],
        [Math.log, 0.2, 5],
        [(t: number) => 1 / t, -0.25, 2],
      ] as const) {
        for (let exponent = -14; exponent < -1; exponent += 0.05) {
          const { error, estimate } = estimated(value, exact, x, { step: 10 ** exponent });
          expect(error / estimate, `h 1e${exponent}`).toBeLessThan(10);
        }
      }
    });

    it('is infinite where the steps lead out of the domain', () => {
      expect(estimated(Math.sqrt, 0, 0, {}).estimate).toBe(Number.POSITIVE_INFINITY);
    });

    it('has an entry for each of a Jacobian', () => {
      const f: VectorFunction = {
        kind: 'vector',
        inputs: 2,
        outputs: 2,
        evaluate: unread,
        byHand: { values: ([x, y], out) => out.set([1e6 * Math.sin(x!), y!]), jacobian: unread },
      };
      const { jacobian, errorEstimate } = method.prepare(f);
      const [out, estimate] = [new Float64Array(4), new Float64Array(4)];
      jacobian!(Float64Array.of(1, 1), out);
      errorEstimate!(estimate);
      expect(estimate[0]).toBeGreaterThan(1e3 * estimate[3]!);
      expect(estimate[1]).toBeGreaterThan(1e3 * estimate[2]!); // the round-off of values of a million, and of one
    });
  });
});
