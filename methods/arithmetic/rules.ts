/**
 * The rules of calculus: local partial derivatives of every primitive, the only place where they are written.
 *
 * `x`, `y` are the arguments and `v` is the value that the primitive has already computed. A rule is generic over the
 * arithmetic, so the same line serves dual numbers over any type, the reverse sweep, and the printed modules of
 * `specialised/`. A slope that no formula gives with all its digits, derivatives included, is a primitive with a rule
 * of its own. Sources: Abramowitz & Stegun, Handbook of Mathematical Functions, 3.3, 4.2, 4.3.105-110, 4.4.52-54,
 * 4.5.71-76.
 */
import type { Arithmetic, BinaryPrimitives, UnaryPrimitives } from './arithmetic.ts';

type UnaryRule = <T>(A: Arithmetic<T>, x: T, v: T) => T;
type BinaryRule = <T>(A: Arithmetic<T>, x: T, y: T, v: T) => readonly [T, T];

/** dv/dx of each primitive of one argument. */
export const unaryRules: { readonly [K in keyof UnaryPrimitives<unknown>]: UnaryRule } = {
  neg: (A) => A.constant(-1),
  exp: (_A, _x, v) => v,
  log: (A, x) => A.div(A.constant(1), x),
  log1p: (A, x) => A.div(A.constant(1), A.add(A.constant(1), x)),
  expm1: (A, x) => A.exp(x),
  sin: (A, x) => A.cos(x),
  cos: (A, x) => A.neg(A.sin(x)),
  tan: (A, _x, v) => A.add(A.constant(1), A.mul(v, v)),
  tanh: (A, x) => A.tanhSlope(x),
  asin: (A, x) => A.asinSlope(x),
  acos: (A, x) => A.neg(A.asinSlope(x)),
  atan: (A, x) => A.atanSlope(x),
  sinh: (A, x) => A.cosh(x),
  cosh: (A, x) => A.sinh(x),
  sqrt: (A, _x, v) => A.div(A.constant(0.5), v),
  abs: (A, x) => A.sign(x),
  sign: (A) => A.constant(0),
  tanhSlope: (A, x, v) => A.mul(A.mul(A.constant(-2), A.tanh(x)), v),
  asinSlope: (A, x, v) => A.mul(x, A.pow(v, 3)),
  atanSlope: (A, x, v) => A.mul(A.mul(A.constant(-2), A.mul(x, v)), v),
  logistic: (A, x, v) => A.mul(v, A.logistic(A.neg(x))), // v (1 - v) would cancel where v is near 1
};

/** [dv/dx, dv/dy] of each primitive of two arguments. */
export const binaryRules: { readonly [K in keyof BinaryPrimitives<unknown>]: BinaryRule } = {
  add: (A) => [A.constant(1), A.constant(1)],
  sub: (A) => [A.constant(1), A.constant(-1)],
  mul: (_A, x, y) => [y, x],
  div: (A, _x, y, v) => [A.div(A.constant(1), y), A.neg(A.div(v, y))],
  max: (A, x, y) => [step(A, x, y), step(A, y, x)],
  min: (A, x, y) => [step(A, y, x), step(A, x, y)],
};

/** d(x^c)/dx = c x^(c-1) for a constant exponent c. */
export function powRule<T>(A: Arithmetic<T>, x: T, exponent: number): T {
  if (exponent === 0) return A.constant(0); // 0 * 0^-1 is NaN
  return A.mul(A.constant(exponent), lowered(A, x, exponent));
}

/** x^(c-1). */
function lowered<T>(A: Arithmetic<T>, x: T, exponent: number): T {
  const lower = exponent - 1;
  // one of the two differences is always exact: both hold only where c - 1 was not rounded
  const isExact = lower + 1 === exponent && exponent - lower === 1;
  return isExact ? A.pow(x, lower) : loweredInParts(A, x, exponent);
}

/**
 * x^(c-1) where c - 1 is no double, as for c = 1/3 or 1e16. A rounded exponent is another power: in 50 digits it
 * differs. Its sign differs too: all doubles from 2^53 on are even, and c - 1 is odd. There it is (c - gap) + (gap -
 * 1), to the next double and back.
 */
function loweredInParts<T>(A: Arithmetic<T>, x: T, exponent: number): T {
  if (!(exponent > Number.MAX_SAFE_INTEGER)) return A.div(A.pow(x, exponent), x);
  const next = exponent * (1 - Number.EPSILON / 2);
  return A.mul(A.pow(x, next), lowered(A, x, exponent - next));
}

/**
 * Partial derivatives of the list primitives: for one entry of the list, where they are alike for all; of logSumExp for
 * each entry.
 */
export const listRules = {
  /** d(sum)/dx_i. */
  sum: <T>(A: Arithmetic<T>): T => A.constant(1),
  /** [d(dot)/dx_i, d(dot)/dy_i]. */
  dot: <T>(_A: Arithmetic<T>, x: T, y: T): readonly [T, T] => [y, x],
  /** d(linear)/dx_i, where c is the coefficient of x_i. */
  linear: <T>(_A: Arithmetic<T>, c: T): T => c,
  /**
   * d(logSumExp)/dx_i: the softmax weights. The largest x_i is kept apart: of x_i - v no digit is left where v is
   * large.
   */
  logSumExp<T>(A: Arithmetic<T>, xs: readonly T[]): T[] {
    if (xs.length === 2) return [A.logistic(A.sub(xs[0]!, xs[1]!)), A.logistic(A.sub(xs[1]!, xs[0]!))];
    const largest = xs.reduce((x, y) => A.max(x, y));
    const powers = xs.map((x) => A.exp(A.sub(x, largest)));
    const total = A.sum(powers);
    return powers.map((power) => A.div(power, total));
  },
};

/** 1, 1/2 or 0 as x is above, at or below y. */
function step<T>(A: Arithmetic<T>, x: T, y: T): T {
  return A.add(A.constant(0.5), A.mul(A.constant(0.5), A.sign(A.sub(x, y))));
}
