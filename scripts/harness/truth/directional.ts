import { type Dual, dualArithmetic } from '../../../methods/arithmetic/dual.ts';
import { numberArithmetic } from '../../../methods/arithmetic/number.ts';
import type { Differentiable } from '../../../methods/method.ts';

const first = dualArithmetic(numberArithmetic);
const second = dualArithmetic(first);
const third = dualArithmetic(second);

/** Second and third derivative along a direction: what the truncation error of a difference quotient is made of. */
export interface HigherDerivatives {
  readonly second: number;
  readonly third: number;
}

/** Second and third derivative of every output k along the direction v, by duals nested three deep, in doubles. */
export function higherDerivatives(
  f: Differentiable,
  x: Float64Array,
  v: ArrayLike<number>,
): readonly HigherDerivatives[] {
  const seeded = Array.from(x, (xj, j) => nested(xj, v[j]!));
  return f.evaluate(third, seeded).map((y) => ({ second: y.v.d.d, third: y.d.d.d }));
}

/** x + s e1 + s e2 + s e3. */
function nested(x: number, s: number): Dual<Dual<Dual<number>>> {
  const zero1 = { v: 0, d: 0 };
  const zero2 = { v: zero1, d: zero1 };
  return { v: { v: { v: x, d: s }, d: { v: s, d: 0 } }, d: { ...zero2, v: { v: s, d: 0 } } };
}
