import type { Section } from '../parts.ts';
import type { Results } from '../results.ts';

/** How these numbers were obtained. */
export function about(_results: Results): Section {
  return {
    id: 'about',
    title: 'How these numbers were obtained',
    question: 'On which machine, by which versions and with which limits were these numbers measured?',
    text: [],
    parts: [],
  };
}
