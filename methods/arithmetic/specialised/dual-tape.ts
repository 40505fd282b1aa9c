// Printed from methods/arithmetic/rules.ts by `npm run generate`. Do not edit: edit the rules or scripts/generate.
/** The tape over dual numbers: forward over reverse (Griewank & Walther, Evaluating Derivatives, 2008, 5.3). */

import { type Arithmetic, termsOf } from '../arithmetic.ts';
import {
  asinSlope,
  atanSlope,
  logistic,
  logSumExp,
  logSumExpOfTwo,
  power,
  tanhSlope,
} from '../number.ts';
import { listRules, powRule } from '../rules.ts';
import type { DualTape, Sums } from '../tape.ts';
import { dual1 } from './dual1.ts';

/** Bytes of one node: value and adjoint (doubles), each with its tangent, and first edge (32-bit integer). */
export const BYTES_PER_NODE = 36;
/** Bytes of one edge: partial derivative (double), its tangent, and argument (32-bit integer). */
export const BYTES_PER_EDGE = 20;
/** Bytes that each depth of reversed sums adds to a node: adjoint (double), its tangent, and list place (int32). */
export const BYTES_PER_NODE_AND_LEVEL = 20;

const FULL = 'the tape is full: its values can no longer be branched on';

/** Adjoints of the terms of an inner sum, and a list of the nodes before it that they reached. */
interface Level {
  readonly adjoint: Float64Array;
  readonly adjointTangent: Float64Array;
  readonly list: Int32Array;
}

function createLevel(nodeCapacity: number): Level {
  return {
    adjoint: new Float64Array(nodeCapacity),
    adjointTangent: new Float64Array(nodeCapacity),
    list: new Int32Array(nodeCapacity),
  };
}

/** An empty tape. Memory that is reserved and not used costs next to nothing, so capacities may be generous. */
export function createDualTape(nodeCapacity: number, edgeCapacity: number, sums: Sums = 'recorded'): DualTape {
  const value = new Float64Array(nodeCapacity);
  const valueTangent = new Float64Array(nodeCapacity);
  const adjoint = new Float64Array(nodeCapacity);
  const adjointTangent = new Float64Array(nodeCapacity);
  const firstEdge = new Int32Array(nodeCapacity + 1);
  const argument = new Int32Array(edgeCapacity);
  const partial = new Float64Array(edgeCapacity);
  const partialTangent = new Float64Array(edgeCapacity);
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

  function node(v: number, dv: number): number {
    value[nodes] = v;
    valueTangent[nodes] = dv;
    firstEdge[nodes + 1] = edges;
    return nodes++;
  }
  function unary(x: number, v: number, dv: number, p: number, dp: number): number {
    argument[edges] = x;
    partial[edges] = p;
    partialTangent[edges] = dp;
    edges++;
    return node(v, dv);
  }
  function binary(x: number, y: number, v: number, dv: number, p: number, dp: number, q: number, dq: number): number {
    argument[edges] = x;
    partial[edges] = p;
    partialTangent[edges] = dp;
    edges++;
    argument[edges] = y;
    partial[edges] = q;
    partialTangent[edges] = dq;
    edges++;
    return node(v, dv);
  }

  /**
   * Adjoints of the terms of a sum: zero between two terms, but for nodes before the sum. A list says which of these
   * were reached.
   */
  const outerAdjoint = new Float64Array(nodeCapacity);
  const outerAdjointTangent = new Float64Array(nodeCapacity);
  const outerList = new Int32Array(nodeCapacity);
  const innerLevels: Level[] = [];

  function outerSum(count: number, term: (i: number) => number): number {
    if (depth > 0) return innerSum(count, term);
    const before = nodes;
    const edgesBefore = edges;
    if (++depth > deepest) deepest = depth;
    let reached = before < 4 * count ? before : 0; // a list that is not worth its while is full from the beginning
    let v = 0;
    let dv = 0;
    for (let i = 0; i < count; i++) {
      const x = term(i);
      v += value[x]!;
      dv += valueTangent[x]!;
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
    return node(v, dv);
  }

  /**
   * Carries the adjoint of a term, which is 1, back to the nodes before the sum.
   * Returns the number of places of the list that are then taken.
   */
  function outerReverse(before: number, output: number, reached: number): number {
    const adjoint = outerAdjoint;
    const adjointTangent = outerAdjointTangent;
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
      const da = adjointTangent[i]!;
      adjointTangent[i] = 0;
      for (const first = firstEdge[i]!; edge >= first; edge--) {
        const x = argument[edge]!;
        const p = partial[edge]!;
        const sum = adjoint[x]!;
        if (reached < before && sum === 0 && x < before) list[reached++] = x;
        adjoint[x] = sum + p * a;
        adjointTangent[x] = adjointTangent[x]! + p * da + partialTangent[edge]! * a;
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
    const adjointTangent = outerAdjointTangent;
    const list = outerList;
    const isListed = reached < before;
    let edge = edges;
    for (let i = 0; i < reached; i++) {
      const x = isListed ? list[i]! : i;
      const a = adjoint[x]!;
      const da = adjointTangent[x]!;
      if (a === 0 && da === 0) continue; // listed twice, or nothing came of it
      argument[edge] = x;
      partial[edge] = a;
      partialTangent[edge] = da;
      edge++;
      adjoint[x] = 0;
      adjointTangent[x] = 0;
    }
    edges = edge;
  }

  function innerSum(count: number, term: (i: number) => number): number {
    const { adjoint, adjointTangent, list } = (innerLevels[depth - 1] ??= createLevel(nodeCapacity));
    const before = nodes;
    const edgesBefore = edges;
    if (++depth > deepest) deepest = depth;
    let reached = before < 4 * count ? before : 0; // a list that is not worth its while is full from the beginning
    let v = 0;
    let dv = 0;
    for (let i = 0; i < count; i++) {
      const x = term(i);
      v += value[x]!;
      dv += valueTangent[x]!;
      if (nodes > nodeCapacity || edges > edgeCapacity) throw new RangeError(FULL);
      reached = innerReverse(adjoint, adjointTangent, list, before, x, reached);
      if (nodes > peakNodes) peakNodes = nodes;
      if (edges > peakEdges) peakEdges = edges;
      forgottenNodes += nodes - before;
      forgottenEdges += edges - edgesBefore;
      nodes = before;
      edges = edgesBefore;
    }
    depth--;
    innerRecord(adjoint, adjointTangent, list, before, reached);
    return node(v, dv);
  }

  /**
   * Carries the adjoint of a term, which is 1, back to the nodes before the sum.
   * Returns the number of places of the list that are then taken.
   */
  function innerReverse(adjoint: Float64Array, adjointTangent: Float64Array, list: Int32Array, before: number, output: number, reached: number): number {
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
      const da = adjointTangent[i]!;
      adjointTangent[i] = 0;
      for (const first = firstEdge[i]!; edge >= first; edge--) {
        const x = argument[edge]!;
        const p = partial[edge]!;
        const sum = adjoint[x]!;
        if (reached < before && sum === 0 && x < before) list[reached++] = x;
        adjoint[x] = sum + p * a;
        adjointTangent[x] = adjointTangent[x]! + p * da + partialTangent[edge]! * a;
      }
    }
    return reached;
  }

  /**
   * Makes the adjoints of the nodes before the sum the edges of its node, then sets them to zero.
   * A full list may name too few of these nodes: then all of them are looked at.
   */
  function innerRecord(adjoint: Float64Array, adjointTangent: Float64Array, list: Int32Array, before: number, reached: number): void {
    const isListed = reached < before;
    let edge = edges;
    for (let i = 0; i < reached; i++) {
      const x = isListed ? list[i]! : i;
      const a = adjoint[x]!;
      const da = adjointTangent[x]!;
      if (a === 0 && da === 0) continue; // listed twice, or nothing came of it
      argument[edge] = x;
      partial[edge] = a;
      partialTangent[edge] = da;
      edge++;
      adjoint[x] = 0;
      adjointTangent[x] = 0;
    }
    edges = edge;
  }

  const pairs = {
    logSumExp(x: number, y: number): number {
      const a = value[x]!;
      const b = value[y]!;
      const da = valueTangent[x]!;
      const db = valueTangent[y]!;
      const v = logSumExpOfTwo(a, b);
      const p = logistic(a - b);
      const q = logistic(b - a);
      const dv = p * da + q * db;
      const dp = p * q * (da - db);
      const dq = q * p * (db - da);
      return binary(x, y, v, dv, p, dp, q, dq);
    },
  };

  const arithmetic: Arithmetic<number> = {
    constant: (c) => node(c, 0),
    toNumber(x) {
      if (nodes > nodeCapacity) throw new RangeError(FULL);
      return value[x]!;
    },
    neg(x) {
      const a = value[x]!;
      const da = valueTangent[x]!;
      const v = -a;
      const dv = -da;
      const dp = 0;
      return unary(x, v, dv, -1, dp);
    },
    exp(x) {
      const a = value[x]!;
      const da = valueTangent[x]!;
      const v = Math.exp(a);
      const dv = v * da;
      const dp = dv;
      return unary(x, v, dv, v, dp);
    },
    log(x) {
      const a = value[x]!;
      const da = valueTangent[x]!;
      const v = Math.log(a);
      const p = 1 / a;
      const dv = p * da;
      const dp = -1 / a / a * da;
      return unary(x, v, dv, p, dp);
    },
    log1p(x) {
      const a = value[x]!;
      const da = valueTangent[x]!;
      const v = Math.log1p(a);
      const p = 1 / (1 + a);
      const dv = p * da;
      const dp = -1 / (1 + a) / (1 + a) * da;
      return unary(x, v, dv, p, dp);
    },
    expm1(x) {
      const a = value[x]!;
      const da = valueTangent[x]!;
      const v = Math.expm1(a);
      const p = Math.exp(a);
      const dv = p * da;
      const dp = p * da;
      return unary(x, v, dv, p, dp);
    },
    sin(x) {
      const a = value[x]!;
      const da = valueTangent[x]!;
      const v = Math.sin(a);
      const p = Math.cos(a);
      const dv = p * da;
      const dp = -v * da;
      return unary(x, v, dv, p, dp);
    },
    cos(x) {
      const a = value[x]!;
      const da = valueTangent[x]!;
      const v = Math.cos(a);
      const p = -Math.sin(a);
      const dv = p * da;
      const dp = -v * da;
      return unary(x, v, dv, p, dp);
    },
    tan(x) {
      const a = value[x]!;
      const da = valueTangent[x]!;
      const v = Math.tan(a);
      const p = 1 + v * v;
      const dv = p * da;
      const dp = v * dv + v * dv;
      return unary(x, v, dv, p, dp);
    },
    tanh(x) {
      const a = value[x]!;
      const da = valueTangent[x]!;
      const v = Math.tanh(a);
      const p = tanhSlope(a);
      const dv = p * da;
      const dp = -2 * v * p * da;
      return unary(x, v, dv, p, dp);
    },
    asin(x) {
      const a = value[x]!;
      const da = valueTangent[x]!;
      const v = Math.asin(a);
      const p = asinSlope(a);
      const dv = p * da;
      const dp = a * power(p, 3) * da;
      return unary(x, v, dv, p, dp);
    },
    acos(x) {
      const a = value[x]!;
      const da = valueTangent[x]!;
      const v = Math.acos(a);
      const p = -asinSlope(a);
      const dv = p * da;
      const dp = -a * power(asinSlope(a), 3) * da;
      return unary(x, v, dv, p, dp);
    },
    atan(x) {
      const a = value[x]!;
      const da = valueTangent[x]!;
      const v = Math.atan(a);
      const p = atanSlope(a);
      const dv = p * da;
      const dp = -2 * (a * p) * p * da;
      return unary(x, v, dv, p, dp);
    },
    sinh(x) {
      const a = value[x]!;
      const da = valueTangent[x]!;
      const v = Math.sinh(a);
      const p = Math.cosh(a);
      const dv = p * da;
      const dp = v * da;
      return unary(x, v, dv, p, dp);
    },
    cosh(x) {
      const a = value[x]!;
      const da = valueTangent[x]!;
      const v = Math.cosh(a);
      const p = Math.sinh(a);
      const dv = p * da;
      const dp = v * da;
      return unary(x, v, dv, p, dp);
    },
    sqrt(x) {
      const a = value[x]!;
      const da = valueTangent[x]!;
      const v = Math.sqrt(a);
      const p = 0.5 / v;
      const dv = p * da;
      const dp = -0.5 / v / v * dv;
      return unary(x, v, dv, p, dp);
    },
    abs(x) {
      const a = value[x]!;
      const da = valueTangent[x]!;
      const v = Math.abs(a);
      const p = Math.sign(a);
      const dv = p * da;
      const dp = 0;
      return unary(x, v, dv, p, dp);
    },
    sign(x) {
      const a = value[x]!;
      const v = Math.sign(a);
      const dv = 0;
      const dp = 0;
      return unary(x, v, dv, 0, dp);
    },
    tanhSlope(x) {
      const a = value[x]!;
      const da = valueTangent[x]!;
      const v = tanhSlope(a);
      const p = -2 * Math.tanh(a) * v;
      const dv = p * da;
      const dp = v * (-2 * (v * da)) - 2 * Math.tanh(a) * dv;
      return unary(x, v, dv, p, dp);
    },
    asinSlope(x) {
      const a = value[x]!;
      const da = valueTangent[x]!;
      const v = asinSlope(a);
      const p = a * power(v, 3);
      const dv = p * da;
      const dp = power(v, 3) * da + a * (3 * power(v, 2) * dv);
      return unary(x, v, dv, p, dp);
    },
    atanSlope(x) {
      const a = value[x]!;
      const da = valueTangent[x]!;
      const v = atanSlope(a);
      const p = -2 * (a * v) * v;
      const dv = p * da;
      const dp = v * (-2 * (v * da + a * dv)) - 2 * (a * v) * dv;
      return unary(x, v, dv, p, dp);
    },
    logistic(x) {
      const a = value[x]!;
      const da = valueTangent[x]!;
      const v = logistic(a);
      const p = v * logistic(-a);
      const dv = p * da;
      const dp = logistic(-a) * dv + v * (logistic(-a) * logistic(-(-a)) * (-da));
      return unary(x, v, dv, p, dp);
    },
    add(x, y) {
      const a = value[x]!;
      const b = value[y]!;
      const da = valueTangent[x]!;
      const db = valueTangent[y]!;
      const v = a + b;
      const dv = da + db;
      const dp = 0;
      const dq = 0;
      return binary(x, y, v, dv, 1, dp, 1, dq);
    },
    sub(x, y) {
      const a = value[x]!;
      const b = value[y]!;
      const da = valueTangent[x]!;
      const db = valueTangent[y]!;
      const v = a - b;
      const dv = da - db;
      const dp = 0;
      const dq = 0;
      return binary(x, y, v, dv, 1, dp, -1, dq);
    },
    mul(x, y) {
      const a = value[x]!;
      const b = value[y]!;
      const da = valueTangent[x]!;
      const db = valueTangent[y]!;
      const v = a * b;
      const dv = b * da + a * db;
      const dp = db;
      const dq = da;
      return binary(x, y, v, dv, b, dp, a, dq);
    },
    div(x, y) {
      const a = value[x]!;
      const b = value[y]!;
      const da = valueTangent[x]!;
      const db = valueTangent[y]!;
      const v = a / b;
      const p = 1 / b;
      const q = -v / b;
      const dv = p * da + q * db;
      const dp = -1 / b / b * db;
      const dq = -(1 / b * dv - v / b / b * db);
      return binary(x, y, v, dv, p, dp, q, dq);
    },
    max(x, y) {
      const a = value[x]!;
      const b = value[y]!;
      const da = valueTangent[x]!;
      const db = valueTangent[y]!;
      const v = Math.max(a, b);
      const p = 0.5 + 0.5 * Math.sign(a - b);
      const q = 0.5 + 0.5 * Math.sign(b - a);
      const dv = p * da + q * db;
      const dp = 0;
      const dq = 0;
      return binary(x, y, v, dv, p, dp, q, dq);
    },
    min(x, y) {
      const a = value[x]!;
      const b = value[y]!;
      const da = valueTangent[x]!;
      const db = valueTangent[y]!;
      const v = Math.min(a, b);
      const p = 0.5 + 0.5 * Math.sign(b - a);
      const q = 0.5 + 0.5 * Math.sign(a - b);
      const dv = p * da + q * db;
      const dp = 0;
      const dq = 0;
      return binary(x, y, v, dv, p, dp, q, dq);
    },
    pow(x, exponent) {
      const a = value[x]!;
      const da = valueTangent[x]!;
      if (exponent === 2) return unary(x, a * a, 2 * a * da, 2 * a, 2 * da);
      const p = powRule(dual1.arithmetic, { v: a, d: da }, exponent);
      return unary(x, power(a, exponent), p.v * da, p.v, p.d);
    },
    sum(xs) {
      let edge = edges;
      let v = 0;
      let dv = 0;
      for (let i = 0; i < xs.length; i++) {
        const x = xs[i]!;
        v += value[x]!;
        dv += valueTangent[x]!;
        argument[edge] = x;
        partial[edge] = 1;
        partialTangent[edge] = 0;
        edge++;
      }
      edges = edge;
      return node(v, dv);
    },
    dot(xs, ys) {
      let edge = edges;
      let v = 0;
      let dv = 0;
      for (let i = 0; i < xs.length; i++) {
        const x = xs[i]!;
        const a = value[x]!;
        const y = ys[i]!;
        const b = value[y]!;
        const da = valueTangent[x]!;
        const db = valueTangent[y]!;
        v += a * b;
        dv += b * da + a * db;
        argument[edge] = x;
        partial[edge] = b;
        partialTangent[edge] = db;
        edge++;
        argument[edge] = y;
        partial[edge] = a;
        partialTangent[edge] = da;
        edge++;
      }
      edges = edge;
      return node(v, dv);
    },
    linear(coefficients, xs) {
      let edge = edges;
      let v = 0;
      let dv = 0;
      for (let i = 0; i < xs.length; i++) {
        const x = xs[i]!;
        const c = coefficients[i]!;
        v += c * value[x]!;
        dv += c * valueTangent[x]!;
        argument[edge] = x;
        partial[edge] = c;
        partialTangent[edge] = 0;
        edge++;
      }
      edges = edge;
      return node(v, dv);
    },
    logSumExp(xs) {
      if (xs.length === 2) return pairs.logSumExp(xs[0]!, xs[1]!);
      const values = xs.map((x) => value[x]!);
      const v = logSumExp(values);
      const duals = xs.map((x) => ({ v: value[x]!, d: valueTangent[x]! }));
      const weights = listRules.logSumExp(dual1.arithmetic, duals);
      let dv = 0;
      let edge = edges;
      for (let i = 0; i < xs.length; i++) {
        const x = xs[i]!;
        const { v: p, d: dp } = weights[i]!;
        dv += p * valueTangent[x]!;
        argument[edge] = x;
        partial[edge] = p;
        partialTangent[edge] = dp;
        edge++;
      }
      edges = edge;
      return node(v, dv);
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
        outerAdjointTangent.fill(0);
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
    input: (v) => node(v, 0),
    setTangent(x, dv) {
      valueTangent[x] = dv;
    },
    valueOf: (x) => value[x]!,
    clearAdjoints() {
      adjoint.fill(0, 0, nodes);
      adjointTangent.fill(0, 0, nodes);
    },
    seed(x, seed) {
      adjoint[x] = adjoint[x]! + seed;
    },
    reverse() {
      let edge = edges - 1;
      for (let i = nodes - 1; i >= 0; i--) {
        const a = adjoint[i]!;
        const da = adjointTangent[i]!;
        for (const first = firstEdge[i]!; edge >= first; edge--) {
          const x = argument[edge]!;
          const p = partial[edge]!;
          adjoint[x] = adjoint[x]! + p * a;
          adjointTangent[x] = adjointTangent[x]! + p * da + partialTangent[edge]! * a;
        }
      }
    },
    adjointOf: (x) => adjoint[x]!,
    adjointTangentOf: (x) => adjointTangent[x]!,
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
