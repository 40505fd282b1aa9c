import { type Recorded, recordAdjoints } from '../../../methods/arithmetic/adjoint.ts';
import type { Arithmetic } from '../../../methods/arithmetic/arithmetic.ts';
import { type Dual, dualArithmetic } from '../../../methods/arithmetic/dual.ts';
import { numberArithmetic } from '../../../methods/arithmetic/number.ts';
import type { Differentiable } from '../../../methods/method.ts';

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
  const seeded = Array.from(x, (xj, j) => nested(xj, v[j]!, 0));
  return f.evaluate(thirdOrder(numberArithmetic), seeded).map((y) => ({ second: y.v.d.d, third: y.d.d.d }));
}

/**
 * The gradients of the second and third derivative of f along a direction v: what the truncation error of a difference quotient of
 * second order is made of. Entry j of `third` is d/dx_j of (v.grad)^2 f, entry j of `fourth` is d/dx_j of (v.grad)^3 f.
 */
export interface MixedDerivatives {
  readonly third: readonly number[];
  readonly fourth: readonly number[];
}

/** These of a scalar f, by duals nested three deep over a record, which is then swept in reverse, in doubles. */
export function mixedDerivatives(f: Differentiable, x: Float64Array, v: ArrayLike<number>): MixedDerivatives {
  const record = recordAdjoints(numberArithmetic);
  const { constant } = record.arithmetic;
  const inputs = Array.from(x, (xj) => record.input(xj));
  const seeded = inputs.map((input, j) => nested<Recorded<number>>(input, constant(v[j]!), constant(0)));
  const [y] = f.evaluate(thirdOrder(record.arithmetic), seeded);
  const gradientOf = (derivative: Recorded<number>) => {
    const adjoints = record.adjoints(derivative);
    return inputs.map(({ index }) => adjoints[index]!);
  };
  return { third: gradientOf(y!.v.d.d), fourth: gradientOf(y!.d.d.d) };
}

type ThirdOrder<T> = Dual<Dual<Dual<T>>>;

function thirdOrder<T>(A: Arithmetic<T>): Arithmetic<ThirdOrder<T>> {
  return dualArithmetic(dualArithmetic(dualArithmetic(A)));
}

/** x + s e1 + s e2 + s e3. */
function nested<T>(x: T, s: T, zero: T): ThirdOrder<T> {
  const zero1 = { v: zero, d: zero };
  const seed = { v: s, d: zero };
  return { v: { v: { v: x, d: s }, d: seed }, d: { v: seed, d: zero1 } };
}
