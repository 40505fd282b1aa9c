/** Points at which a function has no value or no derivative, said in a sentence. */
import { CONSTANT, KINDS, type Kind } from '../../methods/graph/kinds.ts';
import { nodeValue } from '../../methods/graph/replay.ts';
import type { Evaluation } from '../trace/evaluation.ts';
import { type Formula, formulaArithmetic } from '../trace/formula.ts';
import { typeset, typesetNumber } from '../trace/typeset.ts';
import type { PowerInNumbers } from '../written/function.ts';

/** Why there is no value at the point, if there is none: of the first operation that has none. */
export function whyNoValue(evaluation: Evaluation): string | undefined {
  const { graph, computed } = evaluation;
  const { store } = graph;
  for (let node = 0; node < store.size; node++) {
    if (store.isConstant(node) && !Number.isFinite(store.constantOf(node)))
      return 'a part of it that has no variable is no finite number';
  }
  for (const node of computed) {
    const { value } = evaluation.quantity(node);
    const operation = inNumbers(evaluation, node);
    if (Number.isNaN(value)) return `it takes ${operation}, which is not a real number`;
    if (!Number.isFinite(value)) {
      return hasPole(evaluation, node)
        ? `it takes ${operation}, where there is a pole`
        : `it takes ${operation}, which is beyond the range of double precision`;
    }
  }
  return undefined;
}

/**
 * The first operation whose slope is infinite at the point, so that no rule has the derivative; f itself may have one.
 */
export function infiniteSlope(evaluation: Evaluation): string | undefined {
  for (const node of evaluation.computed) {
    if (evaluation.partials(node).some((partial) => !Number.isFinite(partial.value)))
      return `it takes ${inNumbers(evaluation, node)}, where the slope is infinite`;
  }
  return undefined;
}

/**
 * Why a power whose exponent varies has no derivative where its base is not positive. Methods compute it by a
 * logarithm, which nobody wrote.
 */
export function whyNoPower({ base, exponent }: PowerInNumbers): string {
  const power = { kind: 'power', of: inShort(base), exponent: Number(exponent.toPrecision(6)) } as const;
  return `it takes ${typeset(power).text} with an exponent that varies, and such a power has real values only for a base above 0`;
}

/** Kinks and jumps at the point, where the rules have a convention. */
export function kinksOf(evaluation: Evaluation): string[] {
  const { graph, computed } = evaluation;
  return computed.flatMap((node) => {
    const kind = kindOf(evaluation, node);
    const values = argumentValues(evaluation, node);
    const said = `${typeset(evaluation.letter(node)).text} = ${typeset(evaluation.quantity(node).formula).text}`;
    const isAtZero = values[0] === 0;
    if (kind === 'sign' && isAtZero)
      return [`${said} jumps at this point: it has no slope there, and the rule takes 0 by convention.`];
    const isKink = kind === 'abs' ? isAtZero : (kind === 'max' || kind === 'min') && values[0] === values[1];
    const isOfArguments = graph.store.first[node] !== graph.store.second[node]; // max(x, x) is x
    if (!isKink || !isOfArguments) return [];
    return [
      `${said} has a kink at this point: it has no slope there, and the rule takes the one halfway between both sides by convention.`,
    ];
  });
}

function kindOf({ graph }: Evaluation, node: number): Kind {
  return KINDS[graph.store.codes[node]!]!;
}

function argumentValues({ graph, quantity }: Evaluation, node: number): number[] {
  const values: number[] = [];
  graph.store.eachArgument(node, (argument) => values.push(quantity(argument).value));
  return values;
}

/** Whether arguments that are within range have an infinite value because they are at a pole. */
function hasPole(evaluation: Evaluation, node: number): boolean {
  const kind = kindOf(evaluation, node);
  const values = argumentValues(evaluation, node);
  if (kind === 'div') return values[1] === 0;
  return kind === 'log' || kind === 'log1p' || (kind === 'pow' && values[0] === 0);
}

/** The operation of a node on the values of its arguments: ln(−2). */
function inNumbers({ graph, quantity }: Evaluation, node: number): string {
  const of = (argument: number) =>
    graph.store.codes[argument] === CONSTANT
      ? formulaArithmetic.constant(graph.store.constantOf(argument))
      : inShort(quantity(argument).value);
  return typeset(nodeValue(graph, node, formulaArithmetic, of)).text;
}

function inShort(value: number): Formula {
  return formulaArithmetic.constant(Number(value.toPrecision(6)));
}

/** The point in words: x1 = 2, x2 = 5. */
export function pointInWords(variables: readonly string[], point: readonly number[]): string {
  return variables.map((name, i) => `${name} = ${typesetNumber(point[i]!).text}`).join(', ');
}
