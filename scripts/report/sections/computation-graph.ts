import type { Section } from '../parts.ts';
import type { Results } from '../results.ts';

/** The computation graph. */
export function computationGraph(_results: Results): Section {
  return {
    id: 'computation-graph',
    title: 'The computation graph',
    question: 'What does a program compute, operation by operation?',
    text: [],
    parts: [],
  };
}
