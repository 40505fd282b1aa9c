import type { Differentiable } from '../../methods/method.ts';
import { type MixedDerivatives, mixedDerivatives } from './directional.ts';
import { knownHessian, knownHessianProduct, unitVector } from './exact-hessian.ts';
import { type ExactNumber, type ExactRanges, exactDot, exactNumber } from './exact-number.ts';
import { type EntryRounding, hessianRounding } from './hessian-rounding.ts';
import { exactRanges } from './regular.ts';
import { testSeeds } from './seeds.ts';

/** Above this many inputs there is no truth of a Hessian: its n sweeps over decimals would take minutes a point. */
export const MAX_HESSIAN_INPUTS = 50;
/**
 * Above this many inputs the rounding of a Hessian is not modelled: n^2 / 2 recorded passes would take seconds a point.
 */
const MAX_ROUNDED_INPUTS = 12;

/** The truth about the second derivatives of a scalar function at one point. */
export interface SecondOrderTruth {
  /** H, n rows of n numbers; absent for n > 50. */
  readonly hessian?: readonly (readonly ExactNumber[])[];
  /** H v along the tangent with which hvp is tested, for every n. */
  readonly product: readonly ExactNumber[];
  /** The ranges of entries of H that a convention chose, as at a kink, by rows; absent where there are none. */
  readonly ranges?: readonly ExactRanges[];
  /** The ranges of entries of H v that a convention chose, where H itself is not known. */
  readonly productRanges?: ExactRanges;
  /** The rounding errors of each entry of H; absent for n > 12. */
  readonly rounding?: readonly (readonly EntryRounding[])[];
  /** Per input, what truncation along it is made of; absent for n > 50. */
  readonly higher?: readonly MixedDerivatives[];
  /** Higher derivatives along the tangent with which hvp is tested. */
  readonly higherAlongTangent?: MixedDerivatives;
}

/** Hessian, its product with the test tangent, and error models of a scalar f at one point. */
export function secondOrderTruth(f: Differentiable, point: Float64Array): SecondOrderTruth {
  const n = f.inputs;
  const { tangent } = testSeeds(f);
  if (n > MAX_HESSIAN_INPUTS) {
    const { rows, ranges } = knownHessianProduct(f, point, tangent);
    return { product: rows[0]!.map(exactNumber), ...(ranges && { productRanges: exactRanges(ranges)[0]! }) };
  }
  const { rows, ranges } = knownHessian(f, point);
  const hessian = rows.map((row) => row.map(exactNumber));
  return {
    hessian,
    ...(ranges && { ranges: exactRanges(ranges) }),
    product: hessian.map((row) => exactDot(row, tangent)),
    ...(n <= MAX_ROUNDED_INPUTS && { rounding: hessianRounding(f, point) }),
    higher: Array.from(point, (_, i) => mixedDerivatives(f, point, unitVector(n, i))),
    higherAlongTangent: mixedDerivatives(f, point, tangent),
  };
}
