import type { Section } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { heatOfDigits } from '../figures/heat-of-digits.ts';
import { heatOfRatios } from '../figures/heat-of-ratios.ts';
import { speedAgainstAccuracy } from '../figures/speed-against-accuracy.ts';
import { operationsAgainstBounds } from '../tables/operations-against-bounds.ts';
import { whichMethodWhen } from '../tables/which-method-when.ts';

/** Which method when. */
export function whichMethod(results: Results): Section {
  return {
    id: 'which-method',
    title: 'Which method when',
    question: 'Which method should be used for what?',
    text: [],
    parts: [
      speedAgainstAccuracy(results),
      ...heatOfDigits(results),
      ...heatOfRatios(results),
      operationsAgainstBounds(results),
      whichMethodWhen(results),
    ],
  };
}
