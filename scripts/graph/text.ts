import { type Graph, traceGraph } from '../../methods/graph/graph.ts';
import { operatorGraph } from '../../methods/graph/graph-operators.ts';
import { dot } from '../../methods/graph/print/dot.ts';
import { javaScriptSource } from '../../methods/graph/print/javascript-source.ts';
import { type GraphNames, listing } from '../../methods/graph/print/listing.ts';
import { RAW, SHARED, SIMPLIFIED } from '../../methods/graph/simplification.ts';
import { sizeOf } from '../../methods/graph/size.ts';
import { Unsupported } from '../../methods/method.ts';
import type { Instance } from '../../suites/problem.ts';
import { openCatalogue, select } from '../bench/plan/catalogue.ts';
import { BUILD_PLUGINS } from '../command/paths.ts';
import { UsageError } from '../command/usage-error.ts';
import { parseExpression } from '../written/parse.ts';
import type { GraphOptions } from './options.ts';

const FORMS = { raw: RAW, shared: SHARED, simplified: SIMPLIFIED };

/**
 * The graph that was asked for, as text.
 * @throws {UsageError} where there is no such problem, size or graph.
 */
export async function graphText(options: GraphOptions): Promise<string> {
  const instance = await instanceOf(options);
  const scalarOnly = ['gradient', 'hessian', 'hvp'];
  if (instance.kind === 'vector' && scalarOnly.includes(options.of))
    throw new UsageError(`${options.problem} has ${instance.outputs} outputs: ask for --of jacobian, jvp or vjp.`);
  const graph = derived(traced(instance, options), options.of);
  const names = namesOf(instance, options.of);
  if (options.as === 'dot') return dot(graph, names);
  if (options.as === 'javascript') return javaScriptSource(graph, options.of === 'function' ? 'f' : options.of);
  if (options.as === 'listing') return listing(graph, names);
  const { nodes, operations, depth, valuesAlive } = sizeOf(graph);
  return `nodes         ${nodes}\noperations    ${operations}\ndepth         ${depth}\nvalues alive  ${valuesAlive}\n`;
}

async function instanceOf({ problem, suite, size }: GraphOptions): Promise<Instance> {
  const catalogue = await openCatalogue([], BUILD_PLUGINS);
  if (isExpression(problem)) throw new UsageError(pointer(problem));
  const { problems } = select(catalogue, {
    problems: [problem],
    suites: suite === undefined ? [] : [suite],
    methods: [],
  });
  if (problems.length > 1) {
    throw new UsageError(
      `There is a problem ${problem} in ${problems.map((each) => each.suite).join(' and in ')}: say which with --suite.`,
    );
  }
  const { problem: definition } = problems[0]!;
  try {
    return definition.at(size ?? definition.sizes[0]!);
  } catch (error) {
    throw new UsageError(
      `${problem} has no size ${size}: ${error instanceof Error ? error.message : String(error)}. Its sizes are ${definition.sizes.join(', ')}.`,
    );
  }
}

/** Whether the text is a function that someone wrote down: names of problems are small letters, digits and hyphens. */
function isExpression(text: string): boolean {
  return /[+*^()−\s]|^[-\d]/.test(text);
}

/** The command that shows the graph of an expression. */
function pointer(expression: string): string {
  const { variables } = parseExpression(expression);
  const point = variables.map((name) => `${name}=...`).join(',');
  return `This shows problems by their names. A function of yours, with its graph: npm run explain -- "${expression.trim()}" --at ${point} --svg graph.svg`;
}

function traced(instance: Instance, { problem, form }: GraphOptions): Graph {
  try {
    return traceGraph(instance, FORMS[form]);
  } catch (error) {
    if (!(error instanceof Unsupported)) throw error;
    throw new UsageError(`${problem} has no graph: ${error.message}.`);
  }
}

function derived(graph: Graph, of: GraphOptions['of']): Graph {
  return of === 'function' ? graph : operatorGraph(graph, of);
}

/** Inputs x1 ... xn and then the seeds v1 ... or u1 ...; outputs as mathematics has them. */
function namesOf({ inputs: n, outputs: m }: Instance, of: GraphOptions['of']): GraphNames {
  const numbered = (letter: string, count: number) =>
    count === 1 ? [letter] : Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);
  const entries = (letter: string, rows: number, columns: number) =>
    Array.from({ length: rows * columns }, (_, k) => `${letter}${Math.floor(k / columns) + 1},${(k % columns) + 1}`);
  const x = Array.from({ length: n }, (_, i) => `x${i + 1}`);
  const slopes = x.map((name) => `df/d${name}`);
  if (of === 'gradient') return { inputs: x, outputs: ['f', ...slopes] };
  if (of === 'jacobian') return { inputs: x, outputs: entries('J', m, n) };
  if (of === 'hessian') return { inputs: x, outputs: entries('H', n, n) };
  if (of === 'jvp') return { inputs: [...x, ...numbered('v', n)], outputs: numbered('Jv', m) };
  if (of === 'vjp') return { inputs: [...x, ...numbered('u', m)], outputs: numbered('JTu', n) };
  if (of === 'hvp') return { inputs: [...x, ...numbered('v', n)], outputs: numbered('Hv', n) };
  return { inputs: x, outputs: numbered('f', m) };
}
