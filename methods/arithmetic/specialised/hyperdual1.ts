// Printed from methods/arithmetic/rules.ts by `npm run generate`. Do not edit: edit the rules or scripts/generate.
/** Hyper-dual numbers over doubles with 1 inner tangent: second derivatives by forward mode over forward mode. */

import type { Arithmetic } from '../arithmetic.ts';
import type { HyperTangents } from '../hyper-tangents.ts';
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
import { dual1 } from './dual1.ts';

/** Value, inner tangent, outer tangent, and the outer tangent of each inner one. */
export type Hyperdual1 = readonly number[];

const pairs = {
  logSumExp(x: Hyperdual1, y: Hyperdual1): Hyperdual1 {
    const a = x[0]!;
    const b = y[0]!;
    const v = logSumExpOfTwo(a, b);
    const p = logistic(a - b);
    const q = logistic(b - a);
    const r = p * q * x[2]! - q * p * y[2]!;
    const s = -q * p * x[2]! + q * p * y[2]!;
    return [v, p * x[1]! + q * y[1]!, p * x[2]! + q * y[2]!, p * x[3]! + q * y[3]! + r * x[1]! + s * y[1]!];
  },
};

const arithmetic: Arithmetic<Hyperdual1> = {
  constant: (c) => [c, 0, 0, 0],
  toNumber: (x) => x[0]!,
  neg(x) {
    const a = x[0]!;
    const v = -a;
    return [v, -x[1]!, -x[2]!, -x[3]!];
  },
  exp(x) {
    const a = x[0]!;
    const v = Math.exp(a);
    return [v, v * x[1]!, v * x[2]!, v * x[3]! + v * x[2]! * x[1]!];
  },
  log(x) {
    const a = x[0]!;
    const v = Math.log(a);
    const p = 1 / a;
    const q = -1 / a / a;
    return [v, p * x[1]!, p * x[2]!, p * x[3]! + q * x[2]! * x[1]!];
  },
  log1p(x) {
    const a = x[0]!;
    const v = Math.log1p(a);
    const p = 1 / (1 + a);
    const q = -1 / (1 + a) / (1 + a);
    return [v, p * x[1]!, p * x[2]!, p * x[3]! + q * x[2]! * x[1]!];
  },
  expm1(x) {
    const a = x[0]!;
    const v = Math.expm1(a);
    const p = Math.exp(a);
    return [v, p * x[1]!, p * x[2]!, p * x[3]! + p * x[2]! * x[1]!];
  },
  sin(x) {
    const a = x[0]!;
    const v = Math.sin(a);
    const p = Math.cos(a);
    return [v, p * x[1]!, p * x[2]!, p * x[3]! - v * x[2]! * x[1]!];
  },
  cos(x) {
    const a = x[0]!;
    const v = Math.cos(a);
    const p = -Math.sin(a);
    return [v, p * x[1]!, p * x[2]!, p * x[3]! - v * x[2]! * x[1]!];
  },
  tan(x) {
    const a = x[0]!;
    const v = Math.tan(a);
    const p = 1 + v * v;
    const q = v * p + v * p;
    return [v, p * x[1]!, p * x[2]!, p * x[3]! + q * x[2]! * x[1]!];
  },
  tanh(x) {
    const a = x[0]!;
    const v = Math.tanh(a);
    const p = tanhSlope(a);
    const q = -2 * v * p;
    return [v, p * x[1]!, p * x[2]!, p * x[3]! + q * x[2]! * x[1]!];
  },
  asin(x) {
    const a = x[0]!;
    const v = Math.asin(a);
    const p = asinSlope(a);
    const q = a * power(p, 3);
    return [v, p * x[1]!, p * x[2]!, p * x[3]! + q * x[2]! * x[1]!];
  },
  acos(x) {
    const a = x[0]!;
    const v = Math.acos(a);
    const p = -asinSlope(a);
    const q = -a * power(asinSlope(a), 3);
    return [v, p * x[1]!, p * x[2]!, p * x[3]! + q * x[2]! * x[1]!];
  },
  atan(x) {
    const a = x[0]!;
    const v = Math.atan(a);
    const p = atanSlope(a);
    const q = -2 * (a * p) * p;
    return [v, p * x[1]!, p * x[2]!, p * x[3]! + q * x[2]! * x[1]!];
  },
  sinh(x) {
    const a = x[0]!;
    const v = Math.sinh(a);
    const p = Math.cosh(a);
    return [v, p * x[1]!, p * x[2]!, p * x[3]! + v * x[2]! * x[1]!];
  },
  cosh(x) {
    const a = x[0]!;
    const v = Math.cosh(a);
    const p = Math.sinh(a);
    return [v, p * x[1]!, p * x[2]!, p * x[3]! + v * x[2]! * x[1]!];
  },
  sqrt(x) {
    const a = x[0]!;
    const v = Math.sqrt(a);
    const p = 0.5 / v;
    const q = -0.5 / v / v * p;
    return [v, p * x[1]!, p * x[2]!, p * x[3]! + q * x[2]! * x[1]!];
  },
  abs(x) {
    const a = x[0]!;
    const v = Math.abs(a);
    const p = Math.sign(a);
    return [v, p * x[1]!, p * x[2]!, p * x[3]!];
  },
  sign(x) {
    const a = x[0]!;
    const v = Math.sign(a);
    return [v, 0, 0, 0];
  },
  tanhSlope(x) {
    const a = x[0]!;
    const v = tanhSlope(a);
    const p = -2 * Math.tanh(a) * v;
    const q = v * (-2 * v) - 2 * Math.tanh(a) * p;
    return [v, p * x[1]!, p * x[2]!, p * x[3]! + q * x[2]! * x[1]!];
  },
  asinSlope(x) {
    const a = x[0]!;
    const v = asinSlope(a);
    const p = a * power(v, 3);
    const q = power(v, 3) + a * (3 * power(v, 2) * p);
    return [v, p * x[1]!, p * x[2]!, p * x[3]! + q * x[2]! * x[1]!];
  },
  atanSlope(x) {
    const a = x[0]!;
    const v = atanSlope(a);
    const p = -2 * (a * v) * v;
    const q = v * (-2 * (v + a * p)) - 2 * (a * v) * p;
    return [v, p * x[1]!, p * x[2]!, p * x[3]! + q * x[2]! * x[1]!];
  },
  logistic(x) {
    const a = x[0]!;
    const v = logistic(a);
    const p = v * logistic(-a);
    const q = logistic(-a) * p + v * (-logistic(-a) * logistic(-(-a)));
    return [v, p * x[1]!, p * x[2]!, p * x[3]! + q * x[2]! * x[1]!];
  },
  add(x, y) {
    const a = x[0]!;
    const b = y[0]!;
    const v = a + b;
    return [v, x[1]! + y[1]!, x[2]! + y[2]!, x[3]! + y[3]!];
  },
  sub(x, y) {
    const a = x[0]!;
    const b = y[0]!;
    const v = a - b;
    return [v, x[1]! - y[1]!, x[2]! - y[2]!, x[3]! - y[3]!];
  },
  mul(x, y) {
    const a = x[0]!;
    const b = y[0]!;
    const v = a * b;
    const r = y[2]!;
    const s = x[2]!;
    return [v, b * x[1]! + a * y[1]!, b * x[2]! + a * y[2]!, b * x[3]! + a * y[3]! + r * x[1]! + s * y[1]!];
  },
  div(x, y) {
    const a = x[0]!;
    const b = y[0]!;
    const v = a / b;
    const p = 1 / b;
    const q = -v / b;
    const r = -1 / b * (1 / b) * y[2]!;
    const s = -1 / b * (1 / b) * x[2]! - (1 / b * (-v / b) - v / b / b) * y[2]!;
    return [v, p * x[1]! + q * y[1]!, p * x[2]! + q * y[2]!, p * x[3]! + q * y[3]! + r * x[1]! + s * y[1]!];
  },
  max(x, y) {
    const a = x[0]!;
    const b = y[0]!;
    const v = Math.max(a, b);
    const p = 0.5 + 0.5 * Math.sign(a - b);
    const q = 0.5 + 0.5 * Math.sign(b - a);
    return [v, p * x[1]! + q * y[1]!, p * x[2]! + q * y[2]!, p * x[3]! + q * y[3]!];
  },
  min(x, y) {
    const a = x[0]!;
    const b = y[0]!;
    const v = Math.min(a, b);
    const p = 0.5 + 0.5 * Math.sign(b - a);
    const q = 0.5 + 0.5 * Math.sign(a - b);
    return [v, p * x[1]! + q * y[1]!, p * x[2]! + q * y[2]!, p * x[3]! + q * y[3]!];
  },
  pow(x, exponent) {
    const a = x[0]!;
    const isSquare = exponent === 2;
    const v = isSquare ? a * a : power(a, exponent);
    const p = isSquare ? 2 * a : powRule(numberArithmetic, a, exponent);
    // d/da of p = exponent a^(exponent - 1), by the same rule
    const isConstant = exponent === 0; // 0 * 0^-2 is NaN
    const q = isSquare ? 2 : isConstant ? 0 : exponent * powRule(numberArithmetic, a, exponent - 1);
    return [v, p * x[1]!, p * x[2]!, p * x[3]! + q * x[2]! * x[1]!];
  },
  sum(xs) {
    let v = 0, d1 = 0, e = 0, m1 = 0;
    for (let i = 0; i < xs.length; i++) {
      const x = xs[i]!;
      v += x[0]!;
      d1 += x[1]!;
      e += x[2]!;
      m1 += x[3]!;
    }
    return [v, d1, e, m1];
  },
  sumOver(count, term) {
    let v = 0, d1 = 0, e = 0, m1 = 0;
    for (let i = 0; i < count; i++) {
      const x = term(i);
      v += x[0]!;
      d1 += x[1]!;
      e += x[2]!;
      m1 += x[3]!;
    }
    return [v, d1, e, m1];
  },
  dot(xs, ys) {
    let v = 0, d1 = 0, e = 0, m1 = 0;
    for (let i = 0; i < xs.length; i++) {
      const x = xs[i]!;
      const y = ys[i]!;
      const a = x[0]!;
      const b = y[0]!;
      v += a * b;
      d1 += b * x[1]! + a * y[1]!;
      e += b * x[2]! + a * y[2]!;
      m1 += b * x[3]! + a * y[3]! + y[2]! * x[1]! + x[2]! * y[1]!;
    }
    return [v, d1, e, m1];
  },
  linear(coefficients, xs) {
    let v = 0, d1 = 0, e = 0, m1 = 0;
    for (let i = 0; i < xs.length; i++) {
      const x = xs[i]!;
      const c = coefficients[i]!;
      v += c * x[0]!;
      d1 += c * x[1]!;
      e += c * x[2]!;
      m1 += c * x[3]!;
    }
    return [v, d1, e, m1];
  },
  logSumExp(xs) {
    if (xs.length === 2) return pairs.logSumExp(xs[0]!, xs[1]!);
    const v = logSumExp(xs.map((x) => x[0]!));
    const weights = listRules.logSumExp(dual1.arithmetic, xs.map((x) => ({ v: x[0]!, d: x[2]! })));
    let d1 = 0, e = 0, m1 = 0;
    for (let i = 0; i < xs.length; i++) {
      const x = xs[i]!;
      const { v: p, d: q } = weights[i]!;
      e += p * x[2]!;
      d1 += p * x[1]!;
      m1 += p * x[3]! + q * x[1]!;
    }
    return [v, d1, e, m1];
  },
};

/** Such numbers, and how to make and read them. */
export const hyperdual1: HyperTangents<Hyperdual1> = {
  width: 1,
  arithmetic,
  seeded: (v, _k, d, e) => [v, d, e, 0],
  valueOf: (x) => x[0]!,
  tangentOf: (x, k) => x[k + 1]!,
  mixedOf: (x, k) => x[k + 3]!,
};
