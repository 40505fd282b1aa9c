import { expect, test } from 'vitest';
import type { Problem } from '../problem.ts';
import { logProductSine } from './log-product-sine.ts';
import { matlabConstraints } from './matlab-constraints.ts';
import { matlabObjective } from './matlab-objective.ts';
import { sigmoid } from './sigmoid.ts';

/** [f, gradient...] by hand. */
function byHand(problem: Problem, ...x: number[]): number[] {
  const instance = problem.at(problem.sizes[0]!);
  if (instance.kind !== 'scalar') throw new Error('not scalar');
  const out = new Float64Array(instance.inputs);
  const value = instance.byHand.gradient(Float64Array.from(x), out);
  expect(instance.byHand.value(Float64Array.from(x))).toBeCloseTo(value, 14);
  return [value, ...out];
}

function expectClose(actual: readonly number[], expected: readonly number[], digits: number) {
  expect(actual.length).toBe(expected.length);
  for (const [i, e] of expected.entries()) expect(actual[i]).toBeCloseTo(e, digits);
}

test('the traces of the survey end in 11.652, 5.5 and 1.716', () => {
  expectClose(byHand(logProductSine, 2, 5), [11.652, 5.5, 1.716], 3);
});

test('the neuron gives the worked example of CS231n', () => {
  expectClose(byHand(sigmoid, -3, 2, -3, -1, -2), [0.73, 0.2, -0.2, -0.39, 0.39, -0.59], 2);
});

test('at w = 0 the neuron is 1/2 with slope 1/4', () => {
  expectClose(byHand(sigmoid, 0, 0, 0, 3, -2), [0.5, 0.25, 0.75, -0.5, 0, 0], 15);
});

test('the tails of the neuron mirror each other, to the last digits', () => {
  const [high, highSlope] = byHand(sigmoid, 40, 0, 0, 0, 0);
  const [low, lowSlope] = byHand(sigmoid, -40, 0, 0, 0, 0);
  expect(high).toBe(1);
  expect(low! / Math.exp(-40)).toBeCloseTo(1, 14);
  expect(highSlope! / Math.exp(-40)).toBeCloseTo(1, 14);
  expect(lowSlope).toBe(highSlope);
});

test('the MATLAB objective starts from 5/e with gradient (1/e, 2/e)', () => {
  expectClose(byHand(matlabObjective, -1, 1), [5 / Math.E, 1 / Math.E, 2 / Math.E], 15);
});

test('the MATLAB example has its published minimum, 0.0236 at (-9.5474, 1.0474), where both constraints are active', () => {
  const root = Math.sqrt(8.5 ** 2 + 40); // x1 + x2 = -8.5 and x1 x2 = -10
  const x1 = (-8.5 - root) / 2;
  const x2 = (-8.5 + root) / 2;
  expectClose([x1, x2], [-9.5474, 1.0474], 4);
  const [f, d1, d2] = byHand(matlabObjective, x1, x2);
  expect(f).toBeCloseTo(0.0236, 4);

  const constraints = matlabConstraints.at(2);
  if (constraints.kind !== 'vector') throw new Error('not vector-valued');
  const c = new Float64Array(2);
  const J = new Float64Array(4);
  constraints.byHand.values(Float64Array.of(x1, x2), c);
  constraints.byHand.jacobian(Float64Array.of(x1, x2), J);
  expectClose([...c], [0, 0], 13);
  // Karush-Kuhn-Tucker: gradient + J' multipliers = 0, no multiplier negative
  const determinant = J[0]! * J[3]! - J[1]! * J[2]!;
  expect((J[2]! * d2! - J[3]! * d1!) / determinant).toBeGreaterThan(0);
  expect((J[1]! * d1! - J[0]! * d2!) / determinant).toBeGreaterThan(0);
});

test('the Jacobian of the MATLAB constraints is laid out by rows, not by columns as on the slide', () => {
  const constraints = matlabConstraints.at(2);
  if (constraints.kind !== 'vector') throw new Error('not vector-valued');
  const J = new Float64Array(4);
  constraints.byHand.jacobian(Float64Array.of(3, 5), J);
  expect([...J]).toEqual([4, 2, -5, -3]);
});
