import { tableText } from '../../harness/text-table.ts';
import type { Comparison, JudgedTime } from '../comparison.ts';
import { judgingSentence, KINDS, notableTimes, percent, tooFewForks, verdictSentence } from './words.ts';

const WIDTH = 80;

/** The comparison for a terminal of 80 columns, worst first; of each kind of change at most `most` lines. */
export function comparisonText(comparison: Comparison, most: number): string {
  const { base, head, findings, times, obstacles, declared, notes } = comparison;
  const notable = notableTimes(times);
  const sections = [
    verdictSentence(comparison),
    `base ${base.folder} (run ${base.record.run}, commit ${base.record.commit})\nhead ${head.folder} (run ${head.record.run}, commit ${head.record.commit})`,
    ...obstacles,
    ...notes.map(wrapped),
    ...KINDS.map(([kind, title]) => {
      const found = findings.filter((finding) => finding.kind === kind);
      return lines(
        title,
        found.map(({ table, what, difference }) => `${table}: ${what}: ${difference}`),
        most,
      );
    }),
    timesTable('Slower', notable.slower, most),
    timesTable('Faster', notable.faster, most),
    timesTable('Nobody can tell (noise hides the threshold)', notable['cannot tell'], most),
    wrapped(tooFewForks(times)),
    wrapped(judgingSentence(comparison)),
    declared > 0 ? `${declared} missing ${declared === 1 ? 'row is' : 'rows are'} declared as removed.` : '',
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

function lines(title: string, found: readonly string[], most: number): string {
  if (found.length === 0) return '';
  const shown = found.slice(0, most).map((line) => wrapped(`- ${line}`));
  return [`${title} (${found.length})`, ...shown, ...andMore(found.length - most)].join('\n');
}

function timesTable(title: string, times: readonly JudgedTime[], most: number): string {
  if (times.length === 0) return '';
  const rows = times
    .slice(0, most)
    .map(({ what, change, low, high, smallestVisible }) => [
      shortened(what),
      percent(change),
      `${percent(low)} to ${percent(high)}`,
      percent(smallestVisible),
    ]);
  return [
    `${title} (${times.length})`,
    tableText(['', 'change', '95 % interval', 'visible'], rows),
    ...andMore(times.length - most),
  ].join('\n');
}

function andMore(count: number): string[] {
  return count > 0 ? [`and ${count} more: --json FILE has all`] : [];
}

const NAME_WIDTH = 38;

function shortened(name: string): string {
  return name.length <= NAME_WIDTH ? name : `${name.slice(0, 12)}…${name.slice(name.length - NAME_WIDTH + 13)}`;
}

function wrapped(text: string): string {
  const rows: string[] = [];
  for (const word of text.split(' ')) {
    const last = rows.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= WIDTH) rows[rows.length - 1] = `${last} ${word}`;
    else rows.push(rows.length > 0 && text.startsWith('- ') ? `  ${word}` : word);
  }
  return rows.join('\n');
}
