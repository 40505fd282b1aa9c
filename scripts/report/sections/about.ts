import type { Section } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { rowsByTable } from '../selection/rows-by-table.ts';
import { outcomeCounts } from '../tables/outcome-counts.ts';
import { runTable } from '../tables/run.ts';
import { limitsOf } from './limits.ts';

/** How these numbers were obtained. */
export function about(results: Results): Section {
  const methods = rowsByTable(results).map(({ table }) => `${table.title} (${table.name}.csv). ${table.method}`);
  return {
    id: 'about',
    title: 'How these numbers were obtained',
    question: 'On which machine, by which versions and with which limits were these numbers measured?',
    text: [...methods, ...limitsOf(results)],
    parts: [runTable(results), outcomeCounts(results)],
  };
}
