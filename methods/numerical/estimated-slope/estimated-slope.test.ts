/** Methods that choose their steps and say how far they may be off: richardson and adaptive-difference. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactDerivative } from '../../../scripts/truth/exact-derivative.ts';
import { errorOf, exactNumber } from '../../../scripts/truth/exact-number.ts';
import { errorToEstimate } from '../../../scripts/truth/judgement/estimate.ts';
import { seededRandom } from '../../../suites/random.ts';
import { stepSizes } from '../../../suites/step-size/index.ts';
import type { Operators, PrepareOptions, ScalarFunction, StepRule, VectorFunction } from '../../method.ts';
import { contradicts } from '../adaptive-difference/search.ts';
import { tryStep } from '../adaptive-difference/stencil.ts';
import { adaptiveDifference } from '../adaptive-difference.ts';
import { richardson } from '../richardson.ts';
import { MOST_CALLS, MOST_CHECKS, noiseOf } from './estimated-slope.ts';

const unread = () => {
  throw new Error('not for a difference quotient');
};

function ofOne(value: (x: number) => number): ScalarFunction {
  const byHand = { value: (x: Float64Array) => value(x[0]!), gradient: unread };
  return { kind: 'scalar', inputs: 1, outputs: 1, byHand, evaluate: unread };
}

interface Found {
  readonly slope: number;
  readonly error: number;
  readonly calls: number;
}

function found({ gradient, errorEstimate, cost }: Operators, x: number): Found {
  const [out, error] = [new Float64Array(1), new Float64Array(1)];
  gradient!(Float64Array.of(x), out);
  errorEstimate!(error);
  return { slope: out[0]!, error: error[0]!, calls: cost!().functionCalls! };
}

/** Numbers from -0.5 to 0.5 without an order, the same for the same x. */
function noiseAt(x: number): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, x);
  let mixed = bits.getUint32(0) ^ Math.imul(bits.getUint32(4), 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32 - 0.5;
}

it('counts what rounding the argument does to a steep value, also in the trials of a step', () => {
  expect(noiseOf(3, 1e8, -2)).toBe(2 ** -53 * (3 + 2e8));
  const trial = tryStep({ x: 1e8, at: (t) => 1 + 2 * t, calls: () => 0 }, 6, 1)!;
  expect(trial.roundOff / (2 * (3 / 4 + 3 / 20 + 1 / 60) * 2 ** -53 * 2e8)).toBeCloseTo(1, 6);
});

it('takes ten round-offs of a shorter step for the most that it is off', () => {
  const at = (h: number, slope: number, roundOff: number) => ({ h, slope, roundOff });
  expect(contradicts(at(2, 1, 0), at(1, 10.5, 1))).toBe(false);
  expect(contradicts(at(2, 1, 0), at(1, 11.5, 1))).toBe(true);
  expect(contradicts(at(2, 1, 2), at(1, 11.5, 1))).toBe(false);
  expect(contradicts(at(1, 1, 0), at(2, 11.5, 1))).toBe(false);
});

/** Points of each smooth problem of the test set, with the exact slope. */
const TEST_SET = stepSizes.problems.map(({ name, interval, at: sized }) => {
  const f = sized(1);
  const random = seededRandom(20201);
  const xs = Array.from({ length: 40 }, () => random(...interval!));
  return {
    name,
    f,
    points: xs.map((x) => ({ x, exact: exactNumber(exactDerivative(f, Float64Array.of(x)).jacobian[0]![0]!) })),
  };
});

describe.each([richardson, adaptiveDifference])('$name', (method) => {
  const at = (value: (x: number) => number, x: number, options?: PrepareOptions) =>
    found(method.prepare(ofOne(value), options), x);

  it('differentiates polynomials of degree 4 to 1e-8 of their terms, within ten estimates and 34 calls', () => {
    const coefficient = fc.integer({ min: -10_000, max: 10_000 }).map((k) => k / 1000);
    const coefficients = fc.tuple(coefficient, coefficient, coefficient, coefficient, coefficient);
    fc.assert(
      fc.property(coefficients, fc.double({ min: -5, max: 5, noNaN: true }), ([a, b, c, d, e], x) => {
        const { slope, error, calls } = at((t) => a + t * (b + t * (c + t * (d + t * e))), x);
        const exact = b + x * (2 * c + x * (3 * d + x * 4 * e));
        const terms = [a, b * x, c * x ** 2, d * x ** 3, e * x ** 4, b, c, d, e].map(Math.abs);
        const size = terms.reduce((sum, term) => sum + term, 0);
        expect(Math.abs(slope - exact)).toBeLessThanOrEqual(1e-8 * size);
        // the terms may cancel in f, so that its rounding is that of the largest: this is no fault of the estimate
        expect(Math.abs(slope - exact)).toBeLessThanOrEqual(10 * error + 100 * Number.EPSILON * size);
        expect(calls).toBeLessThanOrEqual(MOST_CALLS + MOST_CHECKS);
      }),
      { seed: 20201, numRuns: 300 },
    );
  });

  it('is off by more than ten estimates at none of 40 points of each smooth problem of the test set', () => {
    for (const { name, f, points } of TEST_SET) {
      const operators = method.prepare(f);
      let overclaimed = 0;
      for (const { x, exact } of points) {
        const { slope, error, calls } = found(operators, x);
        if (errorToEstimate(Math.abs(errorOf(slope, exact)), error) > 10) overclaimed++;
        expect(calls, name).toBeLessThanOrEqual(MOST_CALLS + MOST_CHECKS);
        expect(error, `${name} at ${x}: some digits are claimed`).toBeLessThan(1e-3 * Math.abs(exact.high) + 1e-6);
      }
      expect(overclaimed, name).toBe(0);
    }
  });

  it('claims no digit that it does not have where the function jumps, or is finer than its steps', () => {
    expect(at((x) => (x < 1 ? 0 : 1), 1).error).toBe(Number.POSITIVE_INFINITY);
    const fine = at((x) => Math.sin(x * 1e12), 1);
    expect(Math.abs(fine.slope - 1e12 * Math.cos(1e12))).toBeLessThanOrEqual(10 * fine.error);
    expect(at(() => Number.NaN, 1)).toMatchObject({ slope: Number.NaN, error: Number.POSITIVE_INFINITY });
  });

  it('steps down where f is not finite, and stays within the domain of log at 1e-6', () => {
    const { slope, error } = at(Math.log, 1e-6);
    expect(Math.abs(slope - 1e6)).toBeLessThanOrEqual(10 * error);
    expect(error).toBeLessThan(1);
  });

  it('counts the rounding of f in its estimate: of 1e10 + x it is sure of no more than f holds', () => {
    const { slope, error } = at((x) => 1e10 + Math.sin(x), 1);
    expect(Math.abs(slope - Math.cos(1))).toBeLessThanOrEqual(10 * error);
    expect(error).toBeGreaterThan(1e-8); // 1e10 is rounded to 1e-6, and a step is below pi
  });

  it('tries the step that it is given first', () => {
    const seen: number[] = [];
    const f = (x: number) => {
      seen.push(x);
      return Math.exp(x);
    };
    at(f, 1, { step: 2 ** -7 });
    expect(seen.find((x) => x > 1)).toBe(1 + 2 ** -7);
  });

  it('answers a number and claims no digit of it where the first step is lost in rounding, or all but lost', () => {
    for (const step of [1e-17, 1e-20, 2 ** -52, 3e-16]) {
      const { slope, error } = at(Math.exp, 1, { step });
      expect(slope, `step ${step}`).not.toBeNaN();
      expect(Math.abs(slope - Math.E) <= 10 * error, `step ${step}`).toBe(true);
    }
  });

  it('starts in proportion to x by the relative rule, and from the same length everywhere by the absolute one', () => {
    const firstAt = (x: number, stepRule?: StepRule) => {
      const seen: number[] = [];
      const f = (t: number) => {
        seen.push(Math.abs(t - x));
        return Math.cos(t);
      };
      at(f, x, stepRule && { stepRule });
      return seen.find((distance) => distance > 0)!;
    };
    expect(firstAt(1024) / firstAt(0.5)).toBe(1024);
    expect(firstAt(1024, 'relative')).toBe(firstAt(1024));
    expect(firstAt(1024, 'absolute')).toBe(firstAt(0.5));
  });

  it('is off by more than ten estimates at fewer than 1 % of the points where terms of 10 cancel to a value of 0.01', () => {
    // its rounding is a thousand times what the value tells, and now and then two differences agree by luck
    const f = (x: number) => 10 - Math.cos(x) - 9 * Math.cos(x / 3);
    const random = seededRandom(20201);
    const overclaimed = Array.from({ length: 1000 }, () => random(0.05, 0.2)).filter((x) => {
      const { slope, error } = at(f, x);
      expect(error, `some digits are claimed at ${x}`).toBeLessThan(1e-8);
      return errorToEstimate(Math.abs(slope - (Math.sin(x) + 3 * Math.sin(x / 3))), error) > 10;
    });
    expect(overclaimed.length).toBeLessThan(10);
  });

  /** The largest error over estimate at `count` points, and the share of points with more than ten. */
  const honestyOn = (
    f: (x: number) => number,
    slope: (x: number) => number,
    [low, high]: readonly [number, number],
    count: number,
  ) => {
    const random = seededRandom(20201);
    const ratios = Array.from({ length: count }, () => random(low, high)).map((x) => {
      const found = at(f, x);
      return errorToEstimate(Math.abs(found.slope - slope(x)), found.error);
    });
    return { worst: Math.max(...ratios), overclaimed: ratios.filter((ratio) => !(ratio <= 10)).length / count };
  };

  it.each([
    [
      'a structure finer than the steps',
      (x: number) => Math.sin(x) + 1e-3 * Math.sin(1e5 * x),
      (x: number) => Math.cos(x) + 100 * Math.cos(1e5 * x),
    ],
    ['a large constant', (x: number) => 1e8 + Math.sin(x), Math.cos],
    ['a larger constant', (x: number) => 1e12 + Math.sin(x), Math.cos],
    ['a constant that is taken away again', (x: number) => Math.sin(x) + 1e8 - 1e8, Math.cos],
    ['single precision', (x: number) => Math.fround(Math.sin(x)), Math.cos],
    ['six decimals', (x: number) => Math.round(1e6 * Math.sin(x)) / 1e6, Math.cos],
    ['random noise', (x: number) => Math.sin(x) + 1e-6 * noiseAt(x), Math.cos],
  ])('claims what it does not have at fewer than 3 % of the points of sin x with %s', (_, f, slope) => {
    expect(honestyOn(f, slope, [0, 10], 150).overclaimed).toBeLessThan(0.03);
    expect(honestyOn(f, slope, [0, 1], 150).overclaimed).toBeLessThan(0.03);
  });

  it('is off by less than six estimates, and mostly claims half of the digits, under noise that is a million times the rounding', () => {
    const noisy = (x: number) => Math.exp(x) + 1e-10 * noiseAt(x);
    expect(honestyOn(noisy, Math.exp, [0, 3], 400).worst).toBeLessThan(6);
    const claims = [0.3, 1.2, 2.1, 2.9].map((x) => at(noisy, x).error / Math.exp(x));
    for (const claim of claims) expect(claim).toBeLessThan(1e-6);
  });

  it('is not taken in by stairs that are longer than the first step that it is given, nor by a function that is constant', () => {
    const stairs = (x: number) => 1e9 + x - 1e9;
    for (const step of [1e-17, 1e-15, 1e-12, 1e-9]) {
      const { slope, error } = at(stairs, 1, { step });
      expect(Math.abs(slope - 1), `step ${step}`).toBeLessThanOrEqual(10 * error);
      expect(at(() => 3, 1, { step }).slope, `step ${step}`).toBe(0);
    }
    expect(at(() => 3, 1).error).toBeLessThan(1e-12);
  });

  it('answers a Jacobian with an estimate for each entry, and calls f once for all outputs at a point', () => {
    const f: VectorFunction = {
      kind: 'vector',
      inputs: 2,
      outputs: 3,
      evaluate: unread,
      byHand: {
        values(x, out) {
          calls++;
          out.set([Math.exp(x[0]!), x[0]! * x[1]!, Math.sin(x[1]!)]);
        },
        jacobian: unread,
      },
    };
    let calls = 0;
    const { jacobian, errorEstimate, cost } = method.prepare(f);
    const [out, errors] = [new Float64Array(6), new Float64Array(6).fill(Number.NaN)];
    jacobian!(Float64Array.of(1, 2), out);
    errorEstimate!(errors);
    for (const [i, exact] of [Math.E, 0, 2, 1, 0, Math.cos(2)].entries()) {
      expect(Math.abs(out[i]! - exact), `entry ${i}`).toBeLessThanOrEqual(10 * errors[i]!);
      expect(errors[i]).toBeLessThan(1e-9);
    }
    expect(cost!().functionCalls).toBe(calls);
    expect(calls).toBeLessThan(2 * 3 * MOST_CALLS);
  });
});
