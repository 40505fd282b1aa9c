import type { Section } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { dualRules } from '../figures/dual-rules.ts';

/** Dual numbers. */
export function dualNumbers(_results: Results): Section {
  return {
    id: 'dual-numbers',
    title: 'Dual numbers',
    question: 'How can a number carry its own derivative?',
    text: [
      'A dual number \\(v + v^{\\prime} \\varepsilon\\) is a Taylor series that is cut off after its first term: a value and a tangent. Forward mode is nothing but arithmetic with such numbers, so a function is written once and runs on them unchanged.',
    ],
    parts: [dualRules()],
  };
}
