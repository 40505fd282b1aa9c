import type { Arithmetic } from './arithmetic.ts';

/** x^exponent in doubles; small whole exponents by multiplication, which is several times faster than Math.pow. */
export function power(x: number, exponent: number): number {
  if (exponent === 1) return x;
  if (exponent === 2) return x * x;
  if (exponent === 3) return x * x * x;
  if (exponent === -1) return 1 / x;
  if (exponent === -2) return inverseSquare(x);
  return x ** exponent;
}

/** x^-2 in doubles; so short that V8 inlines it wherever it is called. */
export function inverseSquare(x: number): number {
  return 1 / (x * x);
}

/** log(sum of exp(x_i)) in doubles, scaled by the largest x_i so that nothing overflows. */
export function logSumExp(xs: ArrayLike<number>): number {
  if (xs.length === 2) return logSumExpOfTwo(xs[0]!, xs[1]!);
  let largest = xs[0]!;
  for (let i = 1; i < xs.length; i++) largest = Math.max(largest, xs[i]!);
  if (!Number.isFinite(largest)) return largest;
  let total = 0;
  for (let i = 0; i < xs.length; i++) total += Math.exp(xs[i]! - largest);
  return largest + Math.log(total);
}

/** The same for two: one logarithm and one exponential, and no digit lost where one of them is far above the other. */
export function logSumExpOfTwo(x: number, y: number): number {
  const larger = Math.max(x, y);
  return Number.isFinite(larger) ? larger + Math.log1p(Math.exp(-Math.abs(x - y))) : larger;
}

/** The primitives on IEEE 754 doubles. */
export const numberArithmetic: Arithmetic<number> = {
  constant: (c) => c,
  toNumber: (x) => x,
  neg: (x) => -x,
  exp: Math.exp,
  log: Math.log,
  log1p: Math.log1p,
  expm1: Math.expm1,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  tanh: Math.tanh,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  sqrt: Math.sqrt,
  abs: Math.abs,
  sign: Math.sign,
  add: (x, y) => x + y,
  sub: (x, y) => x - y,
  mul: (x, y) => x * y,
  div: (x, y) => x / y,
  max: (x, y) => Math.max(x, y),
  min: (x, y) => Math.min(x, y),
  pow: power,
  sum(xs) {
    if (xs.length === 0) return 0;
    let total = xs[0]!;
    for (let i = 1; i < xs.length; i++) total += xs[i]!;
    return total;
  },
  sumOver(count, term) {
    if (count === 0) return 0;
    let total = term(0);
    for (let i = 1; i < count; i++) total += term(i);
    return total;
  },
  dot(xs, ys) {
    if (xs.length === 0) return 0;
    let total = xs[0]! * ys[0]!;
    for (let i = 1; i < xs.length; i++) total += xs[i]! * ys[i]!;
    return total;
  },
  linear(coefficients, xs) {
    if (xs.length === 0) return 0;
    let total = coefficients[0]! * xs[0]!;
    for (let i = 1; i < xs.length; i++) total += coefficients[i]! * xs[i]!;
    return total;
  },
  logSumExp,
};
