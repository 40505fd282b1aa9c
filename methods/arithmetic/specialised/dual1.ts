// Printed from methods/arithmetic/rules.ts by `npm run generate`. Do not edit: edit the rules or scripts/generate.
/** Dual numbers over doubles with 1 tangent, [v, d]: forward mode in one direction. */

import type { Arithmetic } from '../arithmetic.ts';
import { logSumExp, numberArithmetic, power } from '../number.ts';
import { powRule } from '../rules.ts';

/** A value and its tangent. */
export type Dual1 = readonly number[];

/** The primitives on such numbers. */
export const dual1Arithmetic: Arithmetic<Dual1> = {
  constant: (c) => [c, 0],
  toNumber: (x) => x[0]!,
  neg(x) {
    const a = x[0]!;
    return [-a, -x[1]!];
  },
  exp(x) {
    const a = x[0]!;
    const v = Math.exp(a);
    return [v, v * x[1]!];
  },
  log(x) {
    const a = x[0]!;
    const p = 1 / a;
    return [Math.log(a), p * x[1]!];
  },
  log1p(x) {
    const a = x[0]!;
    const p = 1 / (1 + a);
    return [Math.log1p(a), p * x[1]!];
  },
  expm1(x) {
    const a = x[0]!;
    const p = Math.exp(a);
    return [Math.expm1(a), p * x[1]!];
  },
  sin(x) {
    const a = x[0]!;
    const p = Math.cos(a);
    return [Math.sin(a), p * x[1]!];
  },
  cos(x) {
    const a = x[0]!;
    const p = -Math.sin(a);
    return [Math.cos(a), p * x[1]!];
  },
  tan(x) {
    const a = x[0]!;
    const v = Math.tan(a);
    const p = 1 + v * v;
    return [v, p * x[1]!];
  },
  tanh(x) {
    const a = x[0]!;
    const p = power(Math.cosh(a), -2);
    return [Math.tanh(a), p * x[1]!];
  },
  asin(x) {
    const a = x[0]!;
    const p = 1 / Math.sqrt((1 - a) * (1 + a));
    return [Math.asin(a), p * x[1]!];
  },
  acos(x) {
    const a = x[0]!;
    const p = -1 / Math.sqrt((1 - a) * (1 + a));
    return [Math.acos(a), p * x[1]!];
  },
  atan(x) {
    const a = x[0]!;
    const p = 1 / (1 + a * a);
    return [Math.atan(a), p * x[1]!];
  },
  sinh(x) {
    const a = x[0]!;
    const p = Math.cosh(a);
    return [Math.sinh(a), p * x[1]!];
  },
  cosh(x) {
    const a = x[0]!;
    const p = Math.sinh(a);
    return [Math.cosh(a), p * x[1]!];
  },
  sqrt(x) {
    const a = x[0]!;
    const v = Math.sqrt(a);
    const p = 0.5 / v;
    return [v, p * x[1]!];
  },
  abs(x) {
    const a = x[0]!;
    const p = Math.sign(a);
    return [Math.abs(a), p * x[1]!];
  },
  sign(x) {
    const a = x[0]!;
    return [Math.sign(a), 0];
  },
  add(x, y) {
    const a = x[0]!;
    const b = y[0]!;
    return [a + b, x[1]! + y[1]!];
  },
  sub(x, y) {
    const a = x[0]!;
    const b = y[0]!;
    return [a - b, x[1]! - y[1]!];
  },
  mul(x, y) {
    const a = x[0]!;
    const b = y[0]!;
    return [a * b, b * x[1]! + a * y[1]!];
  },
  div(x, y) {
    const a = x[0]!;
    const b = y[0]!;
    const v = a / b;
    const p = 1 / b;
    const q = -v / b;
    return [v, p * x[1]! + q * y[1]!];
  },
  max(x, y) {
    const a = x[0]!;
    const b = y[0]!;
    const p = 0.5 + 0.5 * Math.sign(a - b);
    const q = 0.5 + 0.5 * Math.sign(b - a);
    return [Math.max(a, b), p * x[1]! + q * y[1]!];
  },
  min(x, y) {
    const a = x[0]!;
    const b = y[0]!;
    const p = 0.5 + 0.5 * Math.sign(b - a);
    const q = 0.5 + 0.5 * Math.sign(a - b);
    return [Math.min(a, b), p * x[1]! + q * y[1]!];
  },
  pow(x, exponent) {
    const p = powRule(numberArithmetic, x[0]!, exponent);
    return [power(x[0]!, exponent), p * x[1]!];
  },
  sum(xs) {
    let v = 0;
    let d1 = 0;
    for (let i = 0; i < xs.length; i++) {
      const x = xs[i]!;
      v += x[0]!;
      d1 += x[1]!;
    }
    return [v, d1];
  },
  dot(xs, ys) {
    let v = 0;
    let d1 = 0;
    for (let i = 0; i < xs.length; i++) {
      const x = xs[i]!;
      const y = ys[i]!;
      const a = x[0]!;
      const b = y[0]!;
      v += a * b;
      d1 += b * x[1]! + a * y[1]!;
    }
    return [v, d1];
  },
  linear(coefficients, xs) {
    let v = 0;
    let d1 = 0;
    for (let i = 0; i < xs.length; i++) {
      const x = xs[i]!;
      const c = coefficients[i]!;
      v += c * x[0]!;
      d1 += c * x[1]!;
    }
    return [v, d1];
  },
  logSumExp(xs) {
    const v = logSumExp(xs.map((x) => x[0]!));
    let d1 = 0;
    for (let i = 0; i < xs.length; i++) {
      const x = xs[i]!;
      const a = x[0]!;
      const p = Math.exp(a - v);
      d1 += p * x[1]!;
    }
    return [v, d1];
  },
};
