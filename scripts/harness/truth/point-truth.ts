import type { Differentiable } from '../../../methods/method.ts';
import { type HigherDerivatives, higherDerivatives } from './directional.ts';
import { exactDerivative } from './exact-derivative.ts';
import { type ExactNumber, exactNumber } from './exact-number.ts';
import { type OutputRounding, roundingOf } from './rounding.ts';
import { testSeeds } from './seeds.ts';

/** Above this many inputs the error models, whose cost grows with n^2, are left out. */
export const MAX_MODELLED_INPUTS = 50;

/** What is known of a problem at one point. */
export interface PointTruth {
  readonly point: Float64Array;
  /** f(x), m numbers. */
  readonly values: readonly ExactNumber[];
  /** J, m rows of n numbers. */
  readonly jacobian: readonly (readonly ExactNumber[])[];
  /** Per output, what rounding can do; absent for n > 50. */
  readonly rounding?: readonly OutputRounding[];
  /** Per output and input, what truncation is made of; absent for n > 50. */
  readonly higher?: readonly (readonly HigherDerivatives[])[];
  /** The same per output along the tangent with which jvp is tested. */
  readonly higherAlongTangent?: readonly HigherDerivatives[];
}

/** Value, Jacobian and error models of f at one point. */
export function pointTruth(f: Differentiable, point: Float64Array): PointTruth {
  const exact = exactDerivative(f, point);
  const truth = {
    point,
    values: exact.values.map(exactNumber),
    jacobian: exact.jacobian.map((row) => row.map(exactNumber)),
  };
  if (f.inputs > MAX_MODELLED_INPUTS) return truth;
  const byInput = Array.from(point, (_, i) => higherDerivatives(f, point, unitVector(f.inputs, i)));
  const higher = truth.values.map((_, k) => byInput.map((outputs) => outputs[k]!));
  const higherAlongTangent = higherDerivatives(f, point, testSeeds(f).tangent);
  return { ...truth, rounding: roundingOf(f, point), higher, higherAlongTangent };
}

function unitVector(n: number, i: number): number[] {
  return Array.from({ length: n }, (_, j) => (j === i ? 1 : 0));
}
