import { markdownTable } from 'markdown-table';
import { type Comparison, type JudgedTime, statusOf } from '../comparison/comparison.ts';
import { shiftWords } from '../exact/shifts.ts';
import { judgingSentence, KINDS, notableTimes, percent, tooFewForks, unknownTitles, verdictSentence } from './words.ts';

const SIGNS = { 0: '✅', 1: '❌', 3: '⚠️' } as const;

/**
 * The comparison for a pull request: the verdict, what is worse, and the rest folded away; of each kind at most `most`
 * rows.
 */
export function comparisonMarkdown(comparison: Comparison, most: number): string {
  const { base, head, findings, shifts, times, obstacles, notes } = comparison;
  const notable = notableTimes(times);
  const sections = [
    `## ${SIGNS[statusOf(comparison)]} ${verdictSentence(comparison)}`,
    `Base ${escaped(base.record.commit)}, head ${escaped(head.record.commit)}.`,
    ...obstacles.map((obstacle) => `**${escaped(obstacle)}**`),
    ...KINDS.map(([kind, title]) => {
      const found = findings.filter((finding) => finding.kind === kind);
      const rows = found.map(({ table, what, difference }) => [table, what, difference]);
      return folded(title, ['table', 'case', 'difference'], rows, most, kind === 'worse' || kind === 'missing');
    }),
    folded(
      'Moved over most problems at once',
      ['shift'],
      shifts.map((shift) => [shiftWords(shift)]),
      most,
      true,
    ),
    timesTable('Slower', notable.slower, most, true),
    timesTable('Faster', notable.faster, most, false),
    timesTable('Inconclusive', notable['cannot tell'], most, false),
    ...unknownTitles(comparison).map(([title, found]) => {
      const rows = found.map(({ what, reason }) => [what, reason]);
      return folded(title, ['case', 'reason'], rows, most, false);
    }),
    tooFewForks(times),
    escaped(judgingSentence(comparison)),
    ...notes.map(escaped),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

/** The Markdown where nothing had to be compared, with the reason. */
export function unchangedMarkdown(why: string): string {
  return `## ${SIGNS[0]} ${why}\n`;
}

function timesTable(title: string, times: readonly JudgedTime[], most: number, isOpen: boolean): string {
  const rows = times.map(({ what, change, low, high, forks, smallestVisible }) => [
    what,
    percent(change),
    `${percent(low)} to ${percent(high)}`,
    forks.join(' and '),
    percent(smallestVisible),
  ]);
  return folded(title, ['case', 'change', '95 % interval', 'forks', 'smallest visible'], rows, most, isOpen);
}

function folded(
  title: string,
  head: readonly string[],
  rows: readonly string[][],
  most: number,
  isOpen: boolean,
): string {
  if (rows.length === 0) return '';
  const shown = rows.slice(0, most).map((row) => row.map(escaped));
  const table = markdownTable([[...head], ...shown]);
  const more = rows.length > most ? `\n\nand ${rows.length - most} more` : '';
  return `<details${isOpen ? ' open' : ''}><summary>${title} (${rows.length})</summary>\n\n${table}${more}\n\n</details>`;
}

/** Names come from CSV files: nothing in them may become markup, or call someone. */
function escaped(text: string): string {
  return text
    .replaceAll(/[&<>@]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replaceAll(/([|\\`*_~{}[\]()#!])/g, '\\$1')
    .replaceAll(/[\r\n]+/g, ' ');
}
