import { memoryAgainstLength } from '../figures/memory-against-length.ts';
import { preparation } from '../figures/preparation.ts';
import type { Section } from '../parts.ts';
import type { Results } from '../results.ts';
import { breakEven } from '../tables/break-even.ts';

/** Reverse mode by a gradient graph. */
export function reverseGraph(results: Results): Section {
  return {
    id: 'reverse-graph',
    title: 'Reverse mode by a gradient graph',
    question: 'What does it gain to make a graph of the gradient itself?',
    text: [],
    parts: [preparation(results), breakEven(results), memoryAgainstLength(results)],
  };
}
