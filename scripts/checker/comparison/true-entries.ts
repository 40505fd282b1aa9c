import type { Differentiable } from '../../../methods/method.ts';
import { exactDerivative } from '../../truth/exact-derivative.ts';
import { exactHessian } from '../../truth/exact-hessian.ts';
import type { WrittenOperator } from './hand-written.ts';

/**
 * Gradient, Jacobian or Hessian of f at x, row by row, in decimals of more than 50 digits, of which each is then
 * rounded to a double.
 */
export function trueEntries(f: Differentiable, operator: WrittenOperator, x: Float64Array): Float64Array {
  const rows = operator === 'hessian' ? exactHessian(f, x) : exactDerivative(f, x).jacobian;
  return Float64Array.from(rows.flat(), (entry) => entry.toNumber());
}
