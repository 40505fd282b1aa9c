/** The complex step on whole functions; its arithmetic is tested beside it. */
import { describe, expect, it } from 'vitest';
import { errorOf } from '../scripts/truth/exact-number.ts';
import { expectedAnswer } from '../scripts/truth/judgement/expected.ts';
import { judge } from '../scripts/truth/judgement/judge.ts';
import { pointTruth } from '../scripts/truth/point-truth.ts';
import { testSeeds } from '../scripts/truth/seeds.ts';
import { suites } from '../suites/index.ts';
import type { Instance, Problem } from '../suites/problem.ts';
import { seededRandom } from '../suites/random.ts';
import { complexStep } from './complex-step.ts';
import { type PrepareOptions, type ScalarFunction, Unsupported } from './method.ts';

const SEED = 20201;
/** Above, the truth takes its time. */
const SMALL = 10;

const smooth = (
  await Promise.all(
    Object.values(suites).map(async (load) => {
      const { name, problems } = await load();
      return problems
        .filter((problem) => problem.smooth && problem.at(problem.sizes[0]!).inputs <= SMALL)
        .map((problem) => ({ name: `${name}/${problem.name}`, problem }));
    }),
  )
).flat();

/** Gradient or Jacobian at a point. */
function derivative(f: Instance, x: Float64Array, options?: PrepareOptions): Float64Array {
  const { gradient, jacobian } = complexStep.prepare(f, options);
  const out = new Float64Array(f.inputs * f.outputs).fill(Number.NaN);
  if (f.kind === 'scalar') gradient!(x, out);
  else jacobian!(x, out);
  return out;
}

/** A scalar function of which only `evaluate` is known. */
function function1(evaluate: ScalarFunction['evaluate']): ScalarFunction & Pick<Instance, 'points'> {
  const unread = () => {
    throw new Error('the complex step does not call what is written by hand');
  };
  return {
    kind: 'scalar',
    inputs: 1,
    outputs: 1,
    byHand: { value: unread, gradient: unread },
    evaluate,
    points: unread,
  };
}

describe('the complex step', () => {
  it.each(smooth)('is exact to rounding on $name', ({ problem }) => {
    const f = problem.at(problem.sizes[0]!);
    const seeds = testSeeds(f);
    const truths = f
      .points(seededRandom(SEED))
      .slice(0, 1)
      .map((x) => pointTruth(f, x));
    const operator = f.kind === 'scalar' ? 'gradient' : 'jacobian';
    const expected = truths.map((truth) => expectedAnswer(truth, operator, complexStep, seeds));
    const verdict = judge(
      truths.map(({ point }) => derivative(f, point)),
      expected,
      'rounding',
    );
    expect(verdict.errorToBound).toBeLessThanOrEqual(1);
  });

  /** Their formulas lose digits themselves, so that no method over doubles can have them. */
  const CANCELLING = [
    'cosine-cancellation',
    'square-root-difference',
    'hyperbolic-quotient',
    'multiple-root',
    'logistic-chaos',
  ];
  const scalar = smooth.filter(({ name, problem }) => /^scalar/.test(name) && !CANCELLING.includes(problem.name));
  it.each(scalar)('is within 2 ulps times the condition number on $name', ({ problem }) => {
    expect(worstOverCondition(problem)).toBeLessThanOrEqual(2);
  });

  it('takes the step that it is given: at h the slope of x^3 is 3 x^2 - h^2, with no cancellation', () => {
    const cube = function1((A, [x]) => [A.mul(x!, A.mul(x!, x!))]);
    expect(derivative(cube, Float64Array.of(2), { step: 0.5 })[0]).toBe(11.75);
    for (const step of [1e-3, 1e-8, 1e-12, 1e-17, 1e-100]) {
      const [slope] = derivative(cube, Float64Array.of(2), { step });
      expect(Math.abs(slope! - (12 - step * step))).toBeLessThanOrEqual(4e-15);
    }
  });

  it('calls the function n times for a derivative and once for J v', async () => {
    const [f] = (await suites.rosenbrock!()).problems.map((problem) => problem.at(10));
    let calls = 0;
    const evaluate: Instance['evaluate'] = (A, x) => {
      calls++;
      return f!.evaluate(A, x);
    };
    const { gradient, jvp, cost } = complexStep.prepare({ ...f!, evaluate });
    gradient!(new Float64Array(10).fill(0.5), new Float64Array(10));
    expect([calls, cost!()]).toEqual([10, { functionCalls: 10 }]);
    jvp!(new Float64Array(10).fill(0.5), new Float64Array(10).fill(1), new Float64Array(1));
    expect([calls, cost!()]).toEqual([11, { functionCalls: 1 }]);
  });

  it('goes along directions of any length, also none', () => {
    const square = function1((A, [x]) => [A.mul(x!, x!)]);
    const { jvp } = complexStep.prepare(square);
    const out = new Float64Array(1);
    for (const v of [0, 1, -3, 1e-200, 1e200]) {
      jvp!(Float64Array.of(2), Float64Array.of(v), out);
      expect(out[0]! + 0).toBe(4 * v);
    }
  });

  it('refuses a kink with the reason, but not the points beside it', () => {
    const kink = function1((A, [x]) => [A.abs(x!)]);
    expect([1e-300, -1e-300].map((x) => derivative(kink, Float64Array.of(x))[0])).toEqual([1, -1]);
    expect(() => derivative(kink, Float64Array.of(0))).toThrow(Unsupported);
  });

  it('follows the size of x with its step', () => {
    const slope = (evaluate: ScalarFunction['evaluate'], x: number) =>
      derivative(function1(evaluate), Float64Array.of(x))[0]!;
    const near = (actual: number, expected: number) => expect(Math.abs(actual / expected - 1)).toBeLessThan(4e-16);
    const log: ScalarFunction['evaluate'] = (A, [x]) => [A.log(x!)];
    near(slope(log, 1e-50), 1e50);
    near(slope(log, 1e-30), 1e30);
    near(
      slope((A, [x]) => [A.div(A.constant(1), x!)], 1e-40),
      -1e80,
    );
    near(
      slope((A, [x]) => [A.pow(x!, 2)], 1e-200),
      2e-200,
    );
    near(
      slope((A, [x]) => [A.add(x!, A.mul(A.constant(1e250), A.pow(x!, 7)))], 1e-42),
      1.07,
    );
    near(
      slope((A, [x]) => [A.sqrt(A.add(A.pow(x!, 2), A.constant(1e-100)))], 1e-60),
      1e-10,
    );
    near(
      slope((A, [x]) => [A.sin(x!)], 1e300),
      -0.5753861119575491,
    );
    near(
      slope((A, [x]) => [A.mul(A.constant(1e-200), x!)], 0),
      1e-200,
    );
    near(
      slope((A, [x]) => [A.log(A.add(A.constant(1e-100), x!))], 0),
      1e100,
    );
    expect(slope((A, [x]) => [A.pow(x!, 3)], 0)).toBe(0);
    near(
      slope((A, [x]) => [A.logistic(x!)], -200),
      Math.exp(-200),
    );
    expect(slope((A, [x]) => [A.logistic(x!)], -1e3)).toBe(0);
    const quotient: ScalarFunction = { ...function1((A, [x, y]) => [A.div(x!, y!)]), inputs: 2 };
    const { gradient, jvp } = complexStep.prepare(quotient);
    const [g, along] = [new Float64Array(2), new Float64Array(1)];
    for (const x of [1e-50, 1, 1e300]) {
      gradient!(Float64Array.of(x, 1e300), g);
      near(g[0]!, 1e-300);
    }
    jvp!(Float64Array.of(1, 1e300), Float64Array.of(1, 0), along);
    near(along[0]!, 1e-300);
  });

  it.each<readonly [string, ScalarFunction['evaluate'], number]>([
    ['x^2 at 1e-300', (A, [x]) => [A.pow(x!, 2)], 1e-300],
    ['log at the smallest double', (A, [x]) => [A.log(x!)], 5e-324],
    ['sqrt of a subnormal number', (A, [x]) => [A.sqrt(x!)], 1e-320],
    ['e^x at -708', (A, [x]) => [A.exp(x!)], -708],
    ['sqrt(1 + x^2) / 1e300', (A, [x]) => [A.div(A.sqrt(A.add(A.constant(1), A.pow(x!, 2))), A.constant(1e300))], 1],
  ])('says that it has no answer where no step shows one: %s', (_name, evaluate, x) => {
    expect(() => derivative(function1(evaluate), Float64Array.of(x))).toThrow(Unsupported);
  });

  it.each<readonly [string, ScalarFunction['evaluate'], number]>([
    ['log', (A, [x]) => [A.log(x!)], -2],
    ['log1p', (A, [x]) => [A.log1p(x!)], -3],
    ['sqrt', (A, [x]) => [A.sqrt(x!)], -4],
    ['x^1.5', (A, [x]) => [A.pow(x!, 1.5)], -4],
    ['asin', (A, [x]) => [A.asin(x!)], 1.5],
    ['acos', (A, [x]) => [A.acos(x!)], -1.5],
    ['max(NaN, x)', (A, [x]) => [A.max(A.constant(Number.NaN), x!)], 1],
    ['max(x, NaN)', (A, [x]) => [A.max(x!, A.constant(Number.NaN))], 1],
    ['min(x, NaN)', (A, [x]) => [A.min(x!, A.constant(Number.NaN))], 1],
    ['log(e^x) beyond the doubles', (A, [x]) => [A.log(A.exp(x!))], 800],
    ['x + 0 log(-1)', (A, [x]) => [A.add(x!, A.mul(A.constant(0), A.log(A.constant(-1))))], 1],
  ])('answers NaN outside of a domain: %s', (_name, evaluate, x) => {
    expect(derivative(function1(evaluate), Float64Array.of(x))[0]).toBeNaN();
  });

  it.each<readonly [string, ScalarFunction['evaluate'], number]>([
    ['asin', (A, [x]) => [A.asin(x!)], 1],
    ['acos', (A, [x]) => [A.acos(x!)], -1],
    ['log', (A, [x]) => [A.log(x!)], 0],
    ['log1p', (A, [x]) => [A.log1p(x!)], -1],
    ['sqrt', (A, [x]) => [A.sqrt(x!)], 0],
    ['1 / x', (A, [x]) => [A.div(A.constant(1), x!)], 0],
    ['x^-2', (A, [x]) => [A.pow(x!, -2)], 0],
  ])('refuses the edge of a domain: %s', (_name, evaluate, x) => {
    expect(() => derivative(function1(evaluate), Float64Array.of(x))).toThrow(Unsupported);
  });

  it('is judged by rounding alone, although it takes a step', () => {
    const f: Instance = { ...function1((A, [x]) => [A.log(x!)]), points: () => [] };
    const truth = pointTruth(f, Float64Array.of(1e-30));
    const { bounds } = expectedAnswer(truth, 'gradient', complexStep, testSeeds(f));
    expect(bounds![0]! / 1e30).toBeLessThan(1e-15);
    const off = judge(
      [Float64Array.of(0.85e30)],
      [expectedAnswer(truth, 'gradient', complexStep, testSeeds(f))],
      'rounding',
    );
    expect(off.outcome).toBe('wrong');
  });

  it('lets a function branch on the real part', () => {
    const branching = function1((A, [x]) => [A.toNumber(x!) > 0 ? A.sin(x!) : A.mul(A.constant(7), x!)]);
    expect(derivative(branching, Float64Array.of(0.5))[0]).toBeCloseTo(Math.cos(0.5), 15);
    expect(derivative(branching, Float64Array.of(-0.5))[0]).toBe(7);
  });
});

/** The largest error of an entry in ulps, over its condition number where that is above 1. */
function worstOverCondition(problem: Problem): number {
  const f = problem.at(problem.sizes[0]!);
  const seeds = testSeeds(f);
  const ratios = f.points(seededRandom(SEED)).flatMap((x) => {
    const { exact, conditions } = expectedAnswer(pointTruth(f, x), 'gradient', complexStep, seeds);
    const answer = derivative(f, x);
    return exact.map((entry, i) => {
      const ulp = 2 ** (Math.floor(Math.log2(Math.abs(entry.high))) - 52);
      return Math.abs(errorOf(answer[i]!, entry)) / ulp / Math.max(1, conditions![i]!);
    });
  });
  return Math.max(...ratios);
}
