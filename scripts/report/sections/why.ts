import type { Section } from '../parts.ts';
import type { Results } from '../results.ts';

/** Why derivatives. */
export function why(_results: Results): Section {
  return {
    id: 'why',
    title: 'Why derivatives',
    question: 'What is a derivative needed for, and what does the way of computing it change?',
    text: [],
    parts: [],
  };
}
