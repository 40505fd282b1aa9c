import { type Graph, nodesOf } from './graph.ts';
import { INPUT } from './kinds.ts';
import { programOf } from './program/lowering.ts';
import { BLOCK, type Program, RESULT } from './program/program.ts';
import { slotsOf } from './program/slots.ts';

/** How large a graph is. */
export interface GraphSize {
  /** Nodes that the outputs need, inputs and constants included; all nodes where dead ones are not dropped. */
  readonly nodes: number;
  /**
   * Operations that one run performs: a sum of p terms is p - 1, a product of vectors 2p - 1, a call of a function one.
   */
  readonly operations: number;
  /** Nodes on the longest way from an output down to an input or a constant, itself not counted. */
  readonly depth: number;
  /**
   * Largest number of values that are alive at once in the order in which the program runs, inputs and constants not
   * counted.
   */
  readonly valuesAlive: number;
}

/** The size of a graph. */
export function sizeOf(graph: Graph): GraphSize {
  const nodes = nodesOf(graph);
  const program = programOf(graph);
  return {
    nodes: nodes.length,
    operations: operationsOf(program),
    depth: depthOf(graph, nodes),
    valuesAlive: slotsOf(program).count,
  };
}

/** Operations of one run of the program. */
function operationsOf({ codes, first, blocks, order }: Program): number {
  let operations = 0;
  for (const value of order) {
    if (codes[value] === BLOCK) {
      const { results, columns, coefficients } = blocks[first[value]!]!;
      operations += coefficients.length === 0 ? 1 : results.length * (2 * columns.length - 1);
    } else if (codes[value] !== RESULT) operations++;
  }
  return operations;
}

/**
 * For each node of the store that the graph needs, the nodes on the longest way down to an input or a constant, itself
 * not counted.
 */
export function depthsOf(graph: Graph, nodes: readonly number[] = nodesOf(graph)): Int32Array {
  const { store } = graph;
  const depths = new Int32Array(store.size);
  for (const node of nodes) {
    let depth = -1;
    store.eachArgument(node, (argument) => {
      depth = Math.max(depth, depths[argument]!);
    });
    depths[node] = store.codes[node] === INPUT ? 0 : depth + 1;
  }
  return depths;
}

function depthOf(graph: Graph, nodes: readonly number[]): number {
  const depths = depthsOf(graph, nodes);
  return graph.outputs.reduce((deepest, output) => Math.max(deepest, depths[output]!), 0);
}
