// Printed from methods/arithmetic/rules.ts by `npm run generate`. Do not edit: edit the rules or scripts/generate.
/** Hyper-dual numbers over doubles with 8 inner tangents: second derivatives by forward mode over forward mode. */

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

/** Value, 8 inner tangents, outer tangent, and the outer tangent of each inner one. */
export type Hyperdual8 = readonly number[];

const pairs = {
  logSumExp(x: Hyperdual8, y: Hyperdual8): Hyperdual8 {
    const a = x[0]!;
    const b = y[0]!;
    const v = logSumExpOfTwo(a, b);
    const p = logistic(a - b);
    const q = logistic(b - a);
    const r = p * q * x[9]! - q * p * y[9]!;
    const s = -q * p * x[9]! + q * p * y[9]!;
    return [v, p * x[1]! + q * y[1]!, p * x[2]! + q * y[2]!, p * x[3]! + q * y[3]!, p * x[4]! + q * y[4]!, p * x[5]! + q * y[5]!, p * x[6]! + q * y[6]!, p * x[7]! + q * y[7]!, p * x[8]! + q * y[8]!, p * x[9]! + q * y[9]!, p * x[10]! + q * y[10]! + r * x[1]! + s * y[1]!, p * x[11]! + q * y[11]! + r * x[2]! + s * y[2]!, p * x[12]! + q * y[12]! + r * x[3]! + s * y[3]!, p * x[13]! + q * y[13]! + r * x[4]! + s * y[4]!, p * x[14]! + q * y[14]! + r * x[5]! + s * y[5]!, p * x[15]! + q * y[15]! + r * x[6]! + s * y[6]!, p * x[16]! + q * y[16]! + r * x[7]! + s * y[7]!, p * x[17]! + q * y[17]! + r * x[8]! + s * y[8]!];
  },
};

const arithmetic: Arithmetic<Hyperdual8> = {
  constant: (c) => [c, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  toNumber: (x) => x[0]!,
  neg(x) {
    const a = x[0]!;
    const v = -a;
    return [v, -x[1]!, -x[2]!, -x[3]!, -x[4]!, -x[5]!, -x[6]!, -x[7]!, -x[8]!, -x[9]!, -x[10]!, -x[11]!, -x[12]!, -x[13]!, -x[14]!, -x[15]!, -x[16]!, -x[17]!];
  },
  exp(x) {
    const a = x[0]!;
    const v = Math.exp(a);
    return [v, v * x[1]!, v * x[2]!, v * x[3]!, v * x[4]!, v * x[5]!, v * x[6]!, v * x[7]!, v * x[8]!, v * x[9]!, v * x[10]! + v * x[9]! * x[1]!, v * x[11]! + v * x[9]! * x[2]!, v * x[12]! + v * x[9]! * x[3]!, v * x[13]! + v * x[9]! * x[4]!, v * x[14]! + v * x[9]! * x[5]!, v * x[15]! + v * x[9]! * x[6]!, v * x[16]! + v * x[9]! * x[7]!, v * x[17]! + v * x[9]! * x[8]!];
  },
  log(x) {
    const a = x[0]!;
    const v = Math.log(a);
    const p = 1 / a;
    const q = -1 / a / a;
    return [v, p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!, p * x[9]!, p * x[10]! + q * x[9]! * x[1]!, p * x[11]! + q * x[9]! * x[2]!, p * x[12]! + q * x[9]! * x[3]!, p * x[13]! + q * x[9]! * x[4]!, p * x[14]! + q * x[9]! * x[5]!, p * x[15]! + q * x[9]! * x[6]!, p * x[16]! + q * x[9]! * x[7]!, p * x[17]! + q * x[9]! * x[8]!];
  },
  log1p(x) {
    const a = x[0]!;
    const v = Math.log1p(a);
    const p = 1 / (1 + a);
    const q = -1 / (1 + a) / (1 + a);
    return [v, p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!, p * x[9]!, p * x[10]! + q * x[9]! * x[1]!, p * x[11]! + q * x[9]! * x[2]!, p * x[12]! + q * x[9]! * x[3]!, p * x[13]! + q * x[9]! * x[4]!, p * x[14]! + q * x[9]! * x[5]!, p * x[15]! + q * x[9]! * x[6]!, p * x[16]! + q * x[9]! * x[7]!, p * x[17]! + q * x[9]! * x[8]!];
  },
  expm1(x) {
    const a = x[0]!;
    const v = Math.expm1(a);
    const p = Math.exp(a);
    return [v, p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!, p * x[9]!, p * x[10]! + p * x[9]! * x[1]!, p * x[11]! + p * x[9]! * x[2]!, p * x[12]! + p * x[9]! * x[3]!, p * x[13]! + p * x[9]! * x[4]!, p * x[14]! + p * x[9]! * x[5]!, p * x[15]! + p * x[9]! * x[6]!, p * x[16]! + p * x[9]! * x[7]!, p * x[17]! + p * x[9]! * x[8]!];
  },
  sin(x) {
    const a = x[0]!;
    const v = Math.sin(a);
    const p = Math.cos(a);
    return [v, p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!, p * x[9]!, p * x[10]! - v * x[9]! * x[1]!, p * x[11]! - v * x[9]! * x[2]!, p * x[12]! - v * x[9]! * x[3]!, p * x[13]! - v * x[9]! * x[4]!, p * x[14]! - v * x[9]! * x[5]!, p * x[15]! - v * x[9]! * x[6]!, p * x[16]! - v * x[9]! * x[7]!, p * x[17]! - v * x[9]! * x[8]!];
  },
  cos(x) {
    const a = x[0]!;
    const v = Math.cos(a);
    const p = -Math.sin(a);
    return [v, p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!, p * x[9]!, p * x[10]! - v * x[9]! * x[1]!, p * x[11]! - v * x[9]! * x[2]!, p * x[12]! - v * x[9]! * x[3]!, p * x[13]! - v * x[9]! * x[4]!, p * x[14]! - v * x[9]! * x[5]!, p * x[15]! - v * x[9]! * x[6]!, p * x[16]! - v * x[9]! * x[7]!, p * x[17]! - v * x[9]! * x[8]!];
  },
  tan(x) {
    const a = x[0]!;
    const v = Math.tan(a);
    const p = 1 + v * v;
    const q = v * p + v * p;
    return [v, p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!, p * x[9]!, p * x[10]! + q * x[9]! * x[1]!, p * x[11]! + q * x[9]! * x[2]!, p * x[12]! + q * x[9]! * x[3]!, p * x[13]! + q * x[9]! * x[4]!, p * x[14]! + q * x[9]! * x[5]!, p * x[15]! + q * x[9]! * x[6]!, p * x[16]! + q * x[9]! * x[7]!, p * x[17]! + q * x[9]! * x[8]!];
  },
  tanh(x) {
    const a = x[0]!;
    const v = Math.tanh(a);
    const p = tanhSlope(a);
    const q = -2 * v * p;
    return [v, p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!, p * x[9]!, p * x[10]! + q * x[9]! * x[1]!, p * x[11]! + q * x[9]! * x[2]!, p * x[12]! + q * x[9]! * x[3]!, p * x[13]! + q * x[9]! * x[4]!, p * x[14]! + q * x[9]! * x[5]!, p * x[15]! + q * x[9]! * x[6]!, p * x[16]! + q * x[9]! * x[7]!, p * x[17]! + q * x[9]! * x[8]!];
  },
  asin(x) {
    const a = x[0]!;
    const v = Math.asin(a);
    const p = asinSlope(a);
    const q = a * power(p, 3);
    return [v, p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!, p * x[9]!, p * x[10]! + q * x[9]! * x[1]!, p * x[11]! + q * x[9]! * x[2]!, p * x[12]! + q * x[9]! * x[3]!, p * x[13]! + q * x[9]! * x[4]!, p * x[14]! + q * x[9]! * x[5]!, p * x[15]! + q * x[9]! * x[6]!, p * x[16]! + q * x[9]! * x[7]!, p * x[17]! + q * x[9]! * x[8]!];
  },
  acos(x) {
    const a = x[0]!;
    const v = Math.acos(a);
    const p = -asinSlope(a);
    const q = -a * power(asinSlope(a), 3);
    return [v, p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!, p * x[9]!, p * x[10]! + q * x[9]! * x[1]!, p * x[11]! + q * x[9]! * x[2]!, p * x[12]! + q * x[9]! * x[3]!, p * x[13]! + q * x[9]! * x[4]!, p * x[14]! + q * x[9]! * x[5]!, p * x[15]! + q * x[9]! * x[6]!, p * x[16]! + q * x[9]! * x[7]!, p * x[17]! + q * x[9]! * x[8]!];
  },
  atan(x) {
    const a = x[0]!;
    const v = Math.atan(a);
    const p = atanSlope(a);
    const q = -2 * (a * p) * p;
    return [v, p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!, p * x[9]!, p * x[10]! + q * x[9]! * x[1]!, p * x[11]! + q * x[9]! * x[2]!, p * x[12]! + q * x[9]! * x[3]!, p * x[13]! + q * x[9]! * x[4]!, p * x[14]! + q * x[9]! * x[5]!, p * x[15]! + q * x[9]! * x[6]!, p * x[16]! + q * x[9]! * x[7]!, p * x[17]! + q * x[9]! * x[8]!];
  },
  sinh(x) {
    const a = x[0]!;
    const v = Math.sinh(a);
    const p = Math.cosh(a);
    return [v, p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!, p * x[9]!, p * x[10]! + v * x[9]! * x[1]!, p * x[11]! + v * x[9]! * x[2]!, p * x[12]! + v * x[9]! * x[3]!, p * x[13]! + v * x[9]! * x[4]!, p * x[14]! + v * x[9]! * x[5]!, p * x[15]! + v * x[9]! * x[6]!, p * x[16]! + v * x[9]! * x[7]!, p * x[17]! + v * x[9]! * x[8]!];
  },
  cosh(x) {
    const a = x[0]!;
    const v = Math.cosh(a);
    const p = Math.sinh(a);
    return [v, p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!, p * x[9]!, p * x[10]! + v * x[9]! * x[1]!, p * x[11]! + v * x[9]! * x[2]!, p * x[12]! + v * x[9]! * x[3]!, p * x[13]! + v * x[9]! * x[4]!, p * x[14]! + v * x[9]! * x[5]!, p * x[15]! + v * x[9]! * x[6]!, p * x[16]! + v * x[9]! * x[7]!, p * x[17]! + v * x[9]! * x[8]!];
  },
  sqrt(x) {
    const a = x[0]!;
    const v = Math.sqrt(a);
    const p = 0.5 / v;
    const q = -0.5 / v / v * p;
    return [v, p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!, p * x[9]!, p * x[10]! + q * x[9]! * x[1]!, p * x[11]! + q * x[9]! * x[2]!, p * x[12]! + q * x[9]! * x[3]!, p * x[13]! + q * x[9]! * x[4]!, p * x[14]! + q * x[9]! * x[5]!, p * x[15]! + q * x[9]! * x[6]!, p * x[16]! + q * x[9]! * x[7]!, p * x[17]! + q * x[9]! * x[8]!];
  },
  abs(x) {
    const a = x[0]!;
    const v = Math.abs(a);
    const p = Math.sign(a);
    return [v, p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!, p * x[9]!, p * x[10]!, p * x[11]!, p * x[12]!, p * x[13]!, p * x[14]!, p * x[15]!, p * x[16]!, p * x[17]!];
  },
  sign(x) {
    const a = x[0]!;
    const v = Math.sign(a);
    return [v, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  },
  tanhSlope(x) {
    const a = x[0]!;
    const v = tanhSlope(a);
    const p = -2 * Math.tanh(a) * v;
    const q = v * (-2 * v) - 2 * Math.tanh(a) * p;
    return [v, p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!, p * x[9]!, p * x[10]! + q * x[9]! * x[1]!, p * x[11]! + q * x[9]! * x[2]!, p * x[12]! + q * x[9]! * x[3]!, p * x[13]! + q * x[9]! * x[4]!, p * x[14]! + q * x[9]! * x[5]!, p * x[15]! + q * x[9]! * x[6]!, p * x[16]! + q * x[9]! * x[7]!, p * x[17]! + q * x[9]! * x[8]!];
  },
  asinSlope(x) {
    const a = x[0]!;
    const v = asinSlope(a);
    const p = a * power(v, 3);
    const q = power(v, 3) + a * (3 * power(v, 2) * p);
    return [v, p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!, p * x[9]!, p * x[10]! + q * x[9]! * x[1]!, p * x[11]! + q * x[9]! * x[2]!, p * x[12]! + q * x[9]! * x[3]!, p * x[13]! + q * x[9]! * x[4]!, p * x[14]! + q * x[9]! * x[5]!, p * x[15]! + q * x[9]! * x[6]!, p * x[16]! + q * x[9]! * x[7]!, p * x[17]! + q * x[9]! * x[8]!];
  },
  atanSlope(x) {
    const a = x[0]!;
    const v = atanSlope(a);
    const p = -2 * (a * v) * v;
    const q = v * (-2 * (v + a * p)) - 2 * (a * v) * p;
    return [v, p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!, p * x[9]!, p * x[10]! + q * x[9]! * x[1]!, p * x[11]! + q * x[9]! * x[2]!, p * x[12]! + q * x[9]! * x[3]!, p * x[13]! + q * x[9]! * x[4]!, p * x[14]! + q * x[9]! * x[5]!, p * x[15]! + q * x[9]! * x[6]!, p * x[16]! + q * x[9]! * x[7]!, p * x[17]! + q * x[9]! * x[8]!];
  },
  logistic(x) {
    const a = x[0]!;
    const v = logistic(a);
    const p = v * logistic(-a);
    const q = logistic(-a) * p + v * (-logistic(-a) * logistic(-(-a)));
    return [v, p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!, p * x[9]!, p * x[10]! + q * x[9]! * x[1]!, p * x[11]! + q * x[9]! * x[2]!, p * x[12]! + q * x[9]! * x[3]!, p * x[13]! + q * x[9]! * x[4]!, p * x[14]! + q * x[9]! * x[5]!, p * x[15]! + q * x[9]! * x[6]!, p * x[16]! + q * x[9]! * x[7]!, p * x[17]! + q * x[9]! * x[8]!];
  },
  add(x, y) {
    const a = x[0]!;
    const b = y[0]!;
    const v = a + b;
    return [v, x[1]! + y[1]!, x[2]! + y[2]!, x[3]! + y[3]!, x[4]! + y[4]!, x[5]! + y[5]!, x[6]! + y[6]!, x[7]! + y[7]!, x[8]! + y[8]!, x[9]! + y[9]!, x[10]! + y[10]!, x[11]! + y[11]!, x[12]! + y[12]!, x[13]! + y[13]!, x[14]! + y[14]!, x[15]! + y[15]!, x[16]! + y[16]!, x[17]! + y[17]!];
  },
  sub(x, y) {
    const a = x[0]!;
    const b = y[0]!;
    const v = a - b;
    return [v, x[1]! - y[1]!, x[2]! - y[2]!, x[3]! - y[3]!, x[4]! - y[4]!, x[5]! - y[5]!, x[6]! - y[6]!, x[7]! - y[7]!, x[8]! - y[8]!, x[9]! - y[9]!, x[10]! - y[10]!, x[11]! - y[11]!, x[12]! - y[12]!, x[13]! - y[13]!, x[14]! - y[14]!, x[15]! - y[15]!, x[16]! - y[16]!, x[17]! - y[17]!];
  },
  mul(x, y) {
    const a = x[0]!;
    const b = y[0]!;
    const v = a * b;
    const r = y[9]!;
    const s = x[9]!;
    return [v, b * x[1]! + a * y[1]!, b * x[2]! + a * y[2]!, b * x[3]! + a * y[3]!, b * x[4]! + a * y[4]!, b * x[5]! + a * y[5]!, b * x[6]! + a * y[6]!, b * x[7]! + a * y[7]!, b * x[8]! + a * y[8]!, b * x[9]! + a * y[9]!, b * x[10]! + a * y[10]! + r * x[1]! + s * y[1]!, b * x[11]! + a * y[11]! + r * x[2]! + s * y[2]!, b * x[12]! + a * y[12]! + r * x[3]! + s * y[3]!, b * x[13]! + a * y[13]! + r * x[4]! + s * y[4]!, b * x[14]! + a * y[14]! + r * x[5]! + s * y[5]!, b * x[15]! + a * y[15]! + r * x[6]! + s * y[6]!, b * x[16]! + a * y[16]! + r * x[7]! + s * y[7]!, b * x[17]! + a * y[17]! + r * x[8]! + s * y[8]!];
  },
  div(x, y) {
    const a = x[0]!;
    const b = y[0]!;
    const v = a / b;
    const p = 1 / b;
    const q = -v / b;
    const r = -1 / b * (1 / b) * y[9]!;
    const s = -1 / b * (1 / b) * x[9]! - (1 / b * (-v / b) - v / b / b) * y[9]!;
    return [v, p * x[1]! + q * y[1]!, p * x[2]! + q * y[2]!, p * x[3]! + q * y[3]!, p * x[4]! + q * y[4]!, p * x[5]! + q * y[5]!, p * x[6]! + q * y[6]!, p * x[7]! + q * y[7]!, p * x[8]! + q * y[8]!, p * x[9]! + q * y[9]!, p * x[10]! + q * y[10]! + r * x[1]! + s * y[1]!, p * x[11]! + q * y[11]! + r * x[2]! + s * y[2]!, p * x[12]! + q * y[12]! + r * x[3]! + s * y[3]!, p * x[13]! + q * y[13]! + r * x[4]! + s * y[4]!, p * x[14]! + q * y[14]! + r * x[5]! + s * y[5]!, p * x[15]! + q * y[15]! + r * x[6]! + s * y[6]!, p * x[16]! + q * y[16]! + r * x[7]! + s * y[7]!, p * x[17]! + q * y[17]! + r * x[8]! + s * y[8]!];
  },
  max(x, y) {
    const a = x[0]!;
    const b = y[0]!;
    const v = Math.max(a, b);
    const p = 0.5 + 0.5 * Math.sign(a - b);
    const q = 0.5 + 0.5 * Math.sign(b - a);
    return [v, p * x[1]! + q * y[1]!, p * x[2]! + q * y[2]!, p * x[3]! + q * y[3]!, p * x[4]! + q * y[4]!, p * x[5]! + q * y[5]!, p * x[6]! + q * y[6]!, p * x[7]! + q * y[7]!, p * x[8]! + q * y[8]!, p * x[9]! + q * y[9]!, p * x[10]! + q * y[10]!, p * x[11]! + q * y[11]!, p * x[12]! + q * y[12]!, p * x[13]! + q * y[13]!, p * x[14]! + q * y[14]!, p * x[15]! + q * y[15]!, p * x[16]! + q * y[16]!, p * x[17]! + q * y[17]!];
  },
  min(x, y) {
    const a = x[0]!;
    const b = y[0]!;
    const v = Math.min(a, b);
    const p = 0.5 + 0.5 * Math.sign(b - a);
    const q = 0.5 + 0.5 * Math.sign(a - b);
    return [v, p * x[1]! + q * y[1]!, p * x[2]! + q * y[2]!, p * x[3]! + q * y[3]!, p * x[4]! + q * y[4]!, p * x[5]! + q * y[5]!, p * x[6]! + q * y[6]!, p * x[7]! + q * y[7]!, p * x[8]! + q * y[8]!, p * x[9]! + q * y[9]!, p * x[10]! + q * y[10]!, p * x[11]! + q * y[11]!, p * x[12]! + q * y[12]!, p * x[13]! + q * y[13]!, p * x[14]! + q * y[14]!, p * x[15]! + q * y[15]!, p * x[16]! + q * y[16]!, p * x[17]! + q * y[17]!];
  },
  pow(x, exponent) {
    const a = x[0]!;
    const isSquare = exponent === 2;
    const v = isSquare ? a * a : power(a, exponent);
    const p = isSquare ? 2 * a : powRule(numberArithmetic, a, exponent);
    // d/da of p = exponent a^(exponent - 1), by the same rule
    const isConstant = exponent === 0; // 0 * 0^-2 is NaN
    const q = isSquare ? 2 : isConstant ? 0 : exponent * powRule(numberArithmetic, a, exponent - 1);
    return [v, p * x[1]!, p * x[2]!, p * x[3]!, p * x[4]!, p * x[5]!, p * x[6]!, p * x[7]!, p * x[8]!, p * x[9]!, p * x[10]! + q * x[9]! * x[1]!, p * x[11]! + q * x[9]! * x[2]!, p * x[12]! + q * x[9]! * x[3]!, p * x[13]! + q * x[9]! * x[4]!, p * x[14]! + q * x[9]! * x[5]!, p * x[15]! + q * x[9]! * x[6]!, p * x[16]! + q * x[9]! * x[7]!, p * x[17]! + q * x[9]! * x[8]!];
  },
  sum(xs) {
    let v = 0, d1 = 0, d2 = 0, d3 = 0, d4 = 0, d5 = 0, d6 = 0, d7 = 0, d8 = 0, e = 0, m1 = 0, m2 = 0, m3 = 0, m4 = 0, m5 = 0, m6 = 0, m7 = 0, m8 = 0;
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
      e += x[9]!;
      m1 += x[10]!;
      m2 += x[11]!;
      m3 += x[12]!;
      m4 += x[13]!;
      m5 += x[14]!;
      m6 += x[15]!;
      m7 += x[16]!;
      m8 += x[17]!;
    }
    return [v, d1, d2, d3, d4, d5, d6, d7, d8, e, m1, m2, m3, m4, m5, m6, m7, m8];
  },
  sumOver(count, term) {
    let v = 0, d1 = 0, d2 = 0, d3 = 0, d4 = 0, d5 = 0, d6 = 0, d7 = 0, d8 = 0, e = 0, m1 = 0, m2 = 0, m3 = 0, m4 = 0, m5 = 0, m6 = 0, m7 = 0, m8 = 0;
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
      e += x[9]!;
      m1 += x[10]!;
      m2 += x[11]!;
      m3 += x[12]!;
      m4 += x[13]!;
      m5 += x[14]!;
      m6 += x[15]!;
      m7 += x[16]!;
      m8 += x[17]!;
    }
    return [v, d1, d2, d3, d4, d5, d6, d7, d8, e, m1, m2, m3, m4, m5, m6, m7, m8];
  },
  dot(xs, ys) {
    let v = 0, d1 = 0, d2 = 0, d3 = 0, d4 = 0, d5 = 0, d6 = 0, d7 = 0, d8 = 0, e = 0, m1 = 0, m2 = 0, m3 = 0, m4 = 0, m5 = 0, m6 = 0, m7 = 0, m8 = 0;
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
      e += b * x[9]! + a * y[9]!;
      m1 += b * x[10]! + a * y[10]! + y[9]! * x[1]! + x[9]! * y[1]!;
      m2 += b * x[11]! + a * y[11]! + y[9]! * x[2]! + x[9]! * y[2]!;
      m3 += b * x[12]! + a * y[12]! + y[9]! * x[3]! + x[9]! * y[3]!;
      m4 += b * x[13]! + a * y[13]! + y[9]! * x[4]! + x[9]! * y[4]!;
      m5 += b * x[14]! + a * y[14]! + y[9]! * x[5]! + x[9]! * y[5]!;
      m6 += b * x[15]! + a * y[15]! + y[9]! * x[6]! + x[9]! * y[6]!;
      m7 += b * x[16]! + a * y[16]! + y[9]! * x[7]! + x[9]! * y[7]!;
      m8 += b * x[17]! + a * y[17]! + y[9]! * x[8]! + x[9]! * y[8]!;
    }
    return [v, d1, d2, d3, d4, d5, d6, d7, d8, e, m1, m2, m3, m4, m5, m6, m7, m8];
  },
  linear(coefficients, xs) {
    let v = 0, d1 = 0, d2 = 0, d3 = 0, d4 = 0, d5 = 0, d6 = 0, d7 = 0, d8 = 0, e = 0, m1 = 0, m2 = 0, m3 = 0, m4 = 0, m5 = 0, m6 = 0, m7 = 0, m8 = 0;
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
      e += c * x[9]!;
      m1 += c * x[10]!;
      m2 += c * x[11]!;
      m3 += c * x[12]!;
      m4 += c * x[13]!;
      m5 += c * x[14]!;
      m6 += c * x[15]!;
      m7 += c * x[16]!;
      m8 += c * x[17]!;
    }
    return [v, d1, d2, d3, d4, d5, d6, d7, d8, e, m1, m2, m3, m4, m5, m6, m7, m8];
  },
  logSumExp(xs) {
    if (xs.length === 2) return pairs.logSumExp(xs[0]!, xs[1]!);
    const v = logSumExp(xs.map((x) => x[0]!));
    const weights = listRules.logSumExp(dual1.arithmetic, xs.map((x) => ({ v: x[0]!, d: x[9]! })));
    let d1 = 0, d2 = 0, d3 = 0, d4 = 0, d5 = 0, d6 = 0, d7 = 0, d8 = 0, e = 0, m1 = 0, m2 = 0, m3 = 0, m4 = 0, m5 = 0, m6 = 0, m7 = 0, m8 = 0;
    for (let i = 0; i < xs.length; i++) {
      const x = xs[i]!;
      const { v: p, d: q } = weights[i]!;
      e += p * x[9]!;
      d1 += p * x[1]!;
      m1 += p * x[10]! + q * x[1]!;
      d2 += p * x[2]!;
      m2 += p * x[11]! + q * x[2]!;
      d3 += p * x[3]!;
      m3 += p * x[12]! + q * x[3]!;
      d4 += p * x[4]!;
      m4 += p * x[13]! + q * x[4]!;
      d5 += p * x[5]!;
      m5 += p * x[14]! + q * x[5]!;
      d6 += p * x[6]!;
      m6 += p * x[15]! + q * x[6]!;
      d7 += p * x[7]!;
      m7 += p * x[16]! + q * x[7]!;
      d8 += p * x[8]!;
      m8 += p * x[17]! + q * x[8]!;
    }
    return [v, d1, d2, d3, d4, d5, d6, d7, d8, e, m1, m2, m3, m4, m5, m6, m7, m8];
  },
};

/** Such numbers, and how to make and read them. */
export const hyperdual8: HyperTangents<Hyperdual8> = {
  width: 8,
  arithmetic,
  seeded: (v, k, d, e) => [v, k === 0 ? d : 0, k === 1 ? d : 0, k === 2 ? d : 0, k === 3 ? d : 0, k === 4 ? d : 0, k === 5 ? d : 0, k === 6 ? d : 0, k === 7 ? d : 0, e, 0, 0, 0, 0, 0, 0, 0, 0],
  valueOf: (x) => x[0]!,
  tangentOf: (x, k) => x[k + 1]!,
  mixedOf: (x, k) => x[k + 10]!,
};
