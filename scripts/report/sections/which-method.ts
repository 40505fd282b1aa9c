import type { Section } from '../parts.ts';
import type { Results } from '../results.ts';

/** Which method when. */
export function whichMethod(_results: Results): Section {
  return {
    id: 'which-method',
    title: 'Which method when',
    question: 'Which method should be used for what?',
    text: [],
    parts: [],
  };
}
