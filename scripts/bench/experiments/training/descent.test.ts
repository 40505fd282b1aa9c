/**
 * Descents whose way is known in closed form: on a quadratic each coordinate contracts by 1 - eta lambda at every step.
 */
import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { manual } from '../../../../methods/manual.ts';
import type { Method, ScalarFunction } from '../../../../methods/method.ts';
import { centralDifference, forwardDifference } from '../../../../methods/numerical/finite-difference.ts';
import { reverseTape } from '../../../../methods/reverse-tape.ts';
import { suites } from '../../../../suites/index.ts';
import { scalar } from '../../../../suites/problem.ts';
import { seededRandom } from '../../../../suites/random.ts';
import { descend } from './descend.ts';
import { type Descent, loggedSteps, trainedProblems } from './descent.ts';
import { distance } from './index.ts';
import { train } from './train.ts';
import { trajectoryOf } from './trajectory.ts';

const D = Decimal.clone({ precision: 60, defaults: true });
const CURVATURES = [1, 4, 10];
const MINIMUM = [3, -2, 0.5];
const START = Float64Array.of(1, 1, 1);
/** Powers of two, so that the first steps are exact in doubles. */
const DESCENT: Descent = { rate: 0.125, logged: [0, 1, 5, 200], comparedWith: 'decimals' };

/** sum_i lambda_i / 2 (w_i - c_i)^2. */
const quadratic = scalarFunction({
  inputs: 3,
  evaluate(A, w) {
    return A.sum(w.map((wi, i) => A.mul(A.constant(CURVATURES[i]! / 2), A.pow(A.sub(wi, A.constant(MINIMUM[i]!)), 2))));
  },
  points: () => [START],
  byHand: {
    value: lossOf,
    gradient(w, out) {
      w.forEach((wi, i) => {
        out[i] = CURVATURES[i]! * (wi - MINIMUM[i]!);
      });
      return lossOf(w);
    },
  },
});

function lossOf(w: Float64Array): number {
  return w.reduce((sum, wi, i) => sum + (CURVATURES[i]! / 2) * (wi - MINIMUM[i]!) ** 2, 0);
}

function scalarFunction(definition: Parameters<typeof scalar>[0]): ScalarFunction {
  const instance = scalar(definition);
  if (instance.kind !== 'scalar') throw new Error('not scalar');
  return instance;
}

/** w_i after k steps: c_i + (1 - eta lambda_i)^k (w_i - c_i). */
function closedForm(k: number, i: number, rate: number): Decimal {
  return new D(1)
    .minus(new D(rate).times(CURVATURES[i]!))
    .pow(k)
    .times(START[i]! - MINIMUM[i]!)
    .plus(MINIMUM[i]!);
}

/** A method that answers what the other does, changed. */
function changed(change: (out: Float64Array, x: Float64Array) => void): Method {
  return {
    ...manual,
    prepare: (f) => ({
      gradient(x, out) {
        const value = f.kind === 'scalar' ? f.byHand.gradient(x, out) : Number.NaN;
        change(out, x);
        return value;
      },
    }),
  };
}

function weightsAtTheEnd(method: Method): number[] {
  return [...train(quadratic, method, START, DESCENT).points.at(-1)!.weights];
}

describe('a descent', () => {
  it('over decimals contracts on a quadratic by 1 - eta lambda, to 25 digits', () => {
    const points = trajectoryOf(quadratic, START, DESCENT);
    expect(points.map(({ step }) => step)).toEqual(DESCENT.logged);
    for (const { step, weights } of points) {
      weights.forEach(({ digits }, i) => {
        const exact = closedForm(step, i, DESCENT.rate);
        expect(exact.minus(digits).abs().toNumber(), `${step} ${i}`).toBeLessThan(1e-25);
      });
    }
  });

  it('takes eta as the double that it is', () => {
    const [, after] = trajectoryOf(quadratic, START, { ...DESCENT, rate: 0.1, logged: [0, 1] });
    expect(closedForm(1, 0, 0.1).minus(after!.weights[0]!.digits).toNumber()).not.toBe(0);
    const eta = new D('0.1000000000000000055511151231257827');
    expect(eta.times(2).plus(1).minus(after!.weights[0]!.digits).abs().toNumber()).toBeLessThan(1e-25);
  });

  it('in doubles takes the same way, whatever exact method feeds it', () => {
    const exact = trajectoryOf(quadratic, START, DESCENT);
    for (const method of [manual, reverseTape]) {
      const { points } = train(quadratic, method, START, DESCENT);
      points.forEach(({ weights, step }, i) => {
        expect(distance(weights, exact[i]!.weights), `${method.name} ${step}`).toBeLessThan(1e-15);
      });
    }
  });

  it('by hand is what manual does', () => {
    const expected = trajectoryOf(quadratic, START, { ...DESCENT, comparedWith: 'by hand' });
    train(quadratic, manual, START, DESCENT).points.forEach(({ weights, step }, i) => {
      expect(expected[i]!.step).toBe(step);
      expect(distance(weights, expected[i]!.weights)).toBe(0);
    });
  });

  it('does not mind a method that writes to the point, and sees an entry that is not written', () => {
    expect(weightsAtTheEnd(changed((_, x) => x.fill(7)))).toEqual(weightsAtTheEnd(manual));
    const forgetful = { call: (x: Float64Array) => out.set(x.subarray(0, 2)), out: new Float64Array(3) };
    const { out } = forgetful;
    const [, after] = descend(forgetful, START, { ...DESCENT, logged: [0, 1] });
    expect([...after!.weights]).toEqual([0.875, 0.875, Number.NaN]);
  });

  it('loses loss at every step, and ends where the gradient is 0', () => {
    const { points } = train(quadratic, manual, START, {
      ...DESCENT,
      logged: Array.from({ length: 201 }, (_, k) => k),
    });
    points.slice(1, 100).forEach(({ loss }, i) => {
      expect(loss, `${i + 1}`).toBeLessThan(points[i]!.loss);
    });
    expect(points[0]!.gradientNorm).toBeCloseTo(Math.hypot(2, 12, 5), 12);
    expect(points.at(-1)!.gradientNorm).toBeLessThan(1e-10);
    expect(points.at(-1)!.loss).toBeLessThan(1e-20);
  });

  it('counts the time of gradients from 0, and none of preparation', () => {
    const { points, prepareNs } = train(quadratic, reverseTape, START, DESCENT);
    expect(points[0]!.timeNs).toBe(0);
    points.slice(1).forEach(({ timeNs }, i) => {
      expect(timeNs).toBeGreaterThan(points[i]!.timeNs);
    });
    expect(prepareNs).toBeGreaterThan(0);
  });
});

describe('a gradient that is off', () => {
  it('by a constant moves the fixed point by it over the curvature', () => {
    const offset = changed((out) => {
      out[1]! += 1e-3;
    });
    expect(weightsAtTheEnd(offset)[1]).toBeCloseTo(-2 - 1e-3 / 4, 12);
    const drift = distance(
      train(quadratic, offset, START, DESCENT).points.at(-1)!.weights,
      trajectoryOf(quadratic, START, DESCENT).at(-1)!.weights,
    );
    expect(drift).toBeCloseTo(1e-3 / 4 / Math.hypot(...MINIMUM), 8);
  });

  it('as a forward difference moves the fixed point by half a step, and a central one, exact on parabolas, hardly at all', () => {
    const ends = [forwardDifference, centralDifference].map(weightsAtTheEnd);
    MINIMUM.forEach((c, i) => {
      const h = Math.sqrt(Number.EPSILON) * Math.max(1, Math.abs(c));
      expect((c - ends[0]![i]!) / (h / 2)).toBeCloseTo(1, 1);
      expect(Math.abs(c - ends[1]![i]!)).toBeLessThan(1e-10);
    });
  });
});

describe('the distance of weights', () => {
  const exact = [
    { digits: '3', high: 3, low: 0 },
    { digits: '4.00000000000000000001', high: 4, low: 1e-20 },
  ];
  it('is relative to their length, and finer than a double', () => {
    expect(distance(Float64Array.of(3, 5), exact)).toBeCloseTo(0.2, 15);
    expect(distance(Float64Array.of(3, 4), exact)).toBeCloseTo(2e-21, 30);
  });
  it('is not a number where a weight is none', () => {
    expect(distance(Float64Array.of(Number.NaN, 4), exact)).toBeNaN();
  });
});

describe('the logged steps', () => {
  it('are powers of two and then evenly spaced, from 0 to the last, each once', () => {
    expect(loggedSteps(96)).toEqual([0, 1, 2, ...Array.from({ length: 24 }, (_, k) => 4 * (k + 1))]);
    expect(loggedSteps(3)).toEqual([0, 1, 2, 3]);
    for (const last of [72, 100, 240, 1000]) {
      const steps = loggedSteps(last);
      expect([steps[0], steps.at(-1)]).toEqual([0, last]);
      expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
      expect(steps.length).toBeLessThan(36);
    }
  });
});

describe.each(trainedProblems)('training of $problem, $size weights', ({ suite, problem: name, size, descent }) => {
  it('loses loss at every step, until rounding is all that is left of it', async () => {
    const problem = (await suites[suite]!()).problems.find((each) => each.name === name)!;
    expect(problem.sizes).toContain(size);
    const f = problem.at(size);
    if (f.kind !== 'scalar') throw new Error('not scalar');
    const [start] = f.points(seededRandom(1));
    const last = descent.logged.at(-1)!;
    const every = { ...descent, logged: Array.from({ length: 3 * last }, (_, k) => k) };
    const { points } = train(f, manual, start!, every);
    const rounding = 16 * Number.EPSILON * points.at(-1)!.loss;
    const smallest = Math.min(...points.map(({ loss }) => loss));
    points.slice(1).forEach(({ loss, step }, i) => {
      expect(loss, `${step}`).toBeLessThan(points[i]!.loss + rounding);
    });
    expect(points[last]!.loss - smallest).toBeLessThan(rounding);
    expect(points[0]!.loss - smallest).toBeGreaterThan(1);
    expect(points.at(-1)!.gradientNorm).toBeLessThan(1e-12);
  });
});
