import { type CatalogueMethod, openCatalogue, select } from '../bench/plan/catalogue.ts';
import { BUILD_PLUGINS } from '../command/paths.ts';
import { UsageError } from '../command/usage-error.ts';
import { ExpressionFault } from '../written/fault.ts';
import { constantOf } from '../written/function.ts';
import { parseExpression } from '../written/parse.ts';
import { type ExplainOptions, TIME_LIMIT } from './options.ts';

/** A request for an explanation. */
export interface ExplainRequest {
  readonly expression: string;
  readonly variables: readonly string[];
  readonly point: readonly number[];
  /** Places of the variables whose partial derivatives are wanted. */
  readonly wrt: readonly number[];
  readonly order: 1 | 2;
  readonly methods: readonly CatalogueMethod[];
  /** Whether the methods were chosen, and not all of them taken. */
  readonly isChosen: boolean;
  /** The command that explains the same, but for files to write. */
  readonly remake: string;
}

/**
 * Checks the expression, the point and the names.
 * @throws {UsageError} in a sentence where something is wrong.
 */
export async function requestOf(options: ExplainOptions): Promise<ExplainRequest> {
  const { expression, at, wrt, methods, order } = options;
  const { variables } = parseExpression(expression);
  const point = pointOf(variables, at);
  const places = wrt.map((name) => {
    const place = variables.indexOf(name);
    if (place === -1) throw new UsageError(`--wrt: ${noSuchVariable(name, variables)}`);
    return place;
  });
  const catalogue = await openCatalogue([], BUILD_PLUGINS);
  const chosen = select(catalogue, { suites: [], problems: [], methods }).methods;
  const written = variables.map((name, i) => `${name}=${point[i]}`).join(',');
  return {
    expression,
    variables,
    point,
    wrt: places.length === 0 ? variables.map((_, i) => i) : [...new Set(places)].sort((a, b) => a - b),
    order,
    methods: chosen.filter(({ definition }) => definition.family !== 'primal'),
    isChosen: methods.length > 0,
    remake: commandOf(options, written),
  };
}

function commandOf({ expression, wrt, methods, order, timeLimit }: ExplainOptions, at: string): string {
  return [
    `npm run explain -- "${expression.replaceAll(/\s/g, ' ')}" --at ${at}`,
    ...(wrt.length > 0 ? [`--wrt ${wrt.join(',')}`] : []),
    ...(methods.length > 0 ? [`--method ${methods.join(',')}`] : []),
    ...(order === 2 ? ['--order 2'] : []),
    ...(timeLimit === TIME_LIMIT ? [] : [`--time-limit ${timeLimit}`]),
  ].join(' ');
}

function pointOf(variables: readonly string[], at: ExplainOptions['at']): number[] {
  const example = variables.map((name) => `${name}=...`).join(',');
  if (at === undefined) throw new UsageError(`The point is missing: give it with --at ${example}`);
  const given = new Map<string, number>();
  for (const [name, text] of at) {
    if (!variables.includes(name)) throw new UsageError(`--at: ${noSuchVariable(name, variables)}`);
    if (given.has(name)) throw new UsageError(`--at gives ${name} twice.`);
    given.set(name, numberFor(name, text));
  }
  const missing = variables.filter((name) => !given.has(name));
  if (missing.length > 0) throw new UsageError(`--at leaves out ${missing.join(', ')}: give ${example}`);
  return variables.map((name) => given.get(name)!);
}

/** The number that is written for a variable: 0.5, pi/4. */
function numberFor(name: string, text: string): number {
  const sentence = `--at: ${shortened(text)} is no number that ${name} could have.`;
  try {
    const value = constantOf(text);
    if (!Number.isFinite(value)) throw new UsageError(sentence);
    return value;
  } catch (error) {
    if (error instanceof ExpressionFault) throw new UsageError(`${sentence} ${error.sentence}`);
    throw error;
  }
}

function noSuchVariable(name: string, variables: readonly string[]): string {
  return `there is no variable ${shortened(name)} in the expression, which has ${variables.join(', ')}.`;
}

function shortened(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}
