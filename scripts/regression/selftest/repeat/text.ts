import wrapAnsi from 'wrap-ansi';
import { lineWidth } from '../../../command/line-width.ts';
import { fittedTable } from '../../../command/text-table.ts';
import { plural } from '../../../words/words.ts';
import { shortened } from '../../print/text.ts';
import { perCent } from '../text.ts';
import type { RepeatFile } from './file.ts';
import { OFF, offUnmarked, type RepeatedCase, type Repetition } from './repetition.ts';

/** Cases that are shown of the worst, and of each list of faults: all of it fits on one screen. */
const WORST = 5;
const FAULTS = 3;
const NAME_WIDTH = 48;

/** How far two runs agree, for one screen. */
export function repeatText(repetition: Repetition, told: RepeatFile): string {
  const { made, known, unknown, inOneOnly } = told;
  const { held, cases } = repetition;
  const share = (value: number | null) => (value === null ? '' : `${perCent(value)} %`);
  const intervals =
    held.of === 0
      ? 'No run has an interval: each case was measured in one process.'
      : `An interval of one run holds the ratio of the other in ${perCent(held.found / held.of)} % of ${held.of}.`;
  return [
    wrapped(`Runs ${made.run.join(' and ')}, commit ${made.commit}, Node ${made.node}, ${made.machine}.`),
    fittedTable(
      ['ratios agree', 'all cases', 'not marked'],
      [
        ['within 5 %', share(told.within5), share(known.within5)],
        ['within 10 %', share(told.within10), share(known.within10)],
        ['within 50 %', share(told.within50), share(known.within50)],
        ['cases', String(told.cases), String(known.cases)],
      ],
    ),
    [
      wrapped(intervals),
      `Marked as not known in either run: ${unknown}.`,
      ...(inOneOnly.length > 0 ? [wrapped(`Ok in one run only: ${listed(inOneOnly)}.`)] : []),
    ].join('\n'),
    casesText('Worst', cases.slice(0, WORST), WORST),
    casesText(`Off by more than ${OFF} times and not marked`, offUnmarked(repetition), FAULTS),
    casesText('Below 1, which these methods can not be', repetition.belowOne, FAULTS),
    wrapped(repeatSentence(told)),
  ].join('\n\n');
}

/** The result in a sentence of Markdown: the one in docs/measuring.md. */
export function repeatSentence({ cases, within5, within10, within50, unknown, made }: RepeatFile): string {
  const share = (value: number | null) => `${perCent(value ?? 0)} %`;
  const load = made.load?.[0] === undefined ? '' : `, load ${made.load[0]} before them`;
  return (
    `Two default runs, one after the other (${made.run.join(' and ')}, commit ${made.commit}, Node ${made.node}${load}): ratios agree within ` +
    `5 % in ${share(within5)}, within 10 % in ${share(within10)} and within 50 % in ${share(within50)} of ${cases} cases, of which ` +
    `${plural(unknown, 'is', 'are')} marked as not known; \`npm run selftest -- --repeat\` measures it.`
  );
}

function casesText(title: string, cases: readonly RepeatedCase[], most: number): string {
  if (cases.length === 0) return `${title}: none.`;
  const rows = cases
    .slice(0, most)
    .map(({ case: name, ratios, factor, isMarked }) => [
      shortened(name, NAME_WIDTH),
      ...[...ratios, factor].map((value) => String(Number(value.toPrecision(3)))),
      isMarked ? 'marked' : '',
    ]);
  const more = cases.length > most ? [`and ${cases.length - most} more: --json FILE has all`] : [];
  return [`${title}:`, fittedTable(['', 'first', 'second', 'factor', ''], rows), ...more]
    .join('\n')
    .replaceAll(/ +$/gm, '');
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 2).join('; ');
  return names.length > 2 ? `${shown}; and ${names.length - 2} more` : shown;
}

function wrapped(text: string): string {
  return wrapAnsi(text, lineWidth(), { hard: true });
}
