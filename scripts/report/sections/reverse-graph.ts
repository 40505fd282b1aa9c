import type { Section } from '../parts.ts';
import type { Results } from '../results.ts';

/** Reverse mode by a gradient graph. */
export function reverseGraph(_results: Results): Section {
  return {
    id: 'reverse-graph',
    title: 'Reverse mode by a gradient graph',
    question: 'What does it gain to make a graph of the gradient itself?',
    text: [],
    parts: [],
  };
}
