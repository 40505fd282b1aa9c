import type { Section } from '../parts.ts';
import type { Results } from '../results.ts';

/** Dual numbers. */
export function dualNumbers(_results: Results): Section {
  return {
    id: 'dual-numbers',
    title: 'Dual numbers',
    question: 'How can a number carry its own derivative?',
    text: [],
    parts: [],
  };
}
