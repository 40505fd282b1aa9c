import wrapAnsi from 'wrap-ansi';
import { lineWidth } from '../../command/line-width.ts';
import { fittedTable } from '../../command/text-table.ts';
import { plural } from '../../words/words.ts';
import type { Comparison, JudgedTime } from '../comparison/comparison.ts';
import { shiftWords } from '../exact/shifts.ts';
import type { Side } from '../sides/side.ts';
import { judgingSentence, KINDS, notableTimes, percent, tooFewForks, unknownTitles, verdictSentence } from './words.ts';

/** The comparison for a terminal, worst first; of each kind of change at most `most` lines. */
export function comparisonText(comparison: Comparison, most: number): string {
  const { base, head, findings, shifts, times, obstacles, declared, notes } = comparison;
  const notable = notableTimes(times);
  const sections = [
    wrapped(verdictSentence(comparison)),
    [sideLine('base', base), sideLine('head', head)].join('\n'),
    ...obstacles.map((obstacle) => wrapped(obstacle)),
    ...notes.map((note) => wrapped(note)),
    ...KINDS.map(([kind, title]) => {
      const found = findings.filter((finding) => finding.kind === kind);
      return lines(
        title,
        found.map(({ table, what, difference }) => `${table}: ${what}: ${difference}`),
        most,
      );
    }),
    lines('Moved over most problems at once', shifts.map(shiftWords), most),
    timesTable('Slower', notable.slower, most),
    timesTable('Faster', notable.faster, most),
    timesTable('Inconclusive (noise hides the threshold)', notable['cannot tell'], most),
    ...unknownTitles(comparison).map(([title, found]) =>
      lines(
        title,
        found.map(({ what, reason }) => `${what}: ${reason}`),
        most,
      ),
    ),
    wrapped(tooFewForks(times)),
    wrapped(judgingSentence(comparison)),
    declared > 0 ? `${plural(declared, 'missing row is', 'missing rows are')} declared as removed.` : '',
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

function sideLine(name: string, { folder, record }: Side): string {
  return wrapped(`${name} ${folder} (run ${record.run}, commit ${record.commit})`);
}

function lines(title: string, found: readonly string[], most: number): string {
  if (found.length === 0) return '';
  const shown = found.slice(0, most).map((line) => listed(line));
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
    fittedTable(['', 'change', '95 % interval', 'visible'], rows),
    ...andMore(times.length - most),
  ].join('\n');
}

function andMore(count: number): string[] {
  return count > 0 ? [`and ${count} more: --json FILE has all`] : [];
}

const NAME_WIDTH = 38;

/** A name of a case that fits into a table: its beginning and its end. */
export function shortened(name: string, width = NAME_WIDTH): string {
  return name.length <= width ? name : `${name.slice(0, 12)}…${name.slice(name.length - width + 13)}`;
}

/** Words at the width of the terminal; a path that is longer is cut. */
function wrapped(text: string, width = lineWidth()): string {
  return wrapAnsi(text, width, { hard: true });
}

function listed(text: string): string {
  return `- ${wrapped(text, lineWidth() - 2).replaceAll('\n', '\n  ')}`;
}
