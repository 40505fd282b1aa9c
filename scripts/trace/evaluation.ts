/**
 * Evaluation traces as the lecture and the survey print them: the n inputs are v_{1-n} to v_0, what is computed v_1,
 * v_2, ... (Griewank & Walther, Evaluating Derivatives, 2008, 2.2; Baydin et al., JMLR 18, 2018, Tables 2 and 3).
 */
import type { Arithmetic } from '../../methods/arithmetic/arithmetic.ts';
import { numberArithmetic } from '../../methods/arithmetic/number.ts';
import { listRules } from '../../methods/arithmetic/rules.ts';
import { type Graph, nodesOf, traceGraph } from '../../methods/graph/graph.ts';
import { CONSTANT, INPUT } from '../../methods/graph/kinds.ts';
import { eachPartialOver } from '../../methods/graph/partials.ts';
import { computedNodes } from '../../methods/graph/print/names.ts';
import { nodeValue } from '../../methods/graph/replay.ts';
import { RAW, type Simplification } from '../../methods/graph/simplification.ts';
import { depthsOf } from '../../methods/graph/size.ts';
import type { Differentiable } from '../../methods/method.ts';
import { type Formula, formulaArithmetic, lengthOf, type Variable, variable } from './formula.ts';
import { type Letters, USUAL } from './letters.ts';

/** A function as a trace sees it. */
export type Traced = Pick<Differentiable, 'inputs' | 'evaluate'>;

/** A quantity on a line of a trace. */
export interface Quantity {
  /** In terms of earlier lines: ln v_-1. */
  readonly formula: Formula;
  /** In terms of numbers alone, where that is short: ln 2. */
  readonly exact: Formula | undefined;
  readonly value: number;
}

/** A function at a point, node by node. */
export interface Evaluation {
  readonly graph: Graph;
  /** Nodes that are computed, in the order of their lines: v_1, v_2, ... */
  readonly computed: readonly number[];
  /** The letter of the result: y. */
  readonly output: string;
  /** The name of a node, v_3, or of its tangent or adjoint. A constant is its own name. */
  letter(node: number, accent?: Variable['accent']): Formula;
  /** The quantity of an input, or the one that a node computes. */
  quantity(node: number): Quantity;
  /**
   * The local partial derivative of a node towards each of its arguments that is no constant, as often as it is one.
   */
  partials(node: number): readonly Partial[];
}

/** A local partial derivative. */
export interface Partial extends Quantity {
  readonly argument: number;
}

/** As it is written, but that equal operations are one node, and operations on constants are done. */
const AS_WRITTEN = { ...RAW, share: true, keepOrder: true, foldConstants: true, dropDead: true };
/** Longer forms in numbers alone are left out. */
const LONGEST_EXACT = 9;
/** Longer numbers are not written out in forms that are exact. */
const LONGEST_NUMBER = 6;

/**
 * The function at the point. What depends on inputs alone comes first, then what depends on that, and so on; so the
 * lecture numbers its example.
 * @throws {Unsupported} for a function that branches on values.
 */
export function evaluationOf(
  f: Traced,
  point: ArrayLike<number>,
  steps: Simplification = AS_WRITTEN,
  letters: Letters = USUAL,
): Evaluation {
  const graph = traceGraph(f, steps);
  const { store, inputs } = graph;
  const computed = inOrderOfDepth(graph);
  const places = new Map([
    ...inputs.map((node, i) => [node, i + 1 - inputs.length] as const),
    ...computed.map((node, i) => [node, i + 1] as const),
  ]);
  const isConstant = (node: number) => store.codes[node] === CONSTANT;
  const letter = (node: number, accent?: Variable['accent']) => {
    if (!isConstant(node)) return variable(letters.line, places.get(node), accent);
    return formulaArithmetic.constant(accent ? 0 : store.constantOf(node));
  };
  const plainLetter = (node: number) => letter(node);
  const quantities = new Map<number, Quantity>();
  for (const node of nodesOf(graph)) {
    if (isConstant(node)) quantities.set(node, given(store.constantOf(node)));
  }
  inputs.forEach((node, i) => {
    quantities.set(node, given(point[i]!));
  });
  const argumentsOf = (node: number) => {
    const found: number[] = [];
    store.eachArgument(node, (argument) => found.push(argument));
    return found;
  };
  const exactOf = (node: number) => quantities.get(node)!.exact!;
  const isExact = (node: number) => argumentsOf(node).every((argument) => quantities.get(argument)!.exact);
  const numberOf = (node: number) => quantities.get(node)!.value;
  for (const node of computed) {
    quantities.set(node, {
      formula: nodeValue(graph, node, formulaArithmetic, plainLetter),
      exact: isExact(node) ? short(nodeValue(graph, node, formulaArithmetic, exactOf)) : undefined,
      value: nodeValue(graph, node, numberArithmetic, numberOf),
    });
  }
  return {
    graph,
    computed,
    output: letters.output,
    letter,
    quantity: (node) => quantities.get(node)!,
    partials(node) {
      if (store.codes[node] === INPUT) return [];
      const formulas = localPartials(graph, node, formulaArithmetic, plainLetter);
      const numbers = localPartials(graph, node, numberArithmetic, numberOf);
      const isKnown = isExact(node) && quantities.get(node)!.exact !== undefined;
      const exact = isKnown ? localPartials(graph, node, formulaArithmetic, exactOf) : undefined;
      return formulas.map(({ argument, partial }, i) => ({
        argument,
        formula: partial,
        exact: exact && short(exact[i]!.partial),
        value: numbers[i]!.partial,
      }));
    },
  };
}

/** The formula, unless it is long. */
export function short(formula: Formula | undefined): Formula | undefined {
  return formula && lengthOf(formula) <= LONGEST_EXACT ? formula : undefined;
}

/** A number that is given: it is its own formula. */
export function given(value: number): Quantity {
  const formula = formulaArithmetic.constant(value);
  return { formula, exact: String(value).length <= LONGEST_NUMBER ? formula : undefined, value };
}

function localPartials<T>({ store }: Graph, node: number, A: Arithmetic<T>, of: (node: number) => T) {
  const partials: { readonly argument: number; readonly partial: T }[] = [];
  eachPartialOver(store, node, A, of, {
    wants: (argument) => store.codes[argument] !== CONSTANT,
    partial: (argument, partial) => partials.push({ argument, partial }),
    coefficient: (argument, c) => partials.push({ argument, partial: listRules.linear(A, A.constant(c)) }),
  });
  return partials;
}

/**
 * The nodes that are computed, by their distance from the inputs, and those of one distance in the order of the
 * function.
 */
function inOrderOfDepth(graph: Graph): number[] {
  const depths = depthsOf(graph);
  return computedNodes(graph).sort((a, b) => depths[a]! - depths[b]!);
}
