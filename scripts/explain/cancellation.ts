/** Catastrophic cancellation: a difference of nearly equal numbers, which brings their rounding errors to the front. */
import { CONSTANT, INPUT, KINDS } from '../../methods/graph/kinds.ts';
import type { Evaluation } from '../trace/evaluation.ts';
import { formulaArithmetic } from '../trace/formula.ts';
import { reverseSweep } from '../trace/sweeps.ts';
import { typeset } from '../trace/typeset.ts';

/** Growth of a relative error that is named: five of 16 digits are lost. */
const CATASTROPHIC = 1e5;

/**
 * Sums that lose digits which the function needs, in sentences with their condition numbers. The terms of one are
 * computed, since those that are given have no rounding errors.
 */
export function cancellationsOf(evaluation: Evaluation): string[] {
  const { graph, computed, quantity } = evaluation;
  const { store } = graph;
  const value = quantity(graph.outputs[0]!).value;
  const sweep = reverseSweep(evaluation);
  return computed.flatMap((node) => {
    const kind = KINDS[store.codes[node]!]!;
    if (kind !== 'add' && kind !== 'sub') return [];
    const terms: number[] = [];
    store.eachArgument(node, (argument) => terms.push(argument));
    const size = terms.reduce((sum, term) => sum + Math.abs(quantity(term).value), 0);
    const result = quantity(node);
    const condition = size / Math.abs(result.value);
    const reach = (Math.abs(sweep.adjointOf(node).value) * size) / Math.abs(value);
    const isRounded = terms.some((term) => store.codes[term] !== CONSTANT && store.codes[term] !== INPUT);
    if (!isRounded || !Number.isFinite(condition) || condition < CATASTROPHIC || !(reach >= CATASTROPHIC)) return [];
    const lost = Math.min(16, Math.floor(Math.log10(condition)));
    return [
      `Catastrophic cancellation: ${typeset(evaluation.letter(node)).text} = ${typeset(result.formula).text} has the condition number ${inPowerOfTen(condition)}. It makes the rounding errors of its terms so much larger, and ${lost} of 16 digits are lost.`,
    ];
  });
}

/** A large number to one digit: 4 · 10¹⁴. */
function inPowerOfTen(value: number): string {
  const [mantissa, exponent] = value.toExponential(0).split('e');
  const ten = formulaArithmetic.constant(10);
  return typeset(
    formulaArithmetic.mul(formulaArithmetic.constant(Number(mantissa)), {
      kind: 'power',
      of: ten,
      exponent: Number(exponent),
    }),
  ).text;
}
