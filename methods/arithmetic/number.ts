import type { Arithmetic } from './arithmetic.ts';

/** Doubles below have fewer digits. */
const SMALLEST_NORMAL = 2 ** -1022;

/** x^exponent in doubles; small whole exponents by multiplication, which is several times faster than Math.pow. */
export function power(x: number, exponent: number): number {
  if (exponent === 1) return x;
  if (exponent === 2) return x * x;
  if (exponent === 3) return x * x * x;
  if (exponent === -1) return 1 / x;
  if (exponent === -2) return inverseSquare(x);
  return x ** exponent;
}

/** x^-2 in doubles, also where x^2 overflows or loses digits; so short that V8 inlines it wherever it is called. */
export function inverseSquare(x: number): number {
  const square = x * x;
  if (!(square > SMALLEST_NORMAL && square < Number.POSITIVE_INFINITY)) return 1 / x / x;
  return 1 / square;
}

/** 1 / cosh(x)^2 in doubles; 1 - tanh(x)^2 would cancel where |x| is large. */
export function tanhSlope(x: number): number {
  return inverseSquare(Math.cosh(x));
}

/** 1 / sqrt(1 - x^2) in doubles, factored so that nothing cancels near x = 1 and x = -1. */
export function asinSlope(x: number): number {
  return 1 / Math.sqrt((1 - x) * (1 + x));
}

/** 1 / (1 + x^2) in doubles, also where x^2 overflows. */
export function atanSlope(x: number): number {
  const square = x * x;
  if (square === Number.POSITIVE_INFINITY) return 1 / x / x;
  return 1 / (1 + square);
}

/** 1 / (1 + e^-x) in doubles, also where e^-x overflows. */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const power = Math.exp(x);
  return power / (1 + power);
}

/**
 * log(sum of exp(x_i)) in doubles, with the largest x_i apart, so that nothing overflows and small terms keep their
 * digits.
 */
export function logSumExp(xs: ArrayLike<number>): number {
  if (xs.length === 2) return logSumExpOfTwo(xs[0]!, xs[1]!);
  let largest = xs[0]!;
  for (let i = 1; i < xs.length; i++) largest = Math.max(largest, xs[i]!);
  if (!Number.isFinite(largest)) return largest;
  let others = 0;
  let isApart = false;
  for (let i = 0; i < xs.length; i++) {
    if (xs[i] === largest && !isApart) isApart = true;
    else others += Math.exp(xs[i]! - largest);
  }
  return largest + Math.log1p(others);
}

/** log(e^x + e^y) by one logarithm and one exponential. */
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
  tanhSlope,
  asinSlope,
  atanSlope,
  logistic,
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
