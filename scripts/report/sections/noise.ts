import { doubtfulRatio } from '../../tables/reading/known-time.ts';
import { noiseFloor, SHORT_NS, shortPrimals } from '../../tables/reading/noise-floor.ts';
import { number, plural } from '../../words/words.ts';
import { repeatabilityWords } from '../content/repeatability.ts';
import type { Results } from '../content/results.ts';
import { doubtfulWords } from '../figures/unanswered.ts';

/** How noisy the times are, as far as the rows and the checked-in repetition tell. */
export function noiseOf({ timing, repeatability }: Results): string[] {
  return [
    ...floor(timing),
    ...leaning(timing),
    ...doubtfulWords(timing.filter((row) => doubtfulRatio(row) !== undefined)),
    ...(repeatability ? [repeatabilityWords(repeatability)] : []),
  ];
}

function floor(timing: Results['timing']): string[] {
  const found = noiseFloor(timing);
  if (!found) return [];
  const { cases, low, high, unknown } = found;
  const others = unknown > 0 ? `; ${plural(unknown, 'more time')} of it ${unknown === 1 ? 'is' : 'are'} not known` : '';
  return [
    `The hand-written function timed against itself: ratio ${low.toFixed(2)} to ${high.toFixed(2)} over ${plural(cases, 'case')}, ` +
      `which is the floor of the noise${others}.`,
  ];
}

/** The effect of the loop on ratios of the shortest functions. */
function leaning(timing: Results['timing']): string[] {
  const { sizes, of, loopNs } = shortPrimals(timing);
  if (sizes === 0) return [];
  const loop = loopNs === undefined ? '' : `, ${number(loopNs)} ns of them the loop that calls it`;
  return [
    `At ${sizes} of ${plural(of, 'problem size')} the hand-written function takes less than ${SHORT_NS} ns${loop}: the ratios there lean towards 1.`,
  ];
}
