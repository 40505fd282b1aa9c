// Printed from methods/arithmetic/rules.ts by `npm run generate`. Do not edit: edit the rules or scripts/generate.
/** A tape in typed arrays: reverse mode (Griewank & Walther, Evaluating Derivatives, 2008, ch. 4 and 6). */

import { type Arithmetic, termsOf } from '../arithmetic.ts';
import { logSumExp, numberArithmetic, power } from '../number.ts';
import { powRule } from '../rules.ts';

/** A tape of fixed capacity. A recorded value is the index of its node; what does not fit is dropped, and `overflowed` says so. */
export interface Tape {
  /** Records each primitive as one node with an edge to each argument. */
  readonly arithmetic: Arithmetic<number>;
  readonly nodeCapacity: number;
  readonly edgeCapacity: number;
  /** Forgets all nodes. */
  clear(): void;
  /** Records an independent variable; the first call after `clear` makes node 0. */
  input(value: number): number;
  /** The value of a node. */
  valueOf(node: number): number;
  /** Sets the adjoints of all nodes to zero. */
  clearAdjoints(): void;
  /** Adds to the adjoint of a node: the seed of a reverse sweep. */
  seed(node: number, adjoint: number): void;
  /** One reverse sweep: carries the adjoints from the last node to the first. */
  reverse(): void;
  /** The adjoint of a node. */
  adjointOf(node: number): number;
  /** Nodes recorded, or more than the capacity after an overflow. */
  nodeCount(): number;
  /** Edges recorded, or more than the capacity after an overflow. */
  edgeCount(): number;
  /** Whether the record is incomplete because the capacity was too small. */
  overflowed(): boolean;
}

/** Bytes of one node: value and adjoint (doubles), first edge (32-bit integer). */
export const BYTES_PER_NODE = 20;
/** Bytes of one edge: partial derivative (double), argument (32-bit integer). */
export const BYTES_PER_EDGE = 12;

/** An empty tape. Memory that is reserved and not used costs next to nothing, so capacities may be generous. */
export function createTape(nodeCapacity: number, edgeCapacity: number): Tape {
  const value = new Float64Array(nodeCapacity);
  const adjoint = new Float64Array(nodeCapacity);
  const firstEdge = new Int32Array(nodeCapacity + 1);
  const argument = new Int32Array(edgeCapacity);
  const partial = new Float64Array(edgeCapacity);
  let nodes = 0;
  let edges = 0;

  function node(v: number): number {
    value[nodes] = v;
    firstEdge[nodes + 1] = edges;
    return nodes++;
  }
  function unary(x: number, v: number, p: number): number {
    argument[edges] = x;
    partial[edges++] = p;
    return node(v);
  }
  function binary(x: number, y: number, v: number, p: number, q: number): number {
    argument[edges] = x;
    partial[edges++] = p;
    argument[edges] = y;
    partial[edges++] = q;
    return node(v);
  }

  const arithmetic: Arithmetic<number> = {
    constant: node,
    toNumber(x) {
      if (nodes > nodeCapacity) throw new RangeError('the tape is full: its values can no longer be branched on');
      return value[x]!;
    },
    neg(x) {
      const a = value[x]!;
      return unary(x, -a, -1);
    },
    exp(x) {
      const a = value[x]!;
      const v = Math.exp(a);
      return unary(x, v, v);
    },
    log(x) {
      const a = value[x]!;
      return unary(x, Math.log(a), 1 / a);
    },
    log1p(x) {
      const a = value[x]!;
      return unary(x, Math.log1p(a), 1 / (1 + a));
    },
    expm1(x) {
      const a = value[x]!;
      return unary(x, Math.expm1(a), Math.exp(a));
    },
    sin(x) {
      const a = value[x]!;
      return unary(x, Math.sin(a), Math.cos(a));
    },
    cos(x) {
      const a = value[x]!;
      return unary(x, Math.cos(a), -Math.sin(a));
    },
    tan(x) {
      const a = value[x]!;
      const v = Math.tan(a);
      return unary(x, v, 1 + v * v);
    },
    tanh(x) {
      const a = value[x]!;
      return unary(x, Math.tanh(a), power(Math.cosh(a), -2));
    },
    asin(x) {
      const a = value[x]!;
      return unary(x, Math.asin(a), 1 / Math.sqrt((1 - a) * (1 + a)));
    },
    acos(x) {
      const a = value[x]!;
      return unary(x, Math.acos(a), -1 / Math.sqrt((1 - a) * (1 + a)));
    },
    atan(x) {
      const a = value[x]!;
      return unary(x, Math.atan(a), 1 / (1 + a * a));
    },
    sinh(x) {
      const a = value[x]!;
      return unary(x, Math.sinh(a), Math.cosh(a));
    },
    cosh(x) {
      const a = value[x]!;
      return unary(x, Math.cosh(a), Math.sinh(a));
    },
    sqrt(x) {
      const a = value[x]!;
      const v = Math.sqrt(a);
      return unary(x, v, 0.5 / v);
    },
    abs(x) {
      const a = value[x]!;
      return unary(x, Math.abs(a), Math.sign(a));
    },
    sign(x) {
      const a = value[x]!;
      return unary(x, Math.sign(a), 0);
    },
    add(x, y) {
      const a = value[x]!;
      const b = value[y]!;
      return binary(x, y, a + b, 1, 1);
    },
    sub(x, y) {
      const a = value[x]!;
      const b = value[y]!;
      return binary(x, y, a - b, 1, -1);
    },
    mul(x, y) {
      const a = value[x]!;
      const b = value[y]!;
      return binary(x, y, a * b, b, a);
    },
    div(x, y) {
      const a = value[x]!;
      const b = value[y]!;
      const v = a / b;
      return binary(x, y, v, 1 / b, -v / b);
    },
    max(x, y) {
      const a = value[x]!;
      const b = value[y]!;
      return binary(x, y, Math.max(a, b), 0.5 + 0.5 * Math.sign(a - b), 0.5 + 0.5 * Math.sign(b - a));
    },
    min(x, y) {
      const a = value[x]!;
      const b = value[y]!;
      return binary(x, y, Math.min(a, b), 0.5 + 0.5 * Math.sign(b - a), 0.5 + 0.5 * Math.sign(a - b));
    },
    pow(x, exponent) {
      const a = value[x]!;
      return unary(x, power(a, exponent), powRule(numberArithmetic, a, exponent));
    },
    sum(xs) {
      let v = 0;
      for (let i = 0; i < xs.length; i++) {
        const x = xs[i]!;
        v += value[x]!;
        argument[edges] = x;
        partial[edges++] = 1;
      }
      return node(v);
    },
    sumOver: (count, term) => arithmetic.sum(termsOf(count, term)),
    dot(xs, ys) {
      let v = 0;
      for (let i = 0; i < xs.length; i++) {
        const x = xs[i]!;
        const y = ys[i]!;
        const a = value[x]!;
        const b = value[y]!;
        v += a * b;
        argument[edges] = x;
        partial[edges++] = b;
        argument[edges] = y;
        partial[edges++] = a;
      }
      return node(v);
    },
    linear(coefficients, xs) {
      let v = 0;
      for (let i = 0; i < xs.length; i++) {
        const x = xs[i]!;
        const c = coefficients[i]!;
        v += c * value[x]!;
        argument[edges] = x;
        partial[edges++] = c;
      }
      return node(v);
    },
    logSumExp(xs) {
      const v = logSumExp(xs.map((x) => value[x]!));
      for (let i = 0; i < xs.length; i++) {
        const x = xs[i]!;
        const a = value[x]!;
        argument[edges] = x;
        partial[edges++] = Math.exp(a - v);
      }
      return node(v);
    },
  };

  return {
    arithmetic,
    nodeCapacity,
    edgeCapacity,
    clear() {
      nodes = 0;
      edges = 0;
    },
    input: node,
    valueOf: (x) => value[x]!,
    clearAdjoints() {
      adjoint.fill(0, 0, nodes);
    },
    seed(x, seed) {
      adjoint[x] = adjoint[x]! + seed;
    },
    reverse() {
      let edge = edges - 1;
      for (let i = nodes - 1; i >= 0; i--) {
        const a = adjoint[i]!;
        for (const first = firstEdge[i]!; edge >= first; edge--) {
          const x = argument[edge]!;
          adjoint[x] = adjoint[x]! + partial[edge]! * a;
        }
      }
    },
    adjointOf: (x) => adjoint[x]!,
    nodeCount: () => nodes,
    edgeCount: () => edges,
    overflowed: () => nodes > nodeCapacity || edges > edgeCapacity,
  };
}
