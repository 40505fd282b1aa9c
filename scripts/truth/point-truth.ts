import type { Differentiable } from '../../methods/method.ts';
import { type DirectionalDerivatives, directionalDerivatives } from './directional.ts';
import { exactDerivative } from './exact-derivative.ts';
import { unitVector } from './exact-hessian.ts';
import { type ExactNumber, type ExactRanges, exactNumber } from './exact-number.ts';
import { exactRanges } from './regular.ts';
import { type OutputRounding, roundingOf } from './rounding.ts';
import type { SecondOrderTruth } from './second-order.ts';
import { testSeeds } from './seeds.ts';

/** Above this many inputs the error models, whose cost grows with n^2, are left out. */
export const MAX_MODELLED_INPUTS = 50;

/** The truth about a problem at one point. */
export interface PointTruth {
  readonly point: Float64Array;
  /** f(x), m numbers. */
  readonly values: readonly ExactNumber[];
  /** J, m rows of n numbers. */
  readonly jacobian: readonly (readonly ExactNumber[])[];
  /** The ranges of entries of J that a convention chose, as at a kink, by rows; absent where there are none. */
  readonly ranges?: readonly ExactRanges[];
  /** Whether the point is at the edge of the domain, so that J is that of one side. */
  readonly isOneSided?: true;
  /** Per output, what rounding can do; absent for n > 50. */
  readonly rounding?: readonly OutputRounding[];
  /** Per output and input, what truncation is made of; absent for n > 50. */
  readonly higher?: readonly (readonly DirectionalDerivatives[])[];
  /** Higher derivatives per output along the tangent with which jvp is tested. */
  readonly higherAlongTangent?: readonly DirectionalDerivatives[];
  /** The truth about second derivatives, where they were asked for; a vector-valued function has none. */
  readonly second?: SecondOrderTruth;
}

/** Value, Jacobian and error models of f at one point. */
export function pointTruth(f: Differentiable, point: Float64Array): PointTruth {
  const exact = exactDerivative(f, point);
  const truth = {
    point,
    values: exact.values.map(exactNumber),
    jacobian: exact.jacobian.map((row) => row.map(exactNumber)),
    ...(exact.ranges && { ranges: exactRanges(exact.ranges) }),
    ...(exact.isOneSided && { isOneSided: true as const }),
  };
  if (f.inputs > MAX_MODELLED_INPUTS) return truth;
  const byInput = Array.from(point, (_, i) => directionalDerivatives(f, point, unitVector(f.inputs, i)));
  const higher = truth.values.map((_, k) => byInput.map((outputs) => outputs[k]!));
  const higherAlongTangent = directionalDerivatives(f, point, testSeeds(f).tangent);
  return { ...truth, rounding: roundingOf(f, point), higher, higherAlongTangent };
}
