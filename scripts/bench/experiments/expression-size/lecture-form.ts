/** Derivatives that nobody derives here: the lecture has them written down. */
import { parse } from '../../../../methods/arithmetic/mathjs.ts';
import { compiledEvaluator } from '../../../../methods/symbolic/compiled.ts';
import type { MeasuredForm } from './forms.ts';
import { measureExpression } from './measure.ts';

/**
 * d/dx l_n of the logistic map in factors, n = 1 ... 4, before it is expanded (Baydin et al., JMLR 18, 2018, Table 1).
 */
const DERIVATIVES = [
  '1',
  '4 * (1 - x1) - 4 * x1',
  '16 * (1 - x1) * (1 - 2 * x1) ^ 2 - 16 * x1 * (1 - 2 * x1) ^ 2 - 64 * x1 * (1 - x1) * (1 - 2 * x1)',
  '128 * x1 * (1 - x1) * (-8 + 16 * x1) * (1 - 2 * x1) ^ 2 * (1 - 8 * x1 + 8 * x1 ^ 2)' +
    ' + 64 * (1 - x1) * (1 - 2 * x1) ^ 2 * (1 - 8 * x1 + 8 * x1 ^ 2) ^ 2' +
    ' - 64 * x1 * (1 - 2 * x1) ^ 2 * (1 - 8 * x1 + 8 * x1 ^ 2) ^ 2' +
    ' - 256 * x1 * (1 - x1) * (1 - 2 * x1) * (1 - 8 * x1 + 8 * x1 ^ 2) ^ 2',
] as const;

/** The derivative of l_n as the lecture writes it, and its measures. */
export function lectureForm(n: number): MeasuredForm {
  const text = DERIVATIVES[n - 1];
  if (text === undefined) throw new RangeError(`the lecture has no derivative of l_${n}`);
  const node = parse(text);
  const evaluate = (x: Float64Array) => compiledEvaluator([node], []).value(x);
  return { ...measureExpression(node), derive_ns: 0, text, evaluate };
}
