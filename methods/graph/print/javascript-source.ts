import type { Graph } from '../graph.ts';
import { LOG_SUM_EXP } from '../kinds.ts';
import { computedNodes } from './names.ts';
import { javaScript, nodeText, operandText } from './node-text.ts';

const LOG_SUM_EXP_SOURCE = `function logSumExp(...xs) {
  const largest = Math.max(...xs);
  if (!Number.isFinite(largest)) return largest;
  if (xs.length === 2) return largest + Math.log1p(Math.exp(-Math.abs(xs[0] - xs[1])));
  return largest + Math.log(xs.reduce((total, x) => total + Math.exp(x - largest), 0));
}

`;

/**
 * The graph as a JavaScript function that a person can read: (x1, ..., xn) => the output, or the array of them. It is plain text of
 * numbers, functions of Math and names of its own making; the back end writes another one, which is fast.
 */
export function javaScriptSource(graph: Graph, name = 'f'): string {
  const { store, inputs, outputs } = graph;
  const nodes = computedNodes(graph);
  const names = new Map([
    ...inputs.map((node, i) => [node, `x${i + 1}`] as const),
    ...nodes.map((node, i) => [node, `v${i + 1}`] as const),
  ]);
  const lines = nodes.map((node) => `  const ${names.get(node)} = ${nodeText(graph, node, names, javaScript)};\n`);
  const results = outputs.map((node) => operandText(graph, node, names).text);
  const result = results.length === 1 ? results[0] : `[${results.join(', ')}]`;
  const prelude = nodes.some((node) => store.codes[node] === LOG_SUM_EXP) ? LOG_SUM_EXP_SOURCE : '';
  const parameters = inputs.map((node) => names.get(node)).join(', ');
  return `${prelude}function ${name}(${parameters}) {\n${lines.join('')}  return ${result};\n}\n`;
}
