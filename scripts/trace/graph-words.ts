import { type Graph, nodesOf } from '../../methods/graph/graph.ts';
import { CONSTANT } from '../../methods/graph/kinds.ts';
import { listing } from '../../methods/graph/print/listing.ts';
import { computedNodes } from '../../methods/graph/print/names.ts';

/** What a drawing of a graph shows, in numbers. */
export interface GraphCounts {
  readonly inputs: number;
  readonly operations: number;
  /** From each input or operation to each that uses it; constants have none. */
  readonly edges: number;
}

/** Counts what a drawing shows. */
export function countsOf(graph: Graph): GraphCounts {
  const { store, inputs } = graph;
  let edges = 0;
  for (const node of nodesOf(graph)) {
    store.eachArgument(node, (argument) => {
      if (store.codes[argument] !== CONSTANT) edges++;
    });
  }
  return { inputs: inputs.length, operations: computedNodes(graph).length, edges };
}

/** The nodes and edges of a graph in words, for those who can't see it: counts, and then its trace. */
export function graphInWords(graph: Graph, inputs: readonly string[], outputs: readonly string[]): string {
  const { operations, edges } = countsOf(graph);
  const lines = listing(graph, { inputs, outputs }).trim().replaceAll('\n', '; ');
  return `${inputs.length} input${inputs.length === 1 ? '' : 's'}, ${operations} operations, ${edges} edges: ${lines}.`;
}
