import path from 'node:path';
import { fittedLines, lineWidth } from '../../command/line-width.ts';
import { primalWarning } from '../../tables/reading/busy-machine.ts';
import { doubtfulRatio, knownRatio } from '../../tables/reading/known-time.ts';
import { noiseFloor, SHORT_NS, shortPrimals } from '../../tables/reading/noise-floor.ts';
import { suiteMean } from '../../tables/reading/suite-mean.ts';
import type { Catalogue } from '../plan/catalogue.ts';
import {
  type Cell,
  isOf,
  isSecondOrder,
  type SummaryRows,
  TIMED_TOGETHER,
  type WrittenFile,
  worstDigits,
} from './summary-matrix.ts';
import type { FailedRow, FailedRows } from './unexpected.ts';

/** Methods that stand for the others where there is no room for all. */
const MAIN: readonly string[] = [
  'manual',
  'forward-difference',
  'central-difference',
  'complex-step',
  'symbolic-generated',
  'forward',
  'reverse-tape',
  'reverse-graph-javascript',
  'reverse-graph-webassembly',
];
/** Letters that names of methods need at least. */
const NAME_LETTERS = 14;
/** Letters of a suite's name above its column, and of what stands in it. */
const LETTERS = 4;
/** Rows that were not expected and are shown. */
const SHOWN = 2;

/**
 * The summary on one screen: ratios and digits of the main methods, the noise, unknown times, rows that were not ok,
 * and the places of the files.
 */
export function shortSummary(
  catalogue: Catalogue,
  rows: SummaryRows,
  { expected, unexpected }: FailedRows,
  written: readonly WrittenFile[],
): string {
  const suites = [...new Set(catalogue.problems.map(({ suite }) => suite))];
  const measured = new Set([...rows.timing, ...rows.accuracy].filter(isShowable).map(({ method }) => method));
  const { methods, others } = chosen(catalogue, measured);
  const sections = [
    timesOf(methods, suites, rows.timing),
    digitsOf(methods, suites, rows.accuracy),
    [
      ...noiseLines(rows.timing),
      ...unknownLines(rows.timing),
      ...expectedLines(expected),
      ...unexpectedLines(unexpected),
      writtenLine(written),
      others > 0 ? `Of ${others} more methods, and all else: --summary full` : 'All that was measured: --summary full',
    ].join('\n'),
  ];
  return fittedLines(sections.filter((section) => section !== '').join('\n\n'));
}

function isShowable({
  operator,
  outcome,
}: {
  readonly operator: string | undefined;
  readonly outcome: string | undefined;
}) {
  return operator !== 'value' && outcome !== 'unsupported' && outcome !== 'skipped';
}

/** The methods that are shown, those of plug-ins first of all, and how many more there are. */
function chosen(catalogue: Catalogue, measured: ReadonlySet<string | undefined>) {
  const all = catalogue.methods.filter(({ method }) => measured.has(method));
  const rank = ({ method, plugin }: (typeof all)[number]) => (plugin !== undefined ? 0 : MAIN.includes(method) ? 1 : 2);
  const first = [...all].sort((a, b) => rank(a) - rank(b)).slice(0, MAIN.length);
  const methods = all.filter((each) => first.includes(each)).map(({ method }) => method);
  return { methods, others: all.length - methods.length };
}

/** The first kind of times that was measured; others are named. */
function timesOf(methods: readonly string[], suites: readonly string[], timing: SummaryRows['timing']): string {
  const groups = TIMED_TOGETHER.filter(([, operators]) => !operators.includes('value')).map(([title, operators]) => {
    const rows = timing.filter(isOf(operators));
    const cell = (method: string, suite: string) =>
      shortMean(
        suiteMean(
          rows.filter((row) => row.suite === suite),
          method,
        ),
      );
    return { title, text: narrowMatrix(`Time of ${title} as a multiple of the function`, methods, suites, cell) };
  });
  const [first, ...others] = groups.filter(({ text }) => text !== '');
  if (!first) return '';
  const key = [
    ...(/\?( |$)/m.test(first.text) ? ['?: without some cases (wrong, unsupported, time not known)'] : []),
    ...(/ out( |$)/m.test(first.text) ? ['out: out of time'] : []),
  ];
  return [
    first.text,
    ...(key.length > 0 ? [key.join('; ')] : []),
    ...(others.length > 0 ? [`Also timed: ${others.map(({ title }) => title).join(', ')}`] : []),
  ].join('\n');
}

/** A mean in four letters, with a question mark where it is not over all cases of the suite. */
function shortMean(standing: ReturnType<typeof suiteMean>): string | undefined {
  if (standing === undefined) return undefined;
  const { mean, known, cases, isOut } = standing;
  if (isOut) return 'out';
  if (mean === undefined) return '?';
  return known === cases ? inLetters(mean, 4) : `${inLetters(mean, 3)}?`;
}

/** A ratio in so many letters: 0.79, 5.2, 440, 26k. */
function inLetters(ratio: number, letters: number): string {
  const units = ['', 'k', 'M', 'G'];
  const unit = units.findIndex((_, i) => ratio < 999.5 * 1000 ** i);
  if (unit < 0) return '>1T';
  const value = ratio / 1000 ** unit;
  const text = value < 0.995 ? value.toFixed(letters - 2) : value < 9.95 ? value.toFixed(1) : value.toFixed(0);
  const withUnit = `${text}${units[unit]}`;
  return withUnit.length <= letters ? withUnit : `${value.toFixed(0)}${units[unit]}`;
}

function digitsOf(methods: readonly string[], suites: readonly string[], accuracy: SummaryRows['accuracy']): string {
  const first = accuracy.filter((row) => !isSecondOrder(row));
  return narrowMatrix('Correct digits of the worst entry of answers that are ok', methods, suites, worstDigits(first));
}

/**
 * A matrix whose columns are a few letters wide. It is in two parts below each other where a line has no room for all
 * of them.
 */
function narrowMatrix(title: string, methods: readonly string[], suites: readonly string[], cell: Cell): string {
  const filled = methods.filter((method) => suites.some((suite) => cell(method, suite) !== undefined));
  const columns = suites.filter((suite) => filled.some((method) => cell(method, suite) !== undefined));
  if (columns.length === 0) return '';
  return [title, ...matrixLines(filled, columns, cell)].join('\n');
}

/** The lines of the matrix: names of methods get what the columns leave, and are cut there. */
function matrixLines(filled: readonly string[], columns: readonly string[], cell: Cell): string[] {
  const room = lineWidth() - columns.length * (LETTERS + 1);
  if (room < NAME_LETTERS && columns.length > 1) {
    const half = Math.ceil(columns.length / 2);
    return [columns.slice(0, half), columns.slice(half)].flatMap((part) => matrixLines(filled, part, cell));
  }
  const names = filled.map((method) => (method.length <= room ? method : `${method.slice(0, room - 1)}…`));
  const widest = Math.max(...names.map(({ length }) => length));
  const line = (name: string, cells: readonly string[]) =>
    [name.padEnd(widest), ...cells.map((text) => text.padStart(LETTERS))].join(' ');
  return [
    line(
      '',
      columns.map((suite) => suite.slice(0, LETTERS)),
    ),
    ...filled.map((method, i) =>
      line(
        names[i]!,
        columns.map((suite) => cell(method, suite) ?? '–'),
      ),
    ),
  ];
}

/** The floor of the noise, and where ratios lean. */
function noiseLines(timing: SummaryRows['timing']): string[] {
  const floor = noiseFloor(timing);
  const { sizes, of } = shortPrimals(timing);
  const warning = primalWarning(timing);
  return [
    ...(warning === undefined ? [] : [warning]),
    ...(floor
      ? [
          `The function timed against itself: ${floor.low.toFixed(2)} to ${floor.high.toFixed(2)} over ${floor.cases} cases`,
        ]
      : []),
    ...(sizes > 0 ? [`Functions below ${SHORT_NS} ns, whose ratios lean towards 1: ${sizes} of ${of}`] : []),
  ];
}

/** How many times were measured and are not known, and why. */
function unknownLines(timing: SummaryRows['timing']): string[] {
  const doubtful = timing.filter((row) => doubtfulRatio(row) !== undefined);
  if (doubtful.length === 0) return [];
  const all = doubtful.length + timing.filter((row) => knownRatio(row) !== undefined).length;
  const unsteady = doubtful.filter(({ steady }) => steady === 'no').length;
  const reasons = [
    ...(unsteady > 0 ? [`${unsteady} no steady state`] : []),
    ...(unsteady < doubtful.length ? [`${doubtful.length - unsteady} forks disagree`] : []),
  ];
  return [`Times not known: ${doubtful.length} of ${all} (${reasons.join(', ')})`];
}

function expectedLines(expected: readonly FailedRow[]): string[] {
  if (expected.length === 0) return [];
  const outcomes = [...new Set(expected.map(({ outcome }) => outcome))];
  const counts = outcomes.map((each) => `${expected.filter(({ outcome }) => outcome === each).length} ${each}`);
  return [`Expected: ${counts.join(', ')}`];
}

function unexpectedLines(unexpected: readonly FailedRow[]): string[] {
  if (unexpected.length === 0) return [];
  const shown = unexpected
    .slice(0, SHOWN)
    .map(({ place, outcome, reason }) => clipped(`  ${outcome}: ${place}: ${reason}`));
  const first = unexpected.length > SHOWN ? `, the first ${SHOWN}:` : '';
  return [`Not as expected: ${unexpected.length}${first}`, ...shown];
}

function writtenLine(written: readonly WrittenFile[]): string {
  const rows = written.reduce((total, each) => total + (each.rows ?? 0), 0);
  return `Wrote ${written.length} files (${rows} rows) into ${path.dirname(written[0]?.file ?? '')}`;
}

function clipped(line: string): string {
  const [first = ''] = line.split('\n');
  return first.length <= lineWidth() ? first : `${first.slice(0, lineWidth() - 1)}…`;
}
