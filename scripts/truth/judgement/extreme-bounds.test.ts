/** Bounds far from 1: what the model states is finite wherever it is a double, and judges nothing where it is not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { methods } from '../../../methods/index.ts';
import type { Method } from '../../../methods/method.ts';
import { type Instance, scalar } from '../../../suites/problem.ts';
import { bindOperator, estimateOf } from '../bind.ts';
import { fromDigits } from '../exact-number.ts';
import { pointTruth } from '../point-truth.ts';
import { testSeeds } from '../seeds.ts';
import { withEstimate } from './estimate.ts';
import { expectedAnswer } from './expected.ts';
import { judge } from './judge.ts';
import { truncationError } from './quotient-error.ts';

const unread = () => {
  throw new Error('not read');
};
const square = scalar({
  inputs: 1,
  evaluate: (A, [x]) => A.mul(x!, x!),
  byHand: { value: (x) => x[0]! * x[0]!, gradient: unread },
  points: () => [],
});
const logarithm = scalar({
  inputs: 1,
  evaluate: (A, [x]) => A.log(x!),
  byHand: { value: (x) => Math.log(x[0]!), gradient: unread },
  points: () => [],
});

function judged(f: Instance, x: number, method: Method, factor = 1) {
  const operators = method.prepare(f);
  const { call, out } = bindOperator(f, operators, 'gradient', testSeeds(f));
  call(Float64Array.of(x));
  const estimate = method.estimatesError && estimateOf(operators, 'gradient', 1);
  const expected = withEstimate(
    expectedAnswer(pointTruth(f, Float64Array.of(x)), 'gradient', method, testSeeds(f)),
    estimate,
  );
  return judge([Float64Array.of(factor * out[0]!)], [expected], method.error);
}

const loaded = await Promise.all(Object.values(methods).map((load) => load()));
const numerical = loaded.filter(
  ({ difference, estimatesError, operators }) =>
    operators.includes('gradient') && (difference?.weights || estimatesError),
);

describe.each(numerical)('the bound of $name', (method) => {
  it.each([
    ['x^2', square, 1e50],
    ['x^2', square, 1e100],
    ['x^2', square, 1e140],
    ['log', logarithm, 1e100],
    ['log', logarithm, 1e250],
  ])('is finite of %s', (_, f, x) => {
    const verdict = judged(f, x, method);
    expect(verdict).toMatchObject({ outcome: 'ok' });
    expect(verdict.errorToBound).toBeLessThanOrEqual(1);
    expect(verdict.errorBound).toBeLessThan(1e-2);
    expect(judged(f, x, method, 3).outcome).toBe('wrong');
  });
});

it('truncation overflows only where it is no double', () => {
  const exponents = fc.integer({ min: -300, max: 300 });
  fc.assert(
    fc.property(exponents, exponents, fc.constantFrom(2, 4, 6, 8), (e, k, order) => {
      const derivatives = Array.from({ length: 12 }, (_, q) => (q === order + 1 ? 10 ** e : 0));
      const error = truncationError({ order, truncation: 1 }, 10 ** k, derivatives);
      const exponent = e + k * order;
      if (exponent < 307) expect(error).toBeLessThan(Number.POSITIVE_INFINITY);
      if (Math.abs(exponent) < 300) expect(Math.log10(error)).toBeCloseTo(exponent, 6);
    }),
    { numRuns: 500, seed: 20203 },
  );
});

describe('a bound that is not finite', () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY])('judges nothing: %f leaves the entry to the tolerance', (bound) => {
    const expected = { exact: [fromDigits('2'), fromDigits('1')], bounds: [bound, 1e-15] };
    const outcome = (answer: number, other = 1) =>
      judge([Float64Array.of(answer, other)], [expected], 'truncation').outcome;
    expect(outcome(2.0001)).toBe('ok');
    expect(outcome(2.1)).toBe('wrong');
    expect(outcome(2, 1 + 1e-12)).toBe('wrong');
  });
});

it('a quotient of any order may round its own sum, which is all that is wrong with the slope of x', async () => {
  const identity = scalar({
    inputs: 1,
    evaluate: (_A, [x]) => x!,
    byHand: { value: (x) => x[0]!, gradient: unread },
    points: () => [],
  });
  for (const method of numerical.filter(({ difference }) => difference)) {
    for (let k = 0; k < 60; k++) {
      const x = 0.01 + k / 63;
      expect(judged(identity, x, method).outcome, `${method.name} at ${x}`).toBe('ok');
      expect(judged(identity, x, method, 1 + 3e-15).outcome, `${method.name} at ${x}`).toBe('wrong');
    }
  }
});
