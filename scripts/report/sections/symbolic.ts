import { expressionSwell } from '../figures/expression-swell.ts';
import type { Section } from '../parts.ts';
import type { Results } from '../results.ts';

/** Symbolic differentiation. */
export function symbolic(results: Results): Section {
  return {
    id: 'symbolic',
    title: 'Symbolic differentiation',
    question: 'What becomes of an expression when it is differentiated by rules?',
    text: [],
    parts: [expressionSwell(results)],
  };
}
