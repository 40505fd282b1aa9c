/**
 * The rounding bound can fail: a rule of calculus that loses two digits is seen at ordinary points, whatever the rule.
 */
import { describe, expect, it } from 'vitest';
import type { Arithmetic } from '../../../methods/arithmetic/arithmetic.ts';
import { type Dual, dualArithmetic, mapNames } from '../../../methods/arithmetic/dual.ts';
import { numberArithmetic } from '../../../methods/arithmetic/number.ts';
import { binaryRules, unaryRules } from '../../../methods/arithmetic/rules.ts';
import { methods } from '../../../methods/index.ts';
import { type Instance, scalar } from '../../../suites/problem.ts';
import { pointTruth } from '../point-truth.ts';
import { secondOrderTruth } from '../second-order.ts';
import { testSeeds } from '../seeds.ts';
import { expectedAnswer } from './expected.ts';
import { judge } from './judge.ts';

/** A relative error of 1e-14, where doubles have 1e-16. */
const LOSS = 1e-14;
const exact = await methods.forward!();
const real = dualArithmetic(numberArithmetic);

const lists = {
  pow: <T>(A: Arithmetic<T>, [x]: readonly T[]) => A.pow(x!, 2.5),
  sum: <T>(A: Arithmetic<T>, x: readonly T[]) => A.sum(x),
  sumOver: <T>(A: Arithmetic<T>, x: readonly T[]) => A.sumOver(x.length, (i) => x[i]!),
  dot: <T>(A: Arithmetic<T>, x: readonly T[]) => A.dot(x, [...x].reverse()),
  linear: <T>(A: Arithmetic<T>, x: readonly T[]) => A.linear([2, -3], x),
  logSumExp: <T>(A: Arithmetic<T>, x: readonly T[]) => A.logSumExp(x),
};
type Evaluate = <T>(A: Arithmetic<T>, x: readonly T[]) => T;
const primitives: Readonly<Record<string, Evaluate>> = {
  ...mapNames(
    unaryRules,
    (name): Evaluate =>
      (A, [x]) =>
        A[name](x!),
  ),
  ...mapNames(
    binaryRules,
    (name): Evaluate =>
      (A, [x, y]) =>
        A[name](x!, y!),
  ),
  ...lists,
};
const names = Object.keys(primitives).filter((name) => name !== 'sign'); // its slope is 0, of which nothing can be lost

function instanceOf(evaluate: Evaluate): Instance {
  const unread = () => Number.NaN;
  return scalar({ inputs: 2, evaluate, byHand: { value: unread, gradient: unread }, points: () => [] });
}

/** The gradient by duals, each entry with a relative error. */
function gradient(f: Instance, x: Float64Array, error: number): Float64Array {
  return x.map((_, i) => {
    const seeded: Dual<number>[] = Array.from(x, (v, j) => ({ v, d: i === j ? 1 : 0 }));
    return f.evaluate(real, seeded)[0]!.d * (1 + error);
  });
}

const points = [
  [0.3, 0.7],
  [0.71, 0.02],
].map((x) => Float64Array.from(x));

describe.each(names)('the bound of %s', (name) => {
  const f = instanceOf(primitives[name]!);

  it.each(points)('allows a gradient at %o its rounding, and no loss of two digits', (x) => {
    const expected = expectedAnswer(pointTruth(f, x), 'gradient', exact, testSeeds(f));
    const outcome = (error: number) => judge([gradient(f, x, error)], [expected], 'rounding').outcome;
    expect(outcome(0)).toBe('ok');
    for (const error of [LOSS, -LOSS]) expect(outcome(error)).toBe('wrong');
  });

  it('allows a value the same', () => {
    const x = points[0]!;
    const value = f.evaluate(numberArithmetic, [...x])[0]!;
    const expected = expectedAnswer(pointTruth(f, x), 'value', exact, testSeeds(f));
    const outcome = (error: number) => judge([Float64Array.of(value * (1 + error))], [expected], 'rounding').outcome;
    expect(outcome(0)).toBe('ok');
    expect(outcome(LOSS)).toBe('wrong');
  });

  it('allows products the same', () => {
    const [x] = points;
    const { tangent, adjoint } = testSeeds(f);
    const truth = pointTruth(f, x!);
    const slopes = gradient(f, x!, 0);
    const product = slopes.reduce((sum, slope, i) => sum + slope * tangent[i]!, 0);
    const outcome = (operator: 'jvp' | 'vjp', answer: Float64Array) =>
      judge([answer], [expectedAnswer(truth, operator, exact, { tangent, adjoint })], 'rounding').outcome;
    for (const [error, wanted] of [
      [0, 'ok'],
      [LOSS, 'wrong'],
    ] as const) {
      expect(
        outcome(
          'vjp',
          slopes.map((slope) => slope * adjoint[0]! * (1 + error)),
        ),
      ).toBe(wanted);
      expect(outcome('jvp', Float64Array.of(product * (1 + error)))).toBe(wanted);
    }
  });

  it('allows every row of a Hessian ten roundings at most', () => {
    const [x] = points;
    const truth = { ...pointTruth(f, x!), second: secondOrderTruth(f, x!) };
    const expected = expectedAnswer(truth, 'hessian', exact, testSeeds(f));
    const right = Float64Array.from(truth.second.hessian!.flat(), ({ high }) => high);
    expect(judge([right], [expected], 'rounding').outcome).toBe('ok');
    for (const [entry, value] of right.entries()) {
      const off = right.slice();
      off[entry] = value === 0 ? 1e-13 : value * (1 + 1e-13);
      if (expected.bounds![entry]! > 0 || value !== 0) {
        expect(judge([off], [expected], 'rounding').outcome, `entry ${entry}`).toBe('wrong');
      }
    }
  });
});

describe('the error model of a quotient', () => {
  const central = scalar({
    inputs: 2,
    evaluate: (A, [x, y]) => A.add(x!, A.mul(A.constant(1e3), y!)),
    byHand: { value: () => 0, gradient: () => 0 },
    points: () => [],
  });

  it('allows J v ten roundings of the arguments, as far as the slopes pass them on', async () => {
    const method = await methods['central-difference']!();
    const x = Float64Array.of(1, 2);
    const v = Float64Array.of(1, 0.5);
    const truth = pointTruth(central, x);
    const along = { tangent: v, adjoint: Float64Array.of(1) };
    const { bounds } = expectedAnswer(truth, 'jvp', method, along);
    const h = method.difference!.stepAt(2) / 1;
    const value = truth.rounding![0]!.value;
    const ofArguments = 1 * 1 + 1e3 * 2;
    expect(bounds![0]! / ((10 * 2 ** -52 * (value + ofArguments)) / h)).toBeCloseTo(1, 3);
  });
});

it('is modelled for 50 inputs, and no more', () => {
  const f = (inputs: number) =>
    scalar({ inputs, evaluate: (A, x) => A.sum(x), byHand: { value: () => 0, gradient: () => 0 }, points: () => [] });
  const boundsOf = (inputs: number) =>
    expectedAnswer(pointTruth(f(inputs), new Float64Array(inputs).fill(1)), 'gradient', exact, testSeeds(f(inputs)))
      .bounds;
  expect(boundsOf(50)).toHaveLength(50);
  expect(boundsOf(51)).toBeUndefined();
});
