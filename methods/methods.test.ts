/** Duties of every method of the registry; a new one is tested with no new line. */
import { linearRegression } from 'simple-statistics';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { applicable } from '../scripts/bench/plan/plan.ts';
import { bindOperator, estimateOf } from '../scripts/truth/bind.ts';
import { errorOf } from '../scripts/truth/exact-number.ts';
import { withEstimate } from '../scripts/truth/judgement/estimate.ts';
import { expectedAnswer } from '../scripts/truth/judgement/expected.ts';
import { judge } from '../scripts/truth/judgement/judge.ts';
import { type PointTruth, pointTruth } from '../scripts/truth/point-truth.ts';
import { secondOrderTruth } from '../scripts/truth/second-order.ts';
import { testSeeds } from '../scripts/truth/seeds.ts';
import { suites } from '../suites/index.ts';
import type { Instance } from '../suites/problem.ts';
import { seededRandom } from '../suites/random.ts';
import { familyOf, methods } from './index.ts';
import { type Method, OPERATORS, type Operator, type Operators, type ScalarFunction, Unsupported } from './method.ts';

vi.mock(import('./reverse-tape/growing-recorder.ts'), async (original) => {
  const { withSmallTapes } = await import('./reverse-tape/fixtures/small-tapes.ts');
  return withSmallTapes(await original());
});

const SEED = 20201;

/**
 * Small problems that between them have every shape: scalar and vector-valued, closed form and loop, one input and
 * many.
 */
const SAMPLE = [
  ['lecture', 'log-product-sine', 2],
  ['lecture', 'sigmoid', undefined],
  ['lecture', 'matlab-objective', 2],
  ['lecture', 'matlab-constraints', 2],
  ['logistic-map', 'nested', 4],
  ['helmholtz', 'helmholtz', 8],
  ['speelpenning', 'speelpenning', 10],
  ['rosenbrock', 'rosenbrock', 10],
  ['more-garbow-hillstrom', 'rosenbrock', undefined],
  ['more-garbow-hillstrom', 'bard', undefined],
  ['more-garbow-hillstrom', 'box-three-dimensional', undefined],
  ['more-garbow-hillstrom', 'wood', undefined],
] as const;

/** Methods whose cost may explode are tested up to this many inputs. */
const SMALL = 4;

interface Sample {
  readonly name: string;
  /** Methods whose answer is expected to be wrong. */
  readonly wrongBy: readonly string[];
  readonly instance: Instance;
}

async function sampleOf([suite, name, size]: (typeof SAMPLE)[number]): Promise<Sample> {
  const problem = (await suites[suite]!()).problems.find((candidate) => candidate.name === name);
  if (!problem) throw new Error(`no problem ${name} in ${suite}`);
  const n = size ?? problem.sizes[0]!;
  const announced = (problem.expectWrong ?? []).filter(({ sizes }) => sizes?.includes(n) ?? true);
  return {
    name: `${suite}/${name}`,
    wrongBy: announced.flatMap(({ methods }) => methods),
    instance: problem.at(n),
  };
}

const samples = await Promise.all(SAMPLE.map(sampleOf));
const loaded = await Promise.all(Object.entries(methods).map(async ([key, load]) => ({ key, method: await load() })));
/** The textbook's quotients; those of higher order, and those that choose their steps, have tests of their own. */
const differences = loaded
  .map(({ method }) => method)
  .filter(({ name }) => name === 'forward-difference' || name === 'central-difference');

/** The samples on which a method is tested. */
function samplesFor({ mayExplode }: Method): readonly Sample[] {
  return samples.filter(({ instance }) => mayExplode === undefined || instance.inputs <= SMALL);
}

/** The operators that were prepared, by the names that a method declares. */
function served({ kind }: Instance, operators: Operators): Operator[] {
  return OPERATORS.filter((operator) =>
    operator === 'value' && kind === 'vector' ? operators.values : operators[operator],
  );
}

const preparations = new Map<Method, Map<Instance, Operators>>();

/** The operators of the method for a sample: prepared once, since mathjs takes its time. */
function prepared(method: Method, f: Instance): Operators {
  const known = preparations.get(method) ?? new Map<Instance, Operators>();
  preparations.set(method, known);
  const operators = known.get(f) ?? method.prepare(f);
  known.set(f, operators);
  return operators;
}

/** Whether the call is refused, with a reason. */
function isUnsupported(call: () => void): boolean {
  try {
    call();
    return false;
  } catch (error) {
    if (!(error instanceof Unsupported)) throw error;
    expect(error.message).not.toBe('');
    return true;
  }
}

function gradientAt(f: Instance | ScalarFunction, { gradient }: Operators, ...x: number[]): number[] {
  const out = new Float64Array(f.inputs).fill(Number.NaN);
  gradient!(Float64Array.from(x), out);
  return [...out];
}

function dot(x: Float64Array, y: Float64Array): number {
  return x.reduce((sum, xi, i) => sum + xi * y[i]!, 0);
}

/** The truth with that of second order, where there is one. */
function wholeTruth(f: Instance, point: Float64Array): PointTruth {
  const truth = pointTruth(f, point);
  return f.kind === 'scalar' ? { ...truth, second: secondOrderTruth(f, point) } : truth;
}

let truths: ReadonlyMap<string, readonly PointTruth[]>;
beforeAll(() => {
  const points = ({ instance }: Sample) => instance.points(seededRandom(SEED));
  truths = new Map(
    samples.map((sample) => [sample.name, points(sample).map((point) => wholeTruth(sample.instance, point))]),
  );
});

describe.each(loaded)('the method $key', ({ key, method }) => {
  it('is registered under its name and its family, and says what it is', () => {
    expect(method.name).toBe(key);
    expect(familyOf(key)).toBe(method.family);
    expect(key).toMatch(/^[a-z0-9-]+$/);
    expect(method.title.trim()).not.toBe('');
    expect(method.operators.length).toBeGreaterThan(0);
    const isDifference = method.difference !== undefined || method.secondDifference !== undefined;
    if (method.error === 'truncation') expect(isDifference || method.estimatesError === true).toBe(true);
    else expect(method.difference?.weights ?? 0).toBe(0); // a step, as that of complex-step, may have no round-off
  });

  it('prepares exactly the operators that it declares', () => {
    for (const { name, instance } of samplesFor(method)) {
      const declared = applicable(OPERATORS, instance).filter((operator) => method.operators.includes(operator));
      expect(served(instance, prepared(method, instance)), name).toEqual(declared);
    }
  });

  const answered = samplesFor(method).filter(({ wrongBy }) => !wrongBy.includes(method.name));
  it.each(answered)('answers $name within the error that it states for itself', ({ name, instance }) => {
    const seeds = testSeeds(instance);
    const operators = prepared(method, instance);
    for (const operator of served(instance, operators).filter((each) => each !== 'hessian' && each !== 'hvp')) {
      const { call, out } = bindOperator(instance, operators, operator, seeds);
      const points = truths.get(name)!;
      const answers = points.flatMap(({ point }) => {
        out.fill(Number.NaN);
        const x = point.slice();
        if (isUnsupported(() => call(x))) return [];
        expect(x, 'the point is only read').toEqual(point);
        const estimate = estimateOf(operators, operator, out.length);
        return [{ answer: out.slice(), ...(estimate && { estimate }) }];
      });
      if (answers.length === 0) continue;
      const expected = points.map((point, p) =>
        withEstimate(expectedAnswer(point, operator, method, seeds), answers[p]!.estimate),
      );
      const { outcome, reason } = judge(
        answers.map(({ answer }) => answer),
        expected,
        method.error,
      );
      expect(outcome, `${operator}: ${reason}`).toBe('ok');
    }
  });

  it('returns the value with the gradient, or says that it has none', () => {
    for (const { name, instance } of samplesFor(method)) {
      if (instance.kind === 'vector') continue;
      const { gradient } = prepared(method, instance);
      const [truth] = truths.get(name)!;
      const value = gradient?.(truth!.point, new Float64Array(instance.inputs));
      if (value === undefined || Number.isNaN(value)) continue;
      const bound = 8 * Number.EPSILON * (truth!.rounding![0]!.value + Math.abs(value));
      expect(Math.abs(errorOf(value, truth!.values[0]!)), name).toBeLessThanOrEqual(bound);
    }
  });

  it('has J v and J^T u of one Jacobian, where it has both: u.(J v) = v.(J^T u)', () => {
    for (const { name, instance } of samplesFor(method)) {
      const { jvp, vjp } = prepared(method, instance);
      if (!jvp || !vjp) continue;
      const { tangent: v, adjoint: u } = testSeeds(instance);
      const [Jv, JTu] = [new Float64Array(instance.outputs), new Float64Array(instance.inputs)];
      for (const { point, jacobian } of truths.get(name)!) {
        jvp(point, v, Jv);
        vjp(point, u, JTu);
        const size = jacobian.flat().reduce((sum, { high }) => sum + Math.abs(high), 0);
        expect(Math.abs(dot(u, Jv) - dot(v, JTu)), name).toBeLessThanOrEqual(1e-13 * size);
      }
    }
  });
});

/** The Hessian row by row, or undefined where the method has none for the function. */
function hessianAt(f: Instance, { hessian }: Operators, x: Float64Array): Float64Array | undefined {
  const H = new Float64Array(f.inputs ** 2).fill(Number.NaN);
  return hessian && !isUnsupported(() => hessian(x, H)) ? H : undefined;
}

describe.each(loaded.filter(({ method }) => method.operators.includes('hessian')))('the Hessian by $key', ({
  method,
}) => {
  const scalars = samplesFor(method).filter(({ instance }) => instance.kind === 'scalar');

  it('is symmetric', () => {
    for (const { name, instance: f } of scalars) {
      const n = f.inputs;
      for (const { point } of truths.get(name)!) {
        const H = hessianAt(f, prepared(method, f), point);
        for (let i = 0; H && i < n; i++) for (let j = 0; j < i; j++) expect(H[i * n + j], name).toBe(H[j * n + i]);
      }
    }
  });

  it('times v is H v, to the error of both', () => {
    for (const { name, instance: f } of scalars) {
      const operators = prepared(method, f);
      const seeds = testSeeds(f);
      const v = seeds.tangent;
      const Hv = new Float64Array(f.inputs);
      for (const truth of truths.get(name)!) {
        const H = hessianAt(f, operators, truth.point);
        if (!H || !operators.hvp) continue;
        operators.hvp(truth.point, v, Hv);
        const entries = expectedAnswer(truth, 'hessian', method, seeds).bounds!;
        const products = expectedAnswer(truth, 'hvp', method, seeds).bounds!;
        Hv.forEach((product, i) => {
          const row = (numbers: ArrayLike<number>) => Float64Array.from(v, (_, j) => numbers[i * v.length + j]!);
          const bound = products[i]! + dot(row(entries), v.map(Math.abs));
          expect(Math.abs(product - dot(row(H), v)), `${name} ${i}`).toBeLessThanOrEqual(bound);
        });
      }
    }
  });

  it('of ln(x1) + x1 x2 - sin(x2) at (2, 5) is -1/4, 1, 1, sin 5', () => {
    const f = samples[0]!.instance;
    const H = hessianAt(f, prepared(method, f), Float64Array.of(2, 5))!;
    const digits = { rounding: 15, truncation: 4 }[method.error];
    [-0.25, 1, 1, -0.9589242746631385].forEach((exact, entry) => {
      expect(H[entry], `entry ${entry}`).toBeCloseTo(exact, digits);
    });
  });

  it('of l_4 at 0.2 is 67.395584', () => {
    const f = samples.find(({ name }) => name === 'logistic-map/nested')!.instance;
    const H = hessianAt(f, prepared(method, f), Float64Array.of(0.2))!;
    const tolerance = { rounding: 1e-12, truncation: 0.5 }[method.error]; // 5e-2 and 0.3 % are what forward steps leave
    expect(Math.abs(H[0]! - 67.395584)).toBeLessThanOrEqual(tolerance);
  });
});

describe('at (2, 5) on ln(x1) + x1 x2 - sin(x2)', () => {
  const f = samples[0]!.instance;
  const derivative = loaded.filter(({ method }) => method.operators.includes('gradient'));

  it.each(derivative)('$key finds the gradient (5.5, 1.716) of the lecture', ({ method }) => {
    const [first, second] = gradientAt(f, method.prepare(f), 2, 5);
    const tolerance = { rounding: 2 ** -50, truncation: method.difference?.order === 1 ? 1e-6 : 1e-9 }[method.error];
    expect(Math.abs(first! - 5.5)).toBeLessThanOrEqual(tolerance); // one ulp of 5.5 is 2^-50
    expect(Math.abs(second! - 1.7163378145367738)).toBeLessThanOrEqual(tolerance / 4);
  });

  it.each(loaded)('$key finds the value 11.652, if it finds one', ({ method }) => {
    const { value, gradient } = method.prepare(f);
    const x = Float64Array.of(2, 5);
    for (const found of [value?.(x), gradient?.(x, new Float64Array(2))]) {
      if (found === undefined || Number.isNaN(found)) continue;
      expect(Math.abs(found - 11.652071455223084)).toBeLessThanOrEqual(2 ** -49);
    }
  });
});

/** A scalar function of which only the value by hand is known. */
function byHandOnly(inputs: number, value: (x: Float64Array) => number): ScalarFunction {
  const unread = () => {
    throw new Error('not for a difference quotient');
  };
  return { kind: 'scalar', inputs, outputs: 1, byHand: { value, gradient: unread }, evaluate: unread };
}

describe.each(differences)('the quotient of $name', (method) => {
  const order = method.difference!.order;
  const slopeOf = (f: ScalarFunction, x: number, step: number) => gradientAt(f, method.prepare(f, { step }), x)[0]!;

  it('calls the function n + 1 times, or 2n times where it is central', () => {
    for (const n of [1, 2, 7]) {
      let calls = 0;
      const f = byHandOnly(n, (x) => {
        calls++;
        return dot(x, x);
      });
      const operators = method.prepare(f);
      gradientAt(f, operators, ...new Array<number>(n).fill(0.5));
      expect(calls).toBe(order === 1 ? n + 1 : 2 * n);
      expect(operators.cost!()).toEqual({ functionCalls: calls });
    }
  });

  it('calls the function twice for J v, and not at all where v is 0', () => {
    let calls = 0;
    const f = byHandOnly(3, (x) => {
      calls++;
      return dot(x, x);
    });
    const { jvp, cost } = method.prepare(f);
    const out = Float64Array.of(Number.NaN);
    jvp!(Float64Array.of(1, 2, 3), Float64Array.of(0.5, 0, -1), out);
    expect(out[0]).toBeCloseTo(-5, 6);
    expect([calls, cost!()]).toEqual([2, { functionCalls: 2 }]);
    jvp!(Float64Array.of(1, 2, 3), new Float64Array(3), out);
    expect([out[0], calls, cost!()]).toEqual([0, 2, { functionCalls: 0 }]);
  });

  it('steps along v as far as for a coordinate of the largest magnitude', () => {
    const seen: Float64Array[] = [];
    const f = byHandOnly(2, (x) => {
      seen.push(x.slice());
      return 0;
    });
    method.prepare(f).jvp!(Float64Array.of(-1e6, 2), Float64Array.of(0, -4), new Float64Array(1));
    const h = method.difference!.stepAt(1e6);
    expect(seen.map(([first]) => first)).toEqual([-1e6, -1e6]);
    expect(seen[0]![1]).toBeCloseTo(2 - h, 12);
    expect(seen[1]![1]).toBeCloseTo(order === 1 ? 2 : 2 + h, 12);
  });

  it('takes the step that it is given', () => {
    const square = byHandOnly(1, (x) => x[0]! ** 2);
    const cube = byHandOnly(1, (x) => x[0]! ** 3);
    expect(slopeOf(square, 1, 0.5)).toBe(order === 1 ? 2.5 : 2);
    expect(slopeOf(cube, 1, 0.5)).toBe(order === 1 ? 4.75 : 3.25);
  });

  it('divides by the distance that the rounded arguments lie apart: 4x has slope 4, whatever the step', () => {
    const f = byHandOnly(1, (x) => 4 * x[0]!);
    for (const x of [0.1, 1.1, -7.3, 1e5 / 3]) {
      for (const step of [1e-2, 1e-5, 1e-8, 3e-11]) expect(slopeOf(f, x, step), `x ${x}, h ${step}`).toBe(4);
    }
  });

  it('answers 0 for a step that is lost in rounding', () => {
    const f = byHandOnly(1, (x) => Math.exp(x[0]!));
    expect(slopeOf(f, 1, 1e-20)).toBe(0);
    expect(slopeOf(f, -1e10, 1e-8)).toBe(0);
  });

  it('scales its step to x, and never below that of 1', () => {
    const { stepAt } = method.difference!;
    const unit = order === 1 ? Math.sqrt(Number.EPSILON) : Math.cbrt(Number.EPSILON);
    expect([0, 0.3, 1, -1].map((x) => stepAt(x))).toEqual([unit, unit, unit, unit]);
    expect(stepAt(-1e6)).toBeCloseTo(1e6 * unit, 15);
    expect([0, -1e6].map((x) => stepAt(x, 'absolute'))).toEqual([unit, unit]);
  });

  it('honours the step rule that it is given, along a coordinate and along v', () => {
    const square = byHandOnly(1, (x) => x[0]! ** 2);
    const cube = byHandOnly(1, (x) => x[0]! ** 3);
    const [f, leftOut] = order === 1 ? [square, 1] : [cube, 2]; // (x + h)^2 leaves h, (x +- h)^3 leaves h^2
    const x = 64;
    for (const [stepRule, scale] of [
      ['relative', x],
      ['absolute', 1],
    ] as const) {
      const h = method.difference!.stepAt(1) * scale;
      const operators = method.prepare(f, { stepRule });
      const out = new Float64Array(1);
      operators.jvp!(Float64Array.of(x), Float64Array.of(1), out);
      const exact = order === 1 ? 2 * x : 3 * x ** 2;
      for (const slope of [gradientAt(f, operators, x)[0]!, out[0]!]) {
        const roundOff = (4 * Number.EPSILON * x ** (order + 1)) / h;
        expect(Math.abs(slope - exact - h ** leftOut), stepRule).toBeLessThan(roundOff);
      }
      expect(method.secondDifference!.stepAt(x, stepRule)).toBe(method.secondDifference!.stepAt(1) * scale);
    }
  });

  const CURVES = [
    ['l_4 at 0.2', samples.find(({ name }) => name === 'logistic-map/nested')!.instance, 0.2, undefined],
    ['exp at 1', byHandOnly(1, (x) => Math.exp(x[0]!)), 1, Math.E],
  ] as const;

  /** Slope of the line through log10 of the error against log10 of h, between two powers of ten. */
  function fittedSlope(f: ScalarFunction, x: number, exact: number, low: number, high: number): number {
    const line: [number, number][] = [];
    for (let exponent = low; exponent <= high; exponent += 0.02) {
      const error = Math.abs(slopeOf(f, x, 10 ** exponent) - exact);
      if (error > 0) line.push([exponent, Math.log10(error)]); // now and then rounding hits the mark
    }
    return linearRegression(line).m;
  }

  it.each(CURVES)('errs like h to the power of its order at large h, like 1/h at small h: %s', (_name, f, x, known) => {
    if (f.kind !== 'scalar') throw new Error('a curve is of a scalar function');
    const exact = known ?? truths.get('logistic-map/nested')![0]!.jacobian[0]![0]!.high;
    expect(fittedSlope(f, x, exact, -4.5, -2.5)).toBeCloseTo(order, 1);
    const [low, high] = order === 1 ? [-13, -9.5] : [-13, -7];
    expect(fittedSlope(f, x, exact, low!, high!)).toBeGreaterThan(-1.2);
    expect(fittedSlope(f, x, exact, low!, high!)).toBeLessThan(-0.8);
  });
});
