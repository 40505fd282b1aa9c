/** The derivative columns of a trace: tangents from first to last, adjoints from last to first. */
import type { Arithmetic } from '../../methods/arithmetic/arithmetic.ts';
import { numberArithmetic } from '../../methods/arithmetic/number.ts';
import { type Evaluation, given, type Partial, type Quantity, short } from './evaluation.ts';
import { type Formula, formulaArithmetic } from './formula.ts';

/** One statement of a reverse sweep: a contribution of `from` to the adjoint of `node`. */
export interface AdjointUpdate extends Quantity {
  readonly node: number;
  /** The node whose operation is gone through backwards; the node itself for the output, whose adjoint is 1. */
  readonly from: number;
}

/** The adjoints of one reverse sweep. */
export interface ReverseSweep {
  /** In the order in which they are carried out. */
  readonly updates: readonly AdjointUpdate[];
  /** The last value of each: the adjoints of the inputs are the gradient. */
  adjointOf(node: number): Quantity;
}

/** The tangent of each input and computed node, where the inputs have the tangents `seed`: one forward pass. */
export function tangentsOf(evaluation: Evaluation, seed: readonly number[]): ReadonlyMap<number, Quantity> {
  const { graph, computed } = evaluation;
  const tangents = new Map(graph.inputs.map((node, i) => [node, given(seed[i]!)]));
  const letter = (node: number) => evaluation.letter(node, 'dot');
  for (const node of computed) {
    const terms = evaluation.partials(node);
    const total = <T>(A: Arithmetic<T>, pairs: readonly (readonly [T, T])[]) =>
      pairs.map(([tangent, partial]) => A.mul(tangent, partial)).reduce(A.add, A.constant(0));
    const exact = exactPairs(terms, (argument) => tangents.get(argument)!);
    tangents.set(node, {
      formula: total(
        formulaArithmetic,
        terms.map(({ argument, formula }) => [letter(argument), formula]),
      ),
      exact: short(exact && total(formulaArithmetic, exact)),
      value: total(
        numberArithmetic,
        terms.map(({ argument, value }) => [tangents.get(argument)!.value, value]),
      ),
    });
  }
  return tangents;
}

/** The adjoints of all nodes of a function with one output, whose own adjoint is 1: one reverse sweep. */
export function reverseSweep(evaluation: Evaluation): ReverseSweep {
  const { graph, computed } = evaluation;
  const output = graph.outputs[0]!;
  const adjoints = new Map<number, Quantity>();
  const updates: AdjointUpdate[] = [];
  const letter = (node: number) => evaluation.letter(node, 'bar');
  const update = (node: number, from: number, quantity: Quantity) => {
    adjoints.set(node, quantity);
    updates.push({ node, from, ...quantity });
  };
  const isConstant = !computed.includes(output) && !graph.inputs.includes(output);
  if (!isConstant) update(output, output, given(1));
  for (const node of [...computed].reverse()) {
    const own = adjoints.get(node);
    if (!own) continue;
    for (const partial of evaluation.partials(node)) {
      const { argument } = partial;
      const term = times(letter(node), own, partial);
      const before = adjoints.get(argument);
      update(argument, node, before ? plus(letter(argument), before, term) : term);
    }
  }
  return { updates, adjointOf: (node) => adjoints.get(node) ?? given(0) };
}

/** Tangents and partial derivatives in numbers alone, where all of them are short. */
function exactPairs(
  terms: readonly Partial[],
  tangentOf: (argument: number) => Quantity,
): (readonly [Formula, Formula])[] | undefined {
  const pairs: (readonly [Formula, Formula])[] = [];
  for (const { argument, exact } of terms) {
    const tangent = tangentOf(argument).exact;
    if (!exact || !tangent) return undefined;
    pairs.push([tangent, exact]);
  }
  return pairs;
}

function times(letter: Formula, x: Quantity, y: Quantity): Quantity {
  return {
    formula: formulaArithmetic.mul(letter, y.formula),
    exact: short(x.exact && y.exact && formulaArithmetic.mul(x.exact, y.exact)),
    value: x.value * y.value,
  };
}

function plus(letter: Formula, x: Quantity, y: Quantity): Quantity {
  return {
    formula: formulaArithmetic.add(letter, y.formula),
    exact: short(x.exact && y.exact && formulaArithmetic.add(x.exact, y.exact)),
    value: x.value + y.value,
  };
}
