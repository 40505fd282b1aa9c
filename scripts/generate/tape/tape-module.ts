import { banner } from '../rules/rule-text.ts';
import { lists } from './lists.ts';
import { kept, lines, type Numbers, storeEdge, type Tangent, tangent } from './numbers.ts';
import { pairs, primitives } from './primitives.ts';
import { levelDeclarations, reversedSums } from './reversed-sum.ts';

const TITLES: Readonly<Record<Numbers, string>> = {
  plain: 'A tape in typed arrays: reverse mode (Griewank & Walther, Evaluating Derivatives, 2008, ch. 4 and 6).',
  dual: 'The tape over dual numbers: forward over reverse (Griewank & Walther, Evaluating Derivatives, 2008, 5.3).',
};
const NAMES: Readonly<Record<Numbers, string>> = { plain: 'Tape', dual: 'DualTape' };

/**
 * The text of the module with the fast tape: n-ary nodes in typed arrays, partial derivatives stored as they are
 * recorded.
 */
export function tapeModule(numbers: Numbers): string {
  const only = (...texts: readonly (string | Tangent)[]) => kept(numbers, ...texts);
  const at = (indent: number, ...texts: readonly (string | Tangent)[]) => lines(indent, only(...texts));
  const edge = (argument: string, partial: string, partialTangent: string) =>
    [...storeEdge(numbers, 'edges', argument, partial, partialTangent), 'edges++;'] as const;
  const doubles = numbers === 'dual' ? 2 : 1;
  const type = NAMES[numbers];

  return `${banner(TITLES[numbers])}
import { type Arithmetic, termsOf } from '../arithmetic.ts';
import {
  asinSlope,
  atanSlope,
  logistic,
  logSumExp,
  logSumExpOfTwo,
${numbers === 'plain' ? '  numberArithmetic,\n' : ''}  power,
  tanhSlope,
} from '../number.ts';
import { listRules, powRule } from '../rules.ts';
import type { ${type}, Sums } from '../tape.ts';
${at(0, tangent("import { dual1 } from './dual1.ts';"))}
/** Bytes of one node: value and adjoint (doubles), ${numbers === 'dual' ? 'each with its tangent, and ' : ''}first edge (32-bit integer). */
export const BYTES_PER_NODE = ${16 * doubles + 4};
/** Bytes of one edge: partial derivative (double), ${numbers === 'dual' ? 'its tangent, and ' : ''}argument (32-bit integer). */
export const BYTES_PER_EDGE = ${8 * doubles + 4};
/** Bytes that each depth of reversed sums adds to a node: adjoint (double), ${numbers === 'dual' ? 'its tangent, and ' : ''}list place (int32). */
export const BYTES_PER_NODE_AND_LEVEL = ${8 * doubles + 4};

const FULL = 'the tape is full: its values can no longer be branched on';

${levelDeclarations(numbers)}
/** An empty tape. Memory that is reserved and not used costs next to nothing, so capacities may be generous. */
export function create${type}(nodeCapacity: number, edgeCapacity: number, sums: Sums = 'recorded'): ${type} {
${at(
  2,
  'const value = new Float64Array(nodeCapacity);',
  tangent('const valueTangent = new Float64Array(nodeCapacity);'),
  'const adjoint = new Float64Array(nodeCapacity);',
  tangent('const adjointTangent = new Float64Array(nodeCapacity);'),
  'const firstEdge = new Int32Array(nodeCapacity + 1);',
  'const argument = new Int32Array(edgeCapacity);',
  'const partial = new Float64Array(edgeCapacity);',
  tangent('const partialTangent = new Float64Array(edgeCapacity);'),
)}  let nodes = 0;
  let edges = 0;
  /** Reversed sums that are under way, and the most that were. */
  let depth = 0;
  let deepest = 0;
  /** Counts of nodes and edges that reversed sums have held and forgotten. */
  let peakNodes = 0;
  let peakEdges = 0;
  let forgottenNodes = 0;
  let forgottenEdges = 0;

  function node(${only('v: number', tangent('dv: number')).join(', ')}): number {
${at(4, 'value[nodes] = v;', tangent('valueTangent[nodes] = dv;'), 'firstEdge[nodes + 1] = edges;', 'return nodes++;')}  }
  function unary(${only('x: number', 'v: number', tangent('dv: number'), 'p: number', tangent('dp: number')).join(', ')}): number {
${at(4, ...edge('x', 'p', 'dp'), `return node(${only('v', tangent('dv')).join(', ')});`)}  }
  function binary(${only('x: number', 'y: number', 'v: number', tangent('dv: number'), 'p: number', tangent('dp: number'), 'q: number', tangent('dq: number')).join(', ')}): number {
${at(4, ...edge('x', 'p', 'dp'), ...edge('y', 'q', 'dq'), `return node(${only('v', tangent('dv')).join(', ')});`)}  }
${reversedSums(numbers)}
${pairs(numbers)}
  const arithmetic: Arithmetic<number> = {
    constant: ${numbers === 'dual' ? '(c) => node(c, 0)' : 'node'},
    toNumber(x) {
      if (nodes > nodeCapacity) throw new RangeError(FULL);
      return value[x]!;
    },
${primitives(numbers)}${lists(numbers)}    sumOver: sums === 'reversed' ? outerSum : (count, term) => arithmetic.sum(termsOf(count, term)),
  };

  return {
    arithmetic,
    nodeCapacity,
    edgeCapacity,
    clear() {
      if (depth > 0) {
        // a sum that was broken off has left adjoints behind
${at(8, 'outerAdjoint.fill(0);', tangent('outerAdjointTangent.fill(0);'), 'innerLevels.length = 0;')}      }
      nodes = 0;
      edges = 0;
      depth = 0;
      deepest = 0;
      peakNodes = 0;
      peakEdges = 0;
      forgottenNodes = 0;
      forgottenEdges = 0;
    },
    input: ${numbers === 'dual' ? '(v) => node(v, 0)' : 'node'},
${at(
  4,
  tangent('setTangent(x, dv) {'),
  tangent('  valueTangent[x] = dv;'),
  tangent('},'),
  'valueOf: (x) => value[x]!,',
  'clearAdjoints() {',
  '  adjoint.fill(0, 0, nodes);',
  tangent('  adjointTangent.fill(0, 0, nodes);'),
  '},',
  'seed(x, seed) {',
  '  adjoint[x] = adjoint[x]! + seed;',
  '},',
  'reverse() {',
  '  let edge = edges - 1;',
  '  for (let i = nodes - 1; i >= 0; i--) {',
  '    const a = adjoint[i]!;',
  tangent('    const da = adjointTangent[i]!;'),
  '    for (const first = firstEdge[i]!; edge >= first; edge--) {',
  '      const x = argument[edge]!;',
  ...(numbers === 'plain'
    ? ['      adjoint[x] = adjoint[x]! + partial[edge]! * a;']
    : [
        '      const p = partial[edge]!;',
        '      adjoint[x] = adjoint[x]! + p * a;',
        '      adjointTangent[x] = adjointTangent[x]! + p * da + partialTangent[edge]! * a;',
      ]),
  '    }',
  '  }',
  '},',
  'adjointOf: (x) => adjoint[x]!,',
  tangent('adjointTangentOf: (x) => adjointTangent[x]!,'),
)}    nodeCount: () => nodes,
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
`;
}
