import { errorAgainstStep } from '../figures/error-against-step.ts';
import { errorAgainstStepSuite } from '../figures/error-against-step-suite.ts';
import type { Section } from '../parts.ts';
import type { Results } from '../results.ts';

/** Difference quotients. */
export function numerical(results: Results): Section {
  return {
    id: 'numerical',
    title: 'Numerical differentiation',
    question: 'How small should a step be, and how many digits does the best one give?',
    text: [],
    parts: [errorAgainstStep(results), errorAgainstStepSuite(results)],
  };
}
