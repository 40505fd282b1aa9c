import { type Graph, nodesOf } from '../../methods/graph/graph.ts';
import { CONSTANT } from '../../methods/graph/kinds.ts';
import { listing } from '../../methods/graph/print/listing.ts';
import { computedNodes } from '../../methods/graph/print/names.ts';
import { plural } from '../words/words.ts';
import type { Evaluation } from './evaluation.ts';
import { named } from './notations.ts';
import { typeset, typesetNumber, typesetVariable } from './typeset.ts';

/** The numbers of a drawing of a graph. */
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
  return inWords(graph, listing(graph, { inputs, outputs }).trim().split('\n'));
}

/** Describes the graph of a function at a point, with its values. Its nodes are numbered as in its trace. */
export function evaluationInWords(evaluation: Evaluation, inputs: readonly string[]): string {
  const { graph, computed } = evaluation;
  const letter = (node: number) => typeset(evaluation.letter(node)).text;
  const line = (node: number, said: string) =>
    `${letter(node)} = ${said} = ${typesetNumber(evaluation.quantity(node).value).text}`;
  return inWords(graph, [
    ...graph.inputs.map((node, i) => line(node, typesetVariable(named(inputs[i]!)).text)),
    ...computed.map((node) => line(node, typeset(evaluation.quantity(node).formula).text)),
    `y = ${letter(graph.outputs[0]!)}`,
  ]);
}

function inWords(graph: Graph, lines: readonly string[]): string {
  const { inputs, operations, edges } = countsOf(graph);
  const counted = [plural(inputs, 'input'), plural(operations, 'operation'), plural(edges, 'edge')];
  return `${counted.join(', ')}: ${lines.join('; ')}.`;
}
