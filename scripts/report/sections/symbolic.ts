import type { Section } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { expressionSizes } from '../figures/expression-sizes.ts';
import { expressionSwell } from '../figures/expression-swell.ts';
import { formAccuracy } from '../figures/form-accuracy.ts';
import { logisticMapTable } from '../figures/logistic-map-table.ts';

/** Symbolic differentiation. */
export function symbolic(results: Results): Section {
  return {
    id: 'symbolic',
    title: 'Symbolic differentiation',
    question: 'What becomes of an expression when it is differentiated by rules?',
    text: [
      'The logistic map is l₁ = x and lₙ₊₁ = 4 lₙ (1 − lₙ). Written out as an expression, each lₙ stands twice in the next one; ' +
        'a graph keeps it once and refers to it twice.',
    ],
    parts: [logisticMapTable(results), expressionSwell(results), expressionSizes(results), formAccuracy(results)],
  };
}
