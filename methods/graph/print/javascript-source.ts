import type { Graph } from '../graph.ts';
import { computedNodes } from './names.ts';
import { javaScript, nodeText, operandText } from './node-text.ts';

/**
 * Functions that are none of Math, as those of ../../arithmetic/number.ts compute them; each after those that it calls.
 */
const FUNCTIONS: Readonly<Record<string, string>> = {
  logSumExp: `function logSumExp(...xs) {
  const largest = Math.max(...xs);
  if (!Number.isFinite(largest)) return largest;
  const others = xs.toSpliced(xs.indexOf(largest), 1);
  return largest + Math.log1p(others.reduce((total, x) => total + Math.exp(x - largest), 0));
}
`,
  inverseSquare: `function inverseSquare(x) {
  const square = x * x;
  return square > 2 ** -1022 && square < Infinity ? 1 / square : 1 / x / x;
}
`,
  tanhSlope: `function tanhSlope(x) {
  const square = Math.cosh(x) ** 2;
  return square < Infinity ? 1 / square : 1 / Math.cosh(x) / Math.cosh(x);
}
`,
  asinSlope: `function asinSlope(x) {
  return 1 / Math.sqrt((1 - x) * (1 + x));
}
`,
  atanSlope: `function atanSlope(x) {
  return x * x < Infinity ? 1 / (1 + x * x) : 1 / x / x;
}
`,
  logistic: `function logistic(x) {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
}
`,
};

/**
 * The graph as a JavaScript function that a person can read: (x1, ..., xn) => the output, or the array of them. It is
 * plain text of numbers, functions of Math and names of its own making; the back end writes another one, which is fast.
 */
export function javaScriptSource(graph: Graph, name = 'f'): string {
  const { inputs, outputs } = graph;
  const nodes = computedNodes(graph);
  const names = new Map([
    ...inputs.map((node, i) => [node, `x${i + 1}`] as const),
    ...nodes.map((node, i) => [node, `v${i + 1}`] as const),
  ]);
  const lines = nodes.map((node) => `  const ${names.get(node)} = ${nodeText(graph, node, names, javaScript)};\n`);
  const results = outputs.map((node) => operandText(graph, node, names).text);
  const result = results.length === 1 ? results[0] : `[${results.join(', ')}]`;
  const called = Object.keys(FUNCTIONS).filter((callee) => lines.some((line) => line.includes(` ${callee}(`)));
  const prelude = called.map((callee) => `${FUNCTIONS[callee]}\n`).join('');
  const parameters = inputs.map((node) => names.get(node)).join(', ');
  return `${prelude}function ${name}(${parameters}) {\n${lines.join('')}  return ${result};\n}\n`;
}
