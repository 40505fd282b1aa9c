import type { Method } from '../method.ts';
import { estimatedOperators } from './estimated-slope/operators.ts';
import { extrapolatedSlope } from './tableau.ts';

/**
 * Ridders' method (Advances in Engineering Software 4, 1982, 75-76; Press et al., Numerical Recipes, 3rd ed., 5.7):
 * central differences of shrinking steps, extrapolated to step 0. At most 30 calls of f in the search for an entry and
 * 4 that check its claim. Honours `step` as the first and longest one, or `stepRule` in its own choice of that, which
 * it does not lengthen: where f changes over far more than max(1, |x|), digits are lost. It is blind to what is finer
 * than its steps: oscillations of f shorter than 1e-7 max(1, |x|), and longer ones of which the values that it saw show
 * nothing.
 */
export const richardson: Method = {
  name: 'richardson',
  title: "Ridders' extrapolation",
  family: 'numerical',
  error: 'truncation',
  estimatesError: true,
  timed: 'on demand',
  operators: ['gradient', 'jacobian'],
  prepare: (f, options = {}) => estimatedOperators(f, extrapolatedSlope, options),
};
