import { gradientCost } from '../figures/gradient-cost.ts';
import { gradientGrowth } from '../figures/gradient-growth.ts';
import { helmholtzTable } from '../figures/helmholtz-table.ts';
import { quotedFigures } from '../figures/quoted-figures.ts';
import type { Section } from '../parts.ts';
import type { Results } from '../results.ts';

/** Reverse mode. */
export function reverse(results: Results): Section {
  return {
    id: 'reverse',
    title: 'Reverse mode',
    question: 'How can one sweep give a whole gradient?',
    text: [],
    parts: [gradientCost(results), gradientGrowth(results), helmholtzTable(results), quotedFigures()],
  };
}
