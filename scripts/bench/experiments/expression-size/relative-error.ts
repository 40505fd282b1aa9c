import type { ScalarFunction } from '../../../../methods/method.ts';
import { exactDerivative } from '../../../truth/exact-derivative.ts';
import { errorOf, exactNumber } from '../../../truth/exact-number.ts';

/**
 * How far the derivative of a function of one variable, computed in doubles, is from the truth, as a multiple of the
 * truth.
 */
export function relativeError(computed: number, f: ScalarFunction, x: Float64Array): number {
  const exact = exactNumber(exactDerivative(f, x).jacobian[0]![0]!);
  return Math.abs(errorOf(computed, exact) / exact.high);
}
