import { type Recorded, recordAdjoints } from '../../methods/arithmetic/adjoint.ts';
import type { Arithmetic } from '../../methods/arithmetic/arithmetic.ts';
import { decimalArithmetic } from '../../methods/arithmetic/decimal.ts';
import { type Dual, dualArithmetic } from '../../methods/arithmetic/dual.ts';
import { numberArithmetic } from '../../methods/arithmetic/number.ts';
import { line, seriesArithmetic } from '../../methods/arithmetic/series.ts';
import type { Differentiable } from '../../methods/method.ts';
import { directions, moved } from './beside.ts';
import { kinksAt } from './kinks.ts';

/**
 * The highest derivative along a direction that is found: the leading term of a quotient of order 8 is made of the 9th,
 * the next of the 11th.
 */
const HIGHEST = 11;

/**
 * Derivatives along a direction v: entry k is d^k/dt^k f(x + t v) at t = 0, from f(x) itself to the 11th. What the
 * truncation error of a difference quotient is made of.
 */
export type DirectionalDerivatives = readonly number[];

/**
 * These of every output, from one Taylor series each, in doubles; beside a kink, where the rules hold, if there is one.
 */
export function directionalDerivatives(
  f: Differentiable,
  x: Float64Array,
  v: ArrayLike<number>,
): readonly DirectionalDerivatives[] {
  return besideKinks(
    f,
    x,
    (A, at) => seriesAlong(f, at, v, A),
    // the value and the slope are known from the truth
    (found, sides) =>
      found.map((own, k) => own.map((entry, q) => (q < 2 ? entry : largest(sides, (side) => side[k]![q]!)))),
  );
}

function seriesAlong<T>(f: Differentiable, x: readonly T[], v: ArrayLike<number>, A: Arithmetic<T>): number[][] {
  const way = x.map((xj, j) => (v[j] === 0 ? line(A, xj) : line(A, xj, A.constant(v[j]!))));
  return f.evaluate(seriesArithmetic(A, HIGHEST), way).map((y) => {
    let factorial = 1;
    return Array.from({ length: HIGHEST + 1 }, (_, k) => {
      factorial *= k || 1;
      return factorial * A.toNumber(y.coefficient(k));
    });
  });
}

/**
 * The gradients of the second and third derivative of f along a direction v: what the truncation error of a difference
 * quotient of second order is made of. Entry j of `third` is d/dx_j of (v.grad)^2 f, entry j of `fourth` is d/dx_j of
 * (v.grad)^3 f.
 */
export interface MixedDerivatives {
  readonly third: readonly number[];
  readonly fourth: readonly number[];
}

/**
 * These of a scalar f, by duals nested three deep over a record, which is then swept in reverse, in doubles; beside a
 * kink, if there is one.
 */
export function mixedDerivatives(f: Differentiable, x: Float64Array, v: ArrayLike<number>): MixedDerivatives {
  return besideKinks(
    f,
    x,
    (A, at) => mixedOver(f, at, v, A),
    (_, sides) => {
      const both = (order: keyof MixedDerivatives) =>
        Array.from(x, (__, j) => largest(sides, (side) => side[order][j]!));
      return { third: both('third'), fourth: both('fourth') };
    },
  );
}

function mixedOver<T>(f: Differentiable, x: readonly T[], v: ArrayLike<number>, A: Arithmetic<T>): MixedDerivatives {
  const record = recordAdjoints(A);
  const { constant } = record.arithmetic;
  const inputs = x.map((xj) => record.input(xj));
  const seeded = inputs.map((input, j) => nested<Recorded<T>>(input, constant(v[j]!), constant(0)));
  const [y] = f.evaluate(thirdOrder(record.arithmetic), seeded);
  const gradientOf = (derivative: Recorded<T>) => {
    const adjoints = record.adjoints(derivative);
    return inputs.map(({ index }) => A.toNumber(adjoints[index]!));
  };
  return { third: gradientOf(y!.v.d.d), fourth: gradientOf(y!.d.d.d) };
}

/** Digits of decimals beside a kink. */
const BESIDE_DIGITS = 100;
/** The distance of its sides from it, relative to x. */
const BESIDE = '1e-40';

/** The answer at x in doubles; at a kink it is made of the answers to two sides of it. */
function besideKinks<R>(
  f: Differentiable,
  x: Float64Array,
  find: <T>(A: Arithmetic<T>, at: readonly T[]) => R,
  join: (found: R, sides: readonly R[]) => R,
): R {
  const at = Array.from(x);
  const found = find(numberArithmetic, at);
  if (kinksAt(f, at, numberArithmetic, (value) => value === 0) !== 'met') return found;
  const A = decimalArithmetic(BESIDE_DIGITS);
  const sides = directions(x.length)
    .slice(0, 2)
    .map((direction) => find(A, moved(x, direction, BESIDE, A)));
  return join(found, sides);
}

/** The number of the largest magnitude. */
function largest<S>(sides: readonly S[], of: (side: S) => number): number {
  return sides.map(of).reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
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
