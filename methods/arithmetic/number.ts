import type { Arithmetic } from './arithmetic.ts';

/** x^exponent in doubles; small whole exponents by multiplication, which is several times faster than Math.pow. */
export function power(x: number, exponent: number): number {
  if (exponent === 1) return x;
  if (exponent === 2) return x * x;
  if (exponent === 3) return x * x * x;
  if (exponent === -1) return 1 / x;
  if (exponent === -2) return 1 / (x * x);
  return x ** exponent;
}

/** log(sum of exp(x_i)) in doubles, scaled by the largest x_i so that nothing overflows. */
export function logSumExp(xs: ArrayLike<number>): number {
  let largest = xs[0]!;
  for (let i = 1; i < xs.length; i++) largest = Math.max(largest, xs[i]!);
  if (!Number.isFinite(largest)) return largest;
  let total = 0;
  for (let i = 0; i < xs.length; i++) total += Math.exp(xs[i]! - largest);
  return largest + Math.log(total);
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
    let total = 0;
    for (let i = 0; i < xs.length; i++) total += xs[i]!;
    return total;
  },
  dot(xs, ys) {
    let total = 0;
    for (let i = 0; i < xs.length; i++) total += xs[i]! * ys[i]!;
    return total;
  },
  linear(coefficients, xs) {
    let total = 0;
    for (let i = 0; i < xs.length; i++) total += coefficients[i]! * xs[i]!;
    return total;
  },
  logSumExp,
};
