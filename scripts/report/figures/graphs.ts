/** Computation graphs as figures. */
import { backpropagationAndGradient, computationGraph, gradientOf, operatorGraph } from '../../trace/diagrams.ts';
import type { Evaluation } from '../../trace/evaluation.ts';
import { countsOf, evaluationInWords, graphInWords } from '../../trace/graph-words.ts';
import { named } from '../../trace/notations.ts';
import { typesetVariable } from '../../trace/typeset.ts';
import { list, plural } from '../../words/words.ts';
import type { Diagram } from '../content/parts.ts';
import type { TracedFunction } from './traces.ts';

/** The graph of a function at a point, a line of its trace in each node. */
export function computationGraphFigure({ inputs, evaluation, remake }: TracedFunction, formula: string): Diagram {
  return {
    kind: 'diagram',
    name: 'function-graph',
    title: `The computation graph of ${formula}`,
    remake,
    dot: computationGraph(evaluation, inputs),
    alternative: `Computation graph of ${formula}. ${evaluationInWords(evaluation, inputs)}`,
    reading: [
      `${counted(evaluation)}. An edge leads from each value to each operation that uses it, and every node holds its value at the point.${shared(evaluation, inputs)}`,
    ],
  };
}

/** The graph of a function, a sign in each node. */
export function operatorGraphFigure({ inputs, evaluation, remake }: TracedFunction, formula: string): Diagram {
  return {
    kind: 'diagram',
    name: 'sigmoid-graph',
    title: `The computation graph of ${formula}`,
    remake,
    dot: operatorGraph(evaluation, inputs),
    alternative: `Computation graph of ${formula}. ${evaluationInWords(evaluation, inputs)}`,
    reading: [
      `${counted(evaluation)}. A dot stands for the value that arrives; what it is added to or divided by is a constant.`,
    ],
  };
}

/** Backpropagation through a graph, and the graph of its derivatives by the first inputs. */
export function gradientGraphFigure(
  { inputs, evaluation, remake }: TracedFunction,
  differentiated: number,
  formula: string,
): Diagram {
  const gradient = gradientOf(evaluation.graph, differentiated);
  const names = inputs.slice(0, differentiated);
  const outputs = names.map((name) => `dy/d${name}`);
  const own = countsOf(evaluation.graph).operations;
  const all = countsOf({ ...gradient, outputs: [...evaluation.graph.outputs, ...gradient.outputs] }).operations;
  return {
    kind: 'diagram',
    name: 'gradient-graph',
    title: `Backpropagation through the graph of ${formula}, and its gradient graph`,
    remake,
    dot: backpropagationAndGradient(evaluation, inputs, differentiated),
    alternative:
      `Above, backpropagation: the graph of ${formula} with an adjoint flowing back along each of its ${countsOf(evaluation.graph).edges} edges. ` +
      `Below, the gradient graph. ${graphInWords(gradient, inputs, outputs)}`,
    reading: [
      'Backpropagation leaves numbers, which nothing can differentiate again; the gradient graph is made of operations like any other graph.',
      `The function takes ${plural(own, 'operation')}; its derivatives by ${list(names.map(inWords))} add ${plural(all - own, 'operation')}, which use values that are there already.`,
    ],
  };
}

function inWords(name: string): string {
  return typesetVariable(named(name)).text;
}

function counted({ graph }: Evaluation): string {
  const { inputs, operations, edges } = countsOf(graph);
  return `${plural(inputs, 'input')}, ${plural(operations, 'operation')} and ${plural(edges, 'edge')}`;
}

/** Which inputs are used more than once: where the chain rule has a sum. */
function shared({ graph }: Evaluation, inputs: readonly string[]): string {
  const uses = new Map<number, number>();
  for (let node = 0; node < graph.store.size; node++)
    graph.store.eachArgument(node, (argument) => uses.set(argument, (uses.get(argument) ?? 0) + 1));
  const often = inputs.filter((_, i) => (uses.get(graph.inputs[i]!) ?? 0) > 1);
  if (often.length === 0) return '';
  return ` ${list(often.map(inWords))} ${often.length === 1 ? 'is' : 'are'} used more than once: there the chain rule adds up.`;
}
