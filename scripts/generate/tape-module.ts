import { banner, binaryTexts, listTexts, mentions, unaryTexts } from './rule-text.ts';

/** The text of the module with the fast tape: n-ary nodes in typed arrays, partial derivatives stored as they are recorded. */
export function tapeModule(): string {
  const unary = unaryTexts.map(({ name, value, partial }) => {
    const needsV = mentions('v', partial);
    const lines = [
      ...(mentions('a', value, partial) ? ['const a = value[x]!;'] : []),
      ...(needsV ? [`const v = ${value};`] : []),
      `return unary(x, ${needsV ? 'v' : value}, ${partial.text});`,
    ];
    return method(`${name}(x)`, lines);
  });
  const binary = binaryTexts.map(({ name, value, partials: [px, py] }) => {
    const needsV = mentions('v', px, py);
    const lines = [
      'const a = value[x]!;',
      'const b = value[y]!;',
      ...(needsV ? [`const v = ${value};`] : []),
      `return binary(x, y, ${needsV ? 'v' : value}, ${px.text}, ${py.text});`,
    ];
    return method(`${name}(x, y)`, lines);
  });

  return `${banner('A tape in typed arrays: reverse mode (Griewank & Walther, Evaluating Derivatives, 2008, ch. 4 and 6).')}
import { type Arithmetic, termsOf } from '../arithmetic.ts';
import { logSumExp, numberArithmetic, power } from '../number.ts';
import { powRule } from '../rules.ts';

/** A tape of fixed capacity. A recorded value is the index of its node; what does not fit is dropped, and \`overflowed\` says so. */
export interface Tape {
  /** Records each primitive as one node with an edge to each argument. */
  readonly arithmetic: Arithmetic<number>;
  readonly nodeCapacity: number;
  readonly edgeCapacity: number;
  /** Forgets all nodes. */
  clear(): void;
  /** Records an independent variable; the first call after \`clear\` makes node 0. */
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
${unary.join('')}${binary.join('')}    pow(x, exponent) {
      const a = value[x]!;
      return unary(x, power(a, exponent), powRule(numberArithmetic, a, exponent));
    },
    sum(xs) {
      let v = 0;
      for (let i = 0; i < xs.length; i++) {
        const x = xs[i]!;
        v += value[x]!;
        argument[edges] = x;
        partial[edges++] = ${listTexts.sum.text};
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
        partial[edges++] = ${listTexts.dot[0].text};
        argument[edges] = y;
        partial[edges++] = ${listTexts.dot[1].text};
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
        partial[edges++] = ${listTexts.linear.text};
      }
      return node(v);
    },
    logSumExp(xs) {
      const v = logSumExp(xs.map((x) => value[x]!));
      for (let i = 0; i < xs.length; i++) {
        const x = xs[i]!;
        const a = value[x]!;
        argument[edges] = x;
        partial[edges++] = ${listTexts.logSumExp.text};
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
`;
}

function method(head: string, lines: readonly string[]): string {
  return `    ${head} {\n${lines.map((line) => `      ${line}\n`).join('')}    },\n`;
}
