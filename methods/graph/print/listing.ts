import type { Graph } from '../graph.ts';
import { computedNodes, namesFor } from './names.ts';
import { mathematical, nodeText, operandText } from './node-text.ts';

/** Names of the inputs and outputs of a graph. Default: x1, x2, ... and y, or y1, y2, ... for several outputs. */
export interface GraphNames {
  readonly inputs?: readonly string[];
  readonly outputs?: readonly string[];
}

/**
 * The graph as an evaluation trace, a line a node: "v1 = log(v-1)". The n inputs are v_{1-n} to v_0, what is computed
 * is v_1, v_2, ... (Griewank & Walther, Evaluating Derivatives, 2008, 2.2; Baydin et al., JMLR 18, 2018, Table 2).
 */
export function listing(graph: Graph, names: GraphNames = {}): string {
  const { inputs, outputs } = graph;
  const nodes = computedNodes(graph);
  const called = new Map([
    ...inputs.map((node, i) => [node, `v${i + 1 - inputs.length}`] as const),
    ...nodes.map((node, i) => [node, `v${i + 1}`] as const),
  ]);
  const given = namesFor(inputs.length, 'x', names.inputs);
  const results = namesFor(outputs.length, 'y', names.outputs, true);
  const lines = [
    ...inputs.map((node, i) => `${called.get(node)} = ${given[i]}`),
    ...nodes.map((node) => `${called.get(node)} = ${nodeText(graph, node, called, mathematical)}`),
    ...outputs.map((node, k) => `${results[k]} = ${operandText(graph, node, called).text}`),
  ];
  return `${lines.join('\n')}\n`;
}
