import type { Section } from '../parts.ts';
import type { Results } from '../results.ts';

/** Reverse mode. */
export function reverse(_results: Results): Section {
  return {
    id: 'reverse',
    title: 'Reverse mode',
    question: 'How can one sweep give a whole gradient?',
    text: [],
    parts: [],
  };
}
