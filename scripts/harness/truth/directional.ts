import { type Recorded, recordAdjoints } from '../../../methods/arithmetic/adjoint.ts';
import type { Arithmetic } from '../../../methods/arithmetic/arithmetic.ts';
import { type Dual, dualArithmetic } from '../../../methods/arithmetic/dual.ts';
import { numberArithmetic } from '../../../methods/arithmetic/number.ts';
import { line, seriesArithmetic } from '../../../methods/arithmetic/series.ts';
import type { Differentiable } from '../../../methods/method.ts';

/** The highest derivative along a direction that is found: the leading term of a quotient of order 8 is made of the 9th, the next of the 11th. */
const HIGHEST = 11;

/**
 * Derivatives along a direction v: entry k is d^k/dt^k f(x + t v) at t = 0, from f(x) itself to the 11th. What the truncation error
 * of a difference quotient is made of.
 */
export type DirectionalDerivatives = readonly number[];

/** These of every output, from one Taylor series each, in doubles. */
export function directionalDerivatives(
  f: Differentiable,
  x: Float64Array,
  v: ArrayLike<number>,
): readonly DirectionalDerivatives[] {
  const way = Array.from(x, (xj, j) => (v[j] === 0 ? line(numberArithmetic, xj) : line(numberArithmetic, xj, v[j])));
  return f.evaluate(seriesArithmetic(numberArithmetic, HIGHEST), way).map((y) => {
    let factorial = 1;
    return Array.from({ length: HIGHEST + 1 }, (_, k) => {
      factorial *= k || 1;
      return factorial * y.coefficient(k);
    });
  });
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
