// Printed from methods/arithmetic/rules.ts by `npm run generate`. Do not edit: edit the rules or scripts/generate.
/** Dual numbers over doubles with 8 tangents: forward mode in 8 directions at once. */

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

/** A value and its 8 tangents. */
export type Dual8 = readonly number[];

const pairs = {
  logSumExp(x: Dual8, y: Dual8): Dual8 {
    const a = x[0]!;
    const b = y[0]!;
    const p = logistic(a - b);
    const q = logistic(b - a);
    return [logSumExpOfTwo(a, b), p * x[1]! + q * y[1]!, p * x[2]! + q * y[2]!, p * x[3]! + q * y[3]!, p * x[4]! + q * y[4]!, p * x[5]! + q * y[5]!, p * x[6]! + q * y[6]!, p * x[7]! + q * y[7]!, p * x[8]! + q * y[8]!];
  },
};

const arithmetic: Arithmetic<Dual8> = {
  constant: (c) => ([c, 0, 0, 0, 0, 0, 0, 0, 0]),
  toNumber: (x) => x[0]!,
  neg(x) {
    const a = x[0]!;
    return [-a, -x[1]!, -x[2]!, -x[3]!, -x[4]!, -x[5]!, -x[6]!, -x[7]!, -x[8]!];
  },
  exp(x) {
    const a = x[0]!;
    const v = Math.exp(a);
    return [v, v * x[1]!, v * x[2]!, v * x[3]!, v * x[4]!, v * x[5]!, v * x[6]!, v * x[7]!, v * x[8]!];
  },
  log(x) {
    const a = x[0]!;
    const p = 1 / a;
    return [Math.log(a), p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!];
  },
  log1p(x) {
    const a = x[0]!;
    const p = 1 / (1 + a);
    return [Math.log1p(a), p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!];
  },
  expm1(x) {
    const a = x[0]!;
    const p = Math.exp(a);
    return [Math.expm1(a), p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!];
  },
  sin(x) {
    const a = x[0]!;
    const p = Math.cos(a);
    return [Math.sin(a), p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!];
  },
  cos(x) {
    const a = x[0]!;
    const p = -Math.sin(a);
    return [Math.cos(a), p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!];
  },
  tan(x) {
    const a = x[0]!;
    const v = Math.tan(a);
    const p = 1 + v * v;
    return [v, p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!];
  },
  tanh(x) {
    const a = x[0]!;
    const p = tanhSlope(a);
    return [Math.tanh(a), p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!];
  },
  asin(x) {
    const a = x[0]!;
    const p = asinSlope(a);
    return [Math.asin(a), p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!];
  },
  acos(x) {
    const a = x[0]!;
    const p = -asinSlope(a);
    return [Math.acos(a), p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!];
  },
  atan(x) {
    const a = x[0]!;
    const p = atanSlope(a);
    return [Math.atan(a), p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!];
  },
  sinh(x) {
    const a = x[0]!;
    const p = Math.cosh(a);
    return [Math.sinh(a), p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!];
  },
  cosh(x) {
    const a = x[0]!;
    const p = Math.sinh(a);
    return [Math.cosh(a), p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!];
  },
  sqrt(x) {
    const a = x[0]!;
    const v = Math.sqrt(a);
    const p = 0.5 / v;
    return [v, p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!];
  },
  abs(x) {
    const a = x[0]!;
    const p = Math.sign(a);
    return [Math.abs(a), p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!];
  },
  sign(x) {
    const a = x[0]!;
    return [Math.sign(a), 0, 0, 0, 0, 0, 0, 0, 0];
  },
  tanhSlope(x) {
    const a = x[0]!;
    const v = tanhSlope(a);
    const p = -2 * Math.tanh(a) * v;
    return [v, p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!];
  },
  asinSlope(x) {
    const a = x[0]!;
    const v = asinSlope(a);
    const p = a * power(v, 3);
    return [v, p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!];
  },
  atanSlope(x) {
    const a = x[0]!;
    const v = atanSlope(a);
    const p = -2 * (a * v) * v;
    return [v, p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!];
  },
  logistic(x) {
    const a = x[0]!;
    const v = logistic(a);
    const p = v * logistic(-a);
    return [v, p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!];
  },
  add(x, y) {
    const a = x[0]!;
    const b = y[0]!;
    return [a + b, x[1]! + y[1]!, x[2]! + y[2]!, x[3]! + y[3]!, x[4]! + y[4]!, x[5]! + y[5]!, x[6]! + y[6]!, x[7]! + y[7]!, x[8]! + y[8]!];
  },
  sub(x, y) {
    const a = x[0]!;
    const b = y[0]!;
    return [a - b, x[1]! - y[1]!, x[2]! - y[2]!, x[3]! - y[3]!, x[4]! - y[4]!, x[5]! - y[5]!, x[6]! - y[6]!, x[7]! - y[7]!, x[8]! - y[8]!];
  },
  mul(x, y) {
    const a = x[0]!;
    const b = y[0]!;
    return [a * b, b * x[1]! + a * y[1]!, b * x[2]! + a * y[2]!, b * x[3]! + a * y[3]!, b * x[4]! + a * y[4]!, b * x[5]! + a * y[5]!, b * x[6]! + a * y[6]!, b * x[7]! + a * y[7]!, b * x[8]! + a * y[8]!];
  },
  div(x, y) {
    const a = x[0]!;
    const b = y[0]!;
    const v = a / b;
    const p = 1 / b;
    const q = -v / b;
    return [v, p * x[1]! + q * y[1]!, p * x[2]! + q * y[2]!, p * x[3]! + q * y[3]!, p * x[4]! + q * y[4]!, p * x[5]! + q * y[5]!, p * x[6]! + q * y[6]!, p * x[7]! + q * y[7]!, p * x[8]! + q * y[8]!];
  },
  max(x, y) {
    const a = x[0]!;
    const b = y[0]!;
    const p = 0.5 + 0.5 * Math.sign(a - b);
    const q = 0.5 + 0.5 * Math.sign(b - a);
    return [Math.max(a, b), p * x[1]! + q * y[1]!, p * x[2]! + q * y[2]!, p * x[3]! + q * y[3]!, p * x[4]! + q * y[4]!, p * x[5]! + q * y[5]!, p * x[6]! + q * y[6]!, p * x[7]! + q * y[7]!, p * x[8]! + q * y[8]!];
  },
  min(x, y) {
    const a = x[0]!;
    const b = y[0]!;
    const p = 0.5 + 0.5 * Math.sign(b - a);
    const q = 0.5 + 0.5 * Math.sign(a - b);
    return [Math.min(a, b), p * x[1]! + q * y[1]!, p * x[2]! + q * y[2]!, p * x[3]! + q * y[3]!, p * x[4]! + q * y[4]!, p * x[5]! + q * y[5]!, p * x[6]! + q * y[6]!, p * x[7]! + q * y[7]!, p * x[8]! + q * y[8]!];
  },
  pow(x, exponent) {
    const a = x[0]!;
    const isSquare = exponent === 2;
    const v = isSquare ? a * a : power(a, exponent);
    const p = isSquare ? 2 * a : powRule(numberArithmetic, a, exponent);
    return [v, p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!];
  },
  sum(xs) {
    let v = 0;
    let d1 = 0, d2 = 0, d3 = 0, d4 = 0, d5 = 0, d6 = 0, d7 = 0, d8 = 0;
    for (let i = 0; i < xs.length; i++) {
      const x = xs[i]!;
      v += x[0]!;
      d1 += x[1]!;
      d2 += x[2]!;
      d3 += x[3]!;
      d4 += x[4]!;
      d5 += x[5]!;
      d6 += x[6]!;
      d7 += x[7]!;
      d8 += x[8]!;
    }
    return [v, d1, d2, d3, d4, d5, d6, d7, d8];
  },
  sumOver(count, term) {
    let v = 0;
    let d1 = 0, d2 = 0, d3 = 0, d4 = 0, d5 = 0, d6 = 0, d7 = 0, d8 = 0;
    for (let i = 0; i < count; i++) {
      const x = term(i);
      v += x[0]!;
      d1 += x[1]!;
      d2 += x[2]!;
      d3 += x[3]!;
      d4 += x[4]!;
      d5 += x[5]!;
      d6 += x[6]!;
      d7 += x[7]!;
      d8 += x[8]!;
    }
    return [v, d1, d2, d3, d4, d5, d6, d7, d8];
  },
  dot(xs, ys) {
    let v = 0;
    let d1 = 0, d2 = 0, d3 = 0, d4 = 0, d5 = 0, d6 = 0, d7 = 0, d8 = 0;
    for (let i = 0; i < xs.length; i++) {
      const x = xs[i]!;
      const y = ys[i]!;
      const a = x[0]!;
      const b = y[0]!;
      v += a * b;
      d1 += b * x[1]! + a * y[1]!;
      d2 += b * x[2]! + a * y[2]!;
      d3 += b * x[3]! + a * y[3]!;
      d4 += b * x[4]! + a * y[4]!;
      d5 += b * x[5]! + a * y[5]!;
      d6 += b * x[6]! + a * y[6]!;
      d7 += b * x[7]! + a * y[7]!;
      d8 += b * x[8]! + a * y[8]!;
    }
    return [v, d1, d2, d3, d4, d5, d6, d7, d8];
  },
  linear(coefficients, xs) {
    let v = 0;
    let d1 = 0, d2 = 0, d3 = 0, d4 = 0, d5 = 0, d6 = 0, d7 = 0, d8 = 0;
    for (let i = 0; i < xs.length; i++) {
      const x = xs[i]!;
      const c = coefficients[i]!;
      v += c * x[0]!;
      d1 += c * x[1]!;
      d2 += c * x[2]!;
      d3 += c * x[3]!;
      d4 += c * x[4]!;
      d5 += c * x[5]!;
      d6 += c * x[6]!;
      d7 += c * x[7]!;
      d8 += c * x[8]!;
    }
    return [v, d1, d2, d3, d4, d5, d6, d7, d8];
  },
  logSumExp(xs) {
    if (xs.length === 2) return pairs.logSumExp(xs[0]!, xs[1]!);
    const values = xs.map((x) => x[0]!);
    const v = logSumExp(values);
    const weights = listRules.logSumExp(numberArithmetic, values);
    let d1 = 0, d2 = 0, d3 = 0, d4 = 0, d5 = 0, d6 = 0, d7 = 0, d8 = 0;
    for (let i = 0; i < xs.length; i++) {
      const x = xs[i]!;
      const p = weights[i]!;
      d1 += p * x[1]!;
      d2 += p * x[2]!;
      d3 += p * x[3]!;
      d4 += p * x[4]!;
      d5 += p * x[5]!;
      d6 += p * x[6]!;
      d7 += p * x[7]!;
      d8 += p * x[8]!;
    }
    return [v, d1, d2, d3, d4, d5, d6, d7, d8];
  },
};

/** Such numbers, and how to make and read them. */
export const dual8: Tangents<Dual8> = {
  width: 8,
  arithmetic,
  seeded: (v, k, d) => ([v, k === 0 ? d : 0, k === 1 ? d : 0, k === 2 ? d : 0, k === 3 ? d : 0, k === 4 ? d : 0, k === 5 ? d : 0, k === 6 ? d : 0, k === 7 ? d : 0]),
  valueOf: (x) => x[0]!,
  tangentOf: (x, k) => x[k + 1]!,
};
