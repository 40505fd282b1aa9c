import type { Section } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { ratiosOverRuns } from '../figures/over-time/ratios-over-runs.ts';

/**
 * How times have changed from run to run. There only where a history is kept: most results are of one run, and lack
 * nothing.
 */
export function overTime(results: Results): Section {
  return {
    id: 'over-time',
    title: 'Over time',
    question: 'Which change made which method slower or faster?',
    text: [],
    parts: [ratiosOverRuns(results)],
  };
}
