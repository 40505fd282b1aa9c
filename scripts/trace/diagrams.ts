/** Computation graphs as drawings, in the language of Graphviz. */
import { gradientGraph } from '../../methods/graph/derivatives.ts';
import { type Graph, nodesOf } from '../../methods/graph/graph.ts';
import { CONSTANT } from '../../methods/graph/kinds.ts';
import {
  type DotAttributes,
  type DotLook,
  digraph,
  dotAttributes,
  dotStatements,
  operationSign,
} from '../../methods/graph/print/dot.ts';
import { nodeValue } from '../../methods/graph/replay.ts';
import { depthsOf } from '../../methods/graph/size.ts';
import type { Evaluation } from './evaluation.ts';
import { type Formula, formulaArithmetic, variable } from './formula.ts';
import { written } from './notation.ts';
import { named, plain } from './notations.ts';
import { reverseSweep } from './sweeps.ts';
import { typesetNumber } from './typeset.ts';

/** Mid tones that are legible on white and on black; fills let the paper shine through. */
const OPERATION = { line: '#7f7f7f', fill: '#7f7f7f2e' };
const INPUT = { line: '#1f78c1', fill: '#1f78c133' };
const ADDED = { line: '#b08a00', fill: '#b08a0048' };
const ADJOINT = '#c8402b';

type Key = readonly (readonly [colour: string, sign: string, meaning: string])[];
const BACKPROPAGATION_KEY: Key = [
  [INPUT.line, '■', 'input'],
  [OPERATION.line, '■', 'operation'],
  [ADJOINT, '←', 'adjoint, a number'],
];
const GRADIENT_KEY: Key = [
  [OPERATION.line, '■', 'as before'],
  [ADDED.line, '■', 'added by differentiating'],
];

const GENERAL = ['node [fontsize=14 height=0.32 width=0.32 margin="0.06,0.04"];', 'edge [fontsize=12 arrowsize=0.7];'];

/** The graph of a function from left to right, a line of its trace in each node. */
export function computationGraph(evaluation: Evaluation, inputs: readonly string[]): string {
  const { graph } = evaluation;
  const look: DotLook = {
    hides: (node) => isConstant(graph, node),
    node: (node) => traceNode(evaluation, inputs, node),
    edge: () => ({ headport: 'w', tailport: 'e' }),
    output: () => ({ ...box(OPERATION), label: evaluation.output, style: 'rounded' }),
  };
  return digraph([
    'rankdir=LR;',
    'nodesep=0.22;',
    'ranksep=0.4;',
    ...GENERAL,
    ...dotStatements(graph, {}, look),
    ...ranks(graph, 'n'),
  ]);
}

/** The graph of a function from left to right, the sign of an operation in each node. */
export function operatorGraph(evaluation: Evaluation, inputs: readonly string[]): string {
  const { graph } = evaluation;
  const look = operatorLook(graph, inputs, () => OPERATION);
  return digraph(['rankdir=LR;', 'nodesep=0.2;', 'ranksep=0.35;', ...GENERAL, ...dotStatements(graph, {}, look)]);
}

/**
 * Backpropagation through the graph of a function, adjoints flowing back along its edges; below it the gradient graph:
 * an ordinary graph, to which the derivatives by the `differentiated` first inputs have added nodes.
 */
export function backpropagationAndGradient(
  evaluation: Evaluation,
  inputs: readonly string[],
  differentiated: number,
): string {
  const { graph } = evaluation;
  const gradient = gradientOf(graph, differentiated);
  const own = new Set(nodesOf(graph));
  const sweep = reverseSweep(evaluation);
  const operators = operatorLook(graph, inputs, () => OPERATION);
  const back: DotLook = {
    ...operators,
    prefix: 'b',
    node(node) {
      const usual = operators.node!(node);
      return { ...usual, label: `${usual.label}\n${typesetNumber(sweep.adjointOf(node).value).text}` };
    },
  };
  const forth: DotLook = {
    ...operatorLook(gradient, inputs, (node) => (own.has(node) ? OPERATION : ADDED)),
    prefix: 'g',
    output: () => ({ ...box(ADDED), style: 'rounded' }),
  };
  const flow = dotAttributes({ dir: 'back', style: 'dashed', color: ADJOINT });
  const partials = inputs
    .slice(0, differentiated)
    .map((name) => `∂y/∂${written({ kind: 'variable', variable: named(name) }, plain)}`);
  return digraph([
    'rankdir=LR;',
    'nodesep=0.16;',
    'ranksep=0.17;',
    'labeljust=l;',
    ...GENERAL,
    ...cluster('gradient', 'Gradient graph', GRADIENT_KEY, dotStatements(gradient, { outputs: partials }, forth)),
    ...cluster('backpropagation', 'Backpropagation', BACKPROPAGATION_KEY, [
      ...dotStatements(graph, {}, back),
      ...sweep.updates.slice(1).map(({ node, from }) => `b${node} -> b${from}${flow};`),
    ]),
  ]);
}

/** The graph of the derivatives by the first inputs. */
export function gradientOf(graph: Graph, differentiated: number): Graph {
  const gradient = gradientGraph(graph);
  return { ...gradient, outputs: gradient.outputs.slice(0, differentiated) };
}

/** A frame around a graph, with a title and the key to its colours. */
function cluster(name: string, title: string, key: Key, statements: readonly string[]): string[] {
  const entries = key.map(([colour, sign, meaning]) => `<FONT COLOR="${colour}">${sign}</FONT>  ${meaning}`);
  return [
    `subgraph cluster_${name} {`,
    `  label=<<B>${title}</B>     ${entries.join('     ')}>;`,
    `  color="${OPERATION.line}"; style=rounded; margin=8; bgcolor=transparent;`,
    ...statements.map((statement) => `  ${statement}`),
    '}',
  ];
}

function operatorLook(graph: Graph, inputs: readonly string[], tones: (node: number) => typeof OPERATION): DotLook {
  return {
    hides: (node) => isConstant(graph, node),
    node(node) {
      const place = graph.inputs.indexOf(node);
      if (place !== -1)
        return { ...box(INPUT), label: written({ kind: 'variable', variable: named(inputs[place]!) }, plain) };
      return { ...box(tones(node)), label: operatorLabel(graph, node), width: '0.4' };
    },
    output: () => ({ ...box(OPERATION), style: 'rounded' }),
  };
}

/**
 * The sign of an operation; with a constant among its arguments the whole formula, on a dot for what is computed: 1 +
 * ·.
 */
function operatorLabel(graph: Graph, node: number): string {
  const { store } = graph;
  let hasConstant = false;
  store.eachArgument(node, (argument) => {
    if (isConstant(graph, argument)) hasConstant = true;
  });
  if (!hasConstant) return operationSign(graph, node);
  const of = (argument: number) =>
    isConstant(graph, argument) ? formulaArithmetic.constant(store.constantOf(argument)) : variable('·');
  return written(nodeValue(graph, node, formulaArithmetic, of), plain);
}

function traceNode(evaluation: Evaluation, inputs: readonly string[], node: number): DotAttributes {
  const { graph } = evaluation;
  const place = graph.inputs.indexOf(node);
  const isInput = place !== -1;
  const { formula, value } = evaluation.quantity(node);
  const said: Formula = isInput ? { kind: 'variable', variable: named(inputs[place]!) } : formula;
  const line = `${written(evaluation.letter(node), plain)} = ${written(said, plain)}`;
  return { ...box(isInput ? INPUT : OPERATION), label: `${line}\n${typesetNumber(value).text}` };
}

function box({ line, fill }: typeof OPERATION): DotAttributes {
  return { shape: 'box', style: 'rounded,filled', color: line, fillcolor: fill };
}

function isConstant({ store }: Graph, node: number): boolean {
  return store.codes[node] === CONSTANT;
}

/** Rows of the nodes: nodes at one distance from the inputs stand in one row. */
function ranks(graph: Graph, prefix: string): string[] {
  const depths = depthsOf(graph);
  const rows = new Map<number, string[]>();
  for (const node of nodesOf(graph)) {
    if (isConstant(graph, node)) continue;
    const depth = depths[node]!;
    rows.set(depth, [...(rows.get(depth) ?? []), `${prefix}${node};`]);
  }
  return Array.from(rows.values(), (row) => `{ rank=same; ${row.join(' ')} }`);
}
