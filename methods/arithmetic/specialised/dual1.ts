// Printed from methods/arithmetic/rules.ts by `npm run generate`. Do not edit: edit the rules or scripts/generate.
/** Dual numbers over doubles with 1 tangent: forward mode in one direction. */

import type { Arithmetic } from '../arithmetic.ts';
import {
  asinSlope,
  atanSlope,
  logistic,
  logSumExp,
  logSumExpOfTwo,
  numberArithmetic,
  power,
  tanhSlope,
} from '../number.ts';
import { listRules, powRule } from '../rules.ts';
import type { Tangents } from '../tangents.ts';

/** A value and its tangent. */
export type Dual1 = { readonly v: number; readonly d: number };

const pairs = {
  logSumExp(x: Dual1, y: Dual1): Dual1 {
    const a = x.v;
    const b = y.v;
    const p = logistic(a - b);
    const q = logistic(b - a);
    return { v: logSumExpOfTwo(a, b), d: p * x.d + q * y.d };
  },
};

const arithmetic: Arithmetic<Dual1> = {
  constant: (c) => ({ v: c, d: 0 }),
  toNumber: (x) => x.v,
  neg(x) {
    const a = x.v;
    return { v: -a, d: -x.d };
  },
  exp(x) {
    const a = x.v;
    const v = Math.exp(a);
    return { v: v, d: v * x.d };
  },
  log(x) {
    const a = x.v;
    const p = 1 / a;
    return { v: Math.log(a), d: p * x.d };
  },
  log1p(x) {
    const a = x.v;
    const p = 1 / (1 + a);
    return { v: Math.log1p(a), d: p * x.d };
  },
  expm1(x) {
    const a = x.v;
    const p = Math.exp(a);
    return { v: Math.expm1(a), d: p * x.d };
  },
  sin(x) {
    const a = x.v;
    const p = Math.cos(a);
    return { v: Math.sin(a), d: p * x.d };
  },
  cos(x) {
    const a = x.v;
    const p = -Math.sin(a);
    return { v: Math.cos(a), d: p * x.d };
  },
  tan(x) {
    const a = x.v;
    const v = Math.tan(a);
    const p = 1 + v * v;
    return { v: v, d: p * x.d };
  },
  tanh(x) {
    const a = x.v;
    const p = tanhSlope(a);
    return { v: Math.tanh(a), d: p * x.d };
  },
  asin(x) {
    const a = x.v;
    const p = asinSlope(a);
    return { v: Math.asin(a), d: p * x.d };
  },
  acos(x) {
    const a = x.v;
    const p = -asinSlope(a);
    return { v: Math.acos(a), d: p * x.d };
  },
  atan(x) {
    const a = x.v;
    const p = atanSlope(a);
    return { v: Math.atan(a), d: p * x.d };
  },
  sinh(x) {
    const a = x.v;
    const p = Math.cosh(a);
    return { v: Math.sinh(a), d: p * x.d };
  },
  cosh(x) {
    const a = x.v;
    const p = Math.sinh(a);
    return { v: Math.cosh(a), d: p * x.d };
  },
  sqrt(x) {
    const a = x.v;
    const v = Math.sqrt(a);
    const p = 0.5 / v;
    return { v: v, d: p * x.d };
  },
  abs(x) {
    const a = x.v;
    const p = Math.sign(a);
    return { v: Math.abs(a), d: p * x.d };
  },
  sign(x) {
    const a = x.v;
    return { v: Math.sign(a), d: 0 };
  },
  tanhSlope(x) {
    const a = x.v;
    const v = tanhSlope(a);
    const p = -2 * Math.tanh(a) * v;
    return { v: v, d: p * x.d };
  },
  asinSlope(x) {
    const a = x.v;
    const v = asinSlope(a);
    const p = a * power(v, 3);
    return { v: v, d: p * x.d };
  },
  atanSlope(x) {
    const a = x.v;
    const v = atanSlope(a);
    const p = -2 * (a * v) * v;
    return { v: v, d: p * x.d };
  },
  logistic(x) {
    const a = x.v;
    const v = logistic(a);
    const p = v * logistic(-a);
    return { v: v, d: p * x.d };
  },
  add(x, y) {
    const a = x.v;
    const b = y.v;
    return { v: a + b, d: x.d + y.d };
  },
  sub(x, y) {
    const a = x.v;
    const b = y.v;
    return { v: a - b, d: x.d - y.d };
  },
  mul(x, y) {
    const a = x.v;
    const b = y.v;
    return { v: a * b, d: b * x.d + a * y.d };
  },
  div(x, y) {
    const a = x.v;
    const b = y.v;
    const v = a / b;
    const p = 1 / b;
    const q = -v / b;
    return { v: v, d: p * x.d + q * y.d };
  },
  max(x, y) {
    const a = x.v;
    const b = y.v;
    const p = 0.5 + 0.5 * Math.sign(a - b);
    const q = 0.5 + 0.5 * Math.sign(b - a);
    return { v: Math.max(a, b), d: p * x.d + q * y.d };
  },
  min(x, y) {
    const a = x.v;
    const b = y.v;
    const p = 0.5 + 0.5 * Math.sign(b - a);
    const q = 0.5 + 0.5 * Math.sign(a - b);
    return { v: Math.min(a, b), d: p * x.d + q * y.d };
  },
  pow(x, exponent) {
    const a = x.v;
    const isSquare = exponent === 2;
    const v = isSquare ? a * a : power(a, exponent);
    const p = isSquare ? 2 * a : powRule(numberArithmetic, a, exponent);
    return { v: v, d: p * x.d };
  },
  sum(xs) {
    let v = 0;
    let d1 = 0;
    for (let i = 0; i < xs.length; i++) {
      const x = xs[i]!;
      v += x.v;
      d1 += x.d;
    }
    return { v: v, d: d1 };
  },
  sumOver(count, term) {
    let v = 0;
    let d1 = 0;
    for (let i = 0; i < count; i++) {
      const x = term(i);
      v += x.v;
      d1 += x.d;
    }
    return { v: v, d: d1 };
  },
  dot(xs, ys) {
    let v = 0;
    let d1 = 0;
    for (let i = 0; i < xs.length; i++) {
      const x = xs[i]!;
      const y = ys[i]!;
      const a = x.v;
      const b = y.v;
      v += a * b;
      d1 += b * x.d + a * y.d;
    }
    return { v: v, d: d1 };
  },
  linear(coefficients, xs) {
    let v = 0;
    let d1 = 0;
    for (let i = 0; i < xs.length; i++) {
      const x = xs[i]!;
      const c = coefficients[i]!;
      v += c * x.v;
      d1 += c * x.d;
    }
    return { v: v, d: d1 };
  },
  logSumExp(xs) {
    if (xs.length === 2) return pairs.logSumExp(xs[0]!, xs[1]!);
    const values = xs.map((x) => x.v);
    const v = logSumExp(values);
    const weights = listRules.logSumExp(numberArithmetic, values);
    let d1 = 0;
    for (let i = 0; i < xs.length; i++) {
      const x = xs[i]!;
      const p = weights[i]!;
      d1 += p * x.d;
    }
    return { v: v, d: d1 };
  },
};

/** Such numbers, and how to make and read them. */
export const dual1: Tangents<Dual1> = {
  width: 1,
  arithmetic,
  seeded: (v, _k, d) => ({ v: v, d: d }),
  valueOf: (x) => x.v,
  tangentOf: (x) => x.d,
};
