// Printed from methods/arithmetic/rules.ts by `npm run generate`. Do not edit: edit the rules or scripts/generate.
/** A tape in typed arrays: reverse mode (Griewank & Walther, Evaluating Derivatives, 2008, ch. 4 and 6). */

import { type Arithmetic, termsOf } from '../arithmetic.ts';
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
import type { Tape, Sums } from '../tape.ts';

/** Bytes of one node: value and adjoint (doubles), first edge (32-bit integer). */
export const BYTES_PER_NODE = 20;
/** Bytes of one edge: partial derivative (double), argument (32-bit integer). */
export const BYTES_PER_EDGE = 12;
/** Bytes that each depth of reversed sums adds to a node: adjoint (double), list place (int32). */
export const BYTES_PER_NODE_AND_LEVEL = 12;

const FULL = 'the tape is full: its values can no longer be branched on';

/** Adjoints of the terms of an inner sum, and a list of the nodes before it that they reached. */
interface Level {
  readonly adjoint: Float64Array;
  readonly list: Int32Array;
}

function createLevel(nodeCapacity: number): Level {
  return {
    adjoint: new Float64Array(nodeCapacity),
    list: new Int32Array(nodeCapacity),
  };
}

/** An empty tape. Memory that is reserved and not used costs next to nothing, so capacities may be generous. */
export function createTape(nodeCapacity: number, edgeCapacity: number, sums: Sums = 'recorded'): Tape {
  const value = new Float64Array(nodeCapacity);
  const adjoint = new Float64Array(nodeCapacity);
  const firstEdge = new Int32Array(nodeCapacity + 1);
  const argument = new Int32Array(edgeCapacity);
  const partial = new Float64Array(edgeCapacity);
  let nodes = 0;
  let edges = 0;
  /** Reversed sums that are under way, and the most that were. */
  let depth = 0;
  let deepest = 0;
  /** Counts of nodes and edges that reversed sums have held and forgotten. */
  let peakNodes = 0;
  let peakEdges = 0;
  let forgottenNodes = 0;
  let forgottenEdges = 0;

  function node(v: number): number {
    value[nodes] = v;
    firstEdge[nodes + 1] = edges;
    return nodes++;
  }
  function unary(x: number, v: number, p: number): number {
    argument[edges] = x;
    partial[edges] = p;
    edges++;
    return node(v);
  }
  function binary(x: number, y: number, v: number, p: number, q: number): number {
    argument[edges] = x;
    partial[edges] = p;
    edges++;
    argument[edges] = y;
    partial[edges] = q;
    edges++;
    return node(v);
  }

  /**
   * Adjoints of the terms of a sum: zero between two terms, but for nodes before the sum. A list says which of these
   * were reached.
   */
  const outerAdjoint = new Float64Array(nodeCapacity);
  const outerList = new Int32Array(nodeCapacity);
  const innerLevels: Level[] = [];

  function outerSum(count: number, term: (i: number) => number): number {
    if (depth > 0) return innerSum(count, term);
    const before = nodes;
    const edgesBefore = edges;
    if (++depth > deepest) deepest = depth;
    let reached = before < 4 * count ? before : 0; // a list that is not worth its while is full from the beginning
    let v = 0;
    for (let i = 0; i < count; i++) {
      const x = term(i);
      v += value[x]!;
      if (nodes > nodeCapacity || edges > edgeCapacity) throw new RangeError(FULL);
      reached = outerReverse(before, x, reached);
      if (nodes > peakNodes) peakNodes = nodes;
      if (edges > peakEdges) peakEdges = edges;
      forgottenNodes += nodes - before;
      forgottenEdges += edges - edgesBefore;
      nodes = before;
      edges = edgesBefore;
    }
    depth--;
    outerRecord(before, reached);
    return node(v);
  }

  /**
   * Carries the adjoint of a term, which is 1, back to the nodes before the sum.
   * Returns the number of places of the list that are then taken.
   */
  function outerReverse(before: number, output: number, reached: number): number {
    const adjoint = outerAdjoint;
    const list = outerList;
    if (output < before) {
      if (reached < before) list[reached++] = output;
      adjoint[output] = adjoint[output]! + 1;
      return reached;
    }
    adjoint[output] = 1;
    let edge = firstEdge[output + 1]! - 1;
    for (let i = output; i >= before; i--) {
      const a = adjoint[i]!;
      adjoint[i] = 0;
      for (const first = firstEdge[i]!; edge >= first; edge--) {
        const x = argument[edge]!;
        const p = partial[edge]!;
        const sum = adjoint[x]!;
        if (reached < before && sum === 0 && x < before) list[reached++] = x;
        adjoint[x] = sum + p * a;
      }
    }
    return reached;
  }

  /**
   * Makes the adjoints of the nodes before the sum the edges of its node, then sets them to zero.
   * A full list may name too few of these nodes: then all of them are looked at.
   */
  function outerRecord(before: number, reached: number): void {
    const adjoint = outerAdjoint;
    const list = outerList;
    const isListed = reached < before;
    let edge = edges;
    for (let i = 0; i < reached; i++) {
      const x = isListed ? list[i]! : i;
      const a = adjoint[x]!;
      if (a === 0) continue; // listed twice, or nothing came of it
      argument[edge] = x;
      partial[edge] = a;
      edge++;
      adjoint[x] = 0;
    }
    edges = edge;
  }

  function innerSum(count: number, term: (i: number) => number): number {
    const { adjoint, list } = (innerLevels[depth - 1] ??= createLevel(nodeCapacity));
    const before = nodes;
    const edgesBefore = edges;
    if (++depth > deepest) deepest = depth;
    let reached = before < 4 * count ? before : 0; // a list that is not worth its while is full from the beginning
    let v = 0;
    for (let i = 0; i < count; i++) {
      const x = term(i);
      v += value[x]!;
      if (nodes > nodeCapacity || edges > edgeCapacity) throw new RangeError(FULL);
      reached = innerReverse(adjoint, list, before, x, reached);
      if (nodes > peakNodes) peakNodes = nodes;
      if (edges > peakEdges) peakEdges = edges;
      forgottenNodes += nodes - before;
      forgottenEdges += edges - edgesBefore;
      nodes = before;
      edges = edgesBefore;
    }
    depth--;
    innerRecord(adjoint, list, before, reached);
    return node(v);
  }

  /**
   * Carries the adjoint of a term, which is 1, back to the nodes before the sum.
   * Returns the number of places of the list that are then taken.
   */
  function innerReverse(adjoint: Float64Array, list: Int32Array, before: number, output: number, reached: number): number {
    if (output < before) {
      if (reached < before) list[reached++] = output;
      adjoint[output] = adjoint[output]! + 1;
      return reached;
    }
    adjoint[output] = 1;
    let edge = firstEdge[output + 1]! - 1;
    for (let i = output; i >= before; i--) {
      const a = adjoint[i]!;
      adjoint[i] = 0;
      for (const first = firstEdge[i]!; edge >= first; edge--) {
        const x = argument[edge]!;
        const p = partial[edge]!;
        const sum = adjoint[x]!;
        if (reached < before && sum === 0 && x < before) list[reached++] = x;
        adjoint[x] = sum + p * a;
      }
    }
    return reached;
  }

  /**
   * Makes the adjoints of the nodes before the sum the edges of its node, then sets them to zero.
   * A full list may name too few of these nodes: then all of them are looked at.
   */
  function innerRecord(adjoint: Float64Array, list: Int32Array, before: number, reached: number): void {
    const isListed = reached < before;
    let edge = edges;
    for (let i = 0; i < reached; i++) {
      const x = isListed ? list[i]! : i;
      const a = adjoint[x]!;
      if (a === 0) continue; // listed twice, or nothing came of it
      argument[edge] = x;
      partial[edge] = a;
      edge++;
      adjoint[x] = 0;
    }
    edges = edge;
  }

  const pairs = {
    logSumExp(x: number, y: number): number {
      const a = value[x]!;
      const b = value[y]!;
      const v = logSumExpOfTwo(a, b);
      const p = logistic(a - b);
      const q = logistic(b - a);
      return binary(x, y, v, p, q);
    },
  };

  const arithmetic: Arithmetic<number> = {
    constant: node,
    toNumber(x) {
      if (nodes > nodeCapacity) throw new RangeError(FULL);
      return value[x]!;
    },
    neg(x) {
      const a = value[x]!;
      const v = -a;
      return unary(x, v, -1);
    },
    exp(x) {
      const a = value[x]!;
      const v = Math.exp(a);
      return unary(x, v, v);
    },
    log(x) {
      const a = value[x]!;
      const v = Math.log(a);
      const p = 1 / a;
      return unary(x, v, p);
    },
    log1p(x) {
      const a = value[x]!;
      const v = Math.log1p(a);
      const p = 1 / (1 + a);
      return unary(x, v, p);
    },
    expm1(x) {
      const a = value[x]!;
      const v = Math.expm1(a);
      const p = Math.exp(a);
      return unary(x, v, p);
    },
    sin(x) {
      const a = value[x]!;
      const v = Math.sin(a);
      const p = Math.cos(a);
      return unary(x, v, p);
    },
    cos(x) {
      const a = value[x]!;
      const v = Math.cos(a);
      const p = -Math.sin(a);
      return unary(x, v, p);
    },
    tan(x) {
      const a = value[x]!;
      const v = Math.tan(a);
      const p = 1 + v * v;
      return unary(x, v, p);
    },
    tanh(x) {
      const a = value[x]!;
      const v = Math.tanh(a);
      const p = tanhSlope(a);
      return unary(x, v, p);
    },
    asin(x) {
      const a = value[x]!;
      const v = Math.asin(a);
      const p = asinSlope(a);
      return unary(x, v, p);
    },
    acos(x) {
      const a = value[x]!;
      const v = Math.acos(a);
      const p = -asinSlope(a);
      return unary(x, v, p);
    },
    atan(x) {
      const a = value[x]!;
      const v = Math.atan(a);
      const p = atanSlope(a);
      return unary(x, v, p);
    },
    sinh(x) {
      const a = value[x]!;
      const v = Math.sinh(a);
      const p = Math.cosh(a);
      return unary(x, v, p);
    },
    cosh(x) {
      const a = value[x]!;
      const v = Math.cosh(a);
      const p = Math.sinh(a);
      return unary(x, v, p);
    },
    sqrt(x) {
      const a = value[x]!;
      const v = Math.sqrt(a);
      const p = 0.5 / v;
      return unary(x, v, p);
    },
    abs(x) {
      const a = value[x]!;
      const v = Math.abs(a);
      const p = Math.sign(a);
      return unary(x, v, p);
    },
    sign(x) {
      const a = value[x]!;
      const v = Math.sign(a);
      return unary(x, v, 0);
    },
    tanhSlope(x) {
      const a = value[x]!;
      const v = tanhSlope(a);
      const p = -2 * Math.tanh(a) * v;
      return unary(x, v, p);
    },
    asinSlope(x) {
      const a = value[x]!;
      const v = asinSlope(a);
      const p = a * power(v, 3);
      return unary(x, v, p);
    },
    atanSlope(x) {
      const a = value[x]!;
      const v = atanSlope(a);
      const p = -2 * (a * v) * v;
      return unary(x, v, p);
    },
    logistic(x) {
      const a = value[x]!;
      const v = logistic(a);
      const p = v * logistic(-a);
      return unary(x, v, p);
    },
    add(x, y) {
      const a = value[x]!;
      const b = value[y]!;
      const v = a + b;
      return binary(x, y, v, 1, 1);
    },
    sub(x, y) {
      const a = value[x]!;
      const b = value[y]!;
      const v = a - b;
      return binary(x, y, v, 1, -1);
    },
    mul(x, y) {
      const a = value[x]!;
      const b = value[y]!;
      const v = a * b;
      return binary(x, y, v, b, a);
    },
    div(x, y) {
      const a = value[x]!;
      const b = value[y]!;
      const v = a / b;
      const p = 1 / b;
      const q = -v / b;
      return binary(x, y, v, p, q);
    },
    max(x, y) {
      const a = value[x]!;
      const b = value[y]!;
      const v = Math.max(a, b);
      const p = 0.5 + 0.5 * Math.sign(a - b);
      const q = 0.5 + 0.5 * Math.sign(b - a);
      return binary(x, y, v, p, q);
    },
    min(x, y) {
      const a = value[x]!;
      const b = value[y]!;
      const v = Math.min(a, b);
      const p = 0.5 + 0.5 * Math.sign(b - a);
      const q = 0.5 + 0.5 * Math.sign(a - b);
      return binary(x, y, v, p, q);
    },
    pow(x, exponent) {
      const a = value[x]!;
      if (exponent === 2) return unary(x, a * a, 2 * a);
      return unary(x, power(a, exponent), powRule(numberArithmetic, a, exponent));
    },
    sum(xs) {
      let edge = edges;
      let v = 0;
      for (let i = 0; i < xs.length; i++) {
        const x = xs[i]!;
        v += value[x]!;
        argument[edge] = x;
        partial[edge] = 1;
        edge++;
      }
      edges = edge;
      return node(v);
    },
    dot(xs, ys) {
      let edge = edges;
      let v = 0;
      for (let i = 0; i < xs.length; i++) {
        const x = xs[i]!;
        const a = value[x]!;
        const y = ys[i]!;
        const b = value[y]!;
        v += a * b;
        argument[edge] = x;
        partial[edge] = b;
        edge++;
        argument[edge] = y;
        partial[edge] = a;
        edge++;
      }
      edges = edge;
      return node(v);
    },
    linear(coefficients, xs) {
      let edge = edges;
      let v = 0;
      for (let i = 0; i < xs.length; i++) {
        const x = xs[i]!;
        const c = coefficients[i]!;
        v += c * value[x]!;
        argument[edge] = x;
        partial[edge] = c;
        edge++;
      }
      edges = edge;
      return node(v);
    },
    logSumExp(xs) {
      if (xs.length === 2) return pairs.logSumExp(xs[0]!, xs[1]!);
      const values = xs.map((x) => value[x]!);
      const v = logSumExp(values);
      const weights = listRules.logSumExp(numberArithmetic, values);
      let edge = edges;
      for (let i = 0; i < xs.length; i++) {
        const x = xs[i]!;
        argument[edge] = x;
        partial[edge] = weights[i]!;
        edge++;
      }
      edges = edge;
      return node(v);
    },
    sumOver: sums === 'reversed' ? outerSum : (count, term) => arithmetic.sum(termsOf(count, term)),
  };

  return {
    arithmetic,
    nodeCapacity,
    edgeCapacity,
    clear() {
      if (depth > 0) {
        // a sum that was broken off has left adjoints behind
        outerAdjoint.fill(0);
        innerLevels.length = 0;
      }
      nodes = 0;
      edges = 0;
      depth = 0;
      deepest = 0;
      peakNodes = 0;
      peakEdges = 0;
      forgottenNodes = 0;
      forgottenEdges = 0;
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
    recordedNodes: () => nodes + forgottenNodes,
    recordedEdges: () => edges + forgottenEdges,
    peak() {
      const most = { nodes: Math.max(nodes, peakNodes), edges: Math.max(edges, peakEdges) };
      const bytesPerNode = BYTES_PER_NODE + deepest * BYTES_PER_NODE_AND_LEVEL;
      return { ...most, bytes: most.nodes * bytesPerNode + most.edges * BYTES_PER_EDGE };
    },
    overflowed: () => nodes > nodeCapacity || edges > edgeCapacity,
  };
}
