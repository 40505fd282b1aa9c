import type { Section } from '../parts.ts';
import type { Results } from '../results.ts';

/** Manual differentiation. */
export function manual(_results: Results): Section {
  return {
    id: 'manual',
    title: 'Manual differentiation',
    question: 'What does a derivative by hand cost, and what does it risk?',
    text: [],
    parts: [],
  };
}
