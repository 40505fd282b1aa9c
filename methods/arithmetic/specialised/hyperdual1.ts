// Printed from methods/arithmetic/rules.ts by `npm run generate`. Do not edit: edit the rules or scripts/generate.
/** Hyper-dual numbers over doubles with 1 inner tangent: second derivatives by forward mode over forward mode. */

import type { Arithmetic } from '../arithmetic.ts';
import type { HyperTangents } from '../hyper-tangents.ts';
import { inverseSquare, logSumExp, logSumExpOfTwo, numberArithmetic, power } from '../number.ts';
import { powRule } from '../rules.ts';

/** Value, inner tangent, outer tangent, and the outer tangent of each inner one. */
export type Hyperdual1 = readonly number[];

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
    const q = Math.exp(a);
    return [v, p * x[1]!, p * x[2]!, p * x[3]! + q * x[2]! * x[1]!];
  },
  sin(x) {
    const a = x[0]!;
    const v = Math.sin(a);
    const p = Math.cos(a);
    const q = -Math.sin(a);
    return [v, p * x[1]!, p * x[2]!, p * x[3]! + q * x[2]! * x[1]!];
  },
  cos(x) {
    const a = x[0]!;
    const v = Math.cos(a);
    const p = -Math.sin(a);
    const q = -Math.cos(a);
    return [v, p * x[1]!, p * x[2]!, p * x[3]! + q * x[2]! * x[1]!];
  },
  tan(x) {
    const a = x[0]!;
    const v = Math.tan(a);
    const p = 1 + v * v;
    const q = v * (1 + v * v) + v * (1 + v * v);
    return [v, p * x[1]!, p * x[2]!, p * x[3]! + q * x[2]! * x[1]!];
  },
  tanh(x) {
    const a = x[0]!;
    const v = Math.tanh(a);
    const p = inverseSquare(Math.cosh(a));
    const q = -2 * power(Math.cosh(a), -3) * Math.sinh(a);
    return [v, p * x[1]!, p * x[2]!, p * x[3]! + q * x[2]! * x[1]!];
  },
  asin(x) {
    const a = x[0]!;
    const v = Math.asin(a);
    const p = 1 / Math.sqrt((1 - a) * (1 + a));
    const q = -1 / Math.sqrt((1 - a) * (1 + a)) / Math.sqrt((1 - a) * (1 + a)) * (0.5 / Math.sqrt((1 - a) * (1 + a)) * ((1 + a) * (-1) + 1 - a));
    return [v, p * x[1]!, p * x[2]!, p * x[3]! + q * x[2]! * x[1]!];
  },
  acos(x) {
    const a = x[0]!;
    const v = Math.acos(a);
    const p = -1 / Math.sqrt((1 - a) * (1 + a));
    const q = -(-1 / Math.sqrt((1 - a) * (1 + a)) / Math.sqrt((1 - a) * (1 + a))) * (0.5 / Math.sqrt((1 - a) * (1 + a)) * ((1 + a) * (-1) + 1 - a));
    return [v, p * x[1]!, p * x[2]!, p * x[3]! + q * x[2]! * x[1]!];
  },
  atan(x) {
    const a = x[0]!;
    const v = Math.atan(a);
    const p = 1 / (1 + a * a);
    const q = -1 / (1 + a * a) / (1 + a * a) * (a + a);
    return [v, p * x[1]!, p * x[2]!, p * x[3]! + q * x[2]! * x[1]!];
  },
  sinh(x) {
    const a = x[0]!;
    const v = Math.sinh(a);
    const p = Math.cosh(a);
    const q = Math.sinh(a);
    return [v, p * x[1]!, p * x[2]!, p * x[3]! + q * x[2]! * x[1]!];
  },
  cosh(x) {
    const a = x[0]!;
    const v = Math.cosh(a);
    const p = Math.sinh(a);
    const q = Math.cosh(a);
    return [v, p * x[1]!, p * x[2]!, p * x[3]! + q * x[2]! * x[1]!];
  },
  sqrt(x) {
    const a = x[0]!;
    const v = Math.sqrt(a);
    const p = 0.5 / v;
    const q = -0.5 / v / v * (0.5 / v);
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
    const q = isSquare ? 2 : exponent * powRule(numberArithmetic, a, exponent - 1);
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
    const v = xs.length === 2 ? logSumExpOfTwo(xs[0]![0]!, xs[1]![0]!) : logSumExp(xs.map((x) => x[0]!));
    let e = 0;
    for (let i = 0; i < xs.length; i++) {
      const a = xs[i]![0]!;
      e += Math.exp(a - v) * xs[i]![2]!;
    }
    let d1 = 0, m1 = 0;
    for (let i = 0; i < xs.length; i++) {
      const x = xs[i]!;
      const a = x[0]!;
      const ae = x[2]!;
      const p = Math.exp(a - v);
      const q = p * (ae - e);
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
