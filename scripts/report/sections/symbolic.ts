import type { Section } from '../parts.ts';
import type { Results } from '../results.ts';

/** Symbolic differentiation. */
export function symbolic(_results: Results): Section {
  return {
    id: 'symbolic',
    title: 'Symbolic differentiation',
    question: 'What becomes of an expression when it is differentiated by rules?',
    text: [],
    parts: [],
  };
}
