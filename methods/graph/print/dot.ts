import { type Graph, nodesOf } from '../graph.ts';
import { CONSTANT, INPUT, KINDS, POW } from '../kinds.ts';
import type { GraphNames } from './listing.ts';
import { namesFor } from './names.ts';
import { operandText } from './node-text.ts';

/** Labels of kinds that have a sign of their own; the others are written out. */
const SIGNS: Readonly<Record<string, string>> = {
  add: '+',
  sub: '−',
  mul: '×',
  div: '÷',
  neg: '−',
  sum: 'Σ',
  dot: 'x·y',
};

/**
 * The graph in the DOT language of Graphviz: inputs at the bottom, outputs at the top, an edge from each argument to what uses it;
 * arguments stand from left to right.
 */
export function dot(graph: Graph, names: GraphNames = {}): string {
  const { store, inputs, outputs } = graph;
  const given = namesFor(inputs.length, 'x', names.inputs);
  const results = namesFor(outputs.length, 'y', names.outputs, true);
  const inputNames = new Map(inputs.map((node, i) => [node, given[i]!]));
  const shown = new Set([...inputs, ...nodesOf(graph)]);
  const lines: string[] = [];
  for (const node of shown) {
    const code = store.codes[node]!;
    if (code === INPUT) lines.push(`n${node} [label=${quoted(inputNames.get(node)!)} shape=box];`);
    else if (code === CONSTANT)
      lines.push(`n${node} [label=${quoted(operandText(graph, node, inputNames).text)} shape=plaintext];`);
    else lines.push(`n${node} [label=${quoted(label(graph, node))}];`);
    store.eachArgument(node, (argument) => {
      lines.push(`n${argument} -> n${node};`);
    });
  }
  outputs.forEach((node, k) => {
    lines.push(`y${k} [label=${quoted(results[k]!)} shape=box style=rounded];`, `n${node} -> y${k};`);
  });
  return `digraph {\n  rankdir=BT;\n  ordering=in;\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
}

function label({ store }: Graph, node: number): string {
  const code = store.codes[node]!;
  const kind = KINDS[code]!;
  return code === POW ? `^${store.value(store.second[node]!)}` : (SIGNS[kind] ?? kind);
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
