import type { Section } from '../parts.ts';
import type { Results } from '../results.ts';

/** Forward mode. */
export function forward(_results: Results): Section {
  return {
    id: 'forward',
    title: 'Forward mode',
    question: 'How does a tangent travel along with the value?',
    text: [],
    parts: [],
  };
}
