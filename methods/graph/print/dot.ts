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

/** Attributes of Graphviz. */
export type DotAttributes = Readonly<Record<string, string>>;

/** How the nodes and edges of a graph are drawn, where it is not as usual. */
export interface DotLook {
  /** A letter with which the names of its nodes begin, so that several graphs can stand in one drawing. */
  readonly prefix?: string;
  node?(node: number): DotAttributes;
  edge?(argument: number, node: number): DotAttributes;
  output?(place: number): DotAttributes;
  /** Whether a node is left out, with its edges: a constant that a label says. */
  hides?(node: number): boolean;
}

/**
 * The graph in the DOT language of Graphviz: inputs at the bottom, outputs at the top, an edge from each argument to
 * what uses it; arguments stand from left to right.
 */
export function dot(graph: Graph, names: GraphNames = {}): string {
  return digraph(['rankdir=BT;', 'ordering=in;', ...dotStatements(graph, names)]);
}

/** A drawing of these statements. */
export function digraph(statements: readonly string[]): string {
  return `digraph {\n${statements.map((line) => `  ${line}\n`).join('')}}\n`;
}

/** The nodes and edges of a graph as statements of DOT. */
export function dotStatements(graph: Graph, names: GraphNames = {}, look: DotLook = {}): string[] {
  const { store, inputs, outputs } = graph;
  const { prefix = 'n' } = look;
  const given = namesFor(inputs.length, 'x', names.inputs);
  const results = namesFor(outputs.length, 'y', names.outputs, true);
  const inputNames = new Map(inputs.map((node, i) => [node, given[i]!]));
  const shown = new Set([...inputs, ...nodesOf(graph)]);
  const lines: string[] = [];
  for (const node of shown) {
    if (look.hides?.(node)) continue;
    const code = store.codes[node]!;
    const usual: DotAttributes =
      code === INPUT
        ? { label: inputNames.get(node)!, shape: 'box' }
        : code === CONSTANT
          ? { label: operandText(graph, node, inputNames).text, shape: 'plaintext' }
          : { label: operationSign(graph, node) };
    lines.push(`${prefix}${node}${dotAttributes({ ...usual, ...look.node?.(node) })};`);
    store.eachArgument(node, (argument) => {
      if (look.hides?.(argument)) return;
      lines.push(`${prefix}${argument} -> ${prefix}${node}${dotAttributes(look.edge?.(argument, node) ?? {})};`);
    });
  }
  const end = prefix === 'n' ? 'y' : `${prefix}y`;
  outputs.forEach((node, k) => {
    const usual = { label: results[k]!, shape: 'box', style: 'rounded' };
    lines.push(`${end}${k}${dotAttributes({ ...usual, ...look.output?.(k) })};`, `${prefix}${node} -> ${end}${k};`);
  });
  return lines;
}

/** Attributes in square brackets, after a space; nothing where there are none. */
export function dotAttributes(attributes: DotAttributes): string {
  const texts = Object.entries(attributes).map(
    ([name, value]) => `${name}=${name !== 'label' && /^[a-z]+$/.test(value) ? value : quoted(value)}`,
  );
  return texts.length === 0 ? '' : ` [${texts.join(' ')}]`;
}

/** The sign of the operation that a node stands for, or its name. */
export function operationSign({ store }: Graph, node: number): string {
  const code = store.codes[node]!;
  const kind = KINDS[code]!;
  return code === POW ? `^${store.value(store.second[node]!)}` : (SIGNS[kind] ?? kind);
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
