import { fittedLines, lineWidth } from '../../command/line-width.ts';
import { fittedTable } from '../../command/text-table.ts';
import { breakEvenCalls } from '../../tables/reading/break-even.ts';
import { primalWarning } from '../../tables/reading/busy-machine.ts';
import { growthExponent } from '../../tables/reading/growth.ts';
import { suiteMean } from '../../tables/reading/suite-mean.ts';
import type { Catalogue } from '../plan/catalogue.ts';
import {
  isOf,
  isSecondOrder,
  matrix,
  type SummaryRows,
  TIMED_TOGETHER,
  type WrittenFile,
  worstDigits,
} from './summary-matrix.ts';
import { operationsText } from './summary-operations.ts';
import type { FailedRow, FailedRows } from './unexpected.ts';

/** All that a run prints at its end: the numbers, what was not ok, and the files. */
export function fullSummary(
  catalogue: Catalogue,
  rows: SummaryRows,
  { expected, unexpected }: FailedRows,
  written: readonly WrittenFile[],
): string {
  const files = written.map(({ file, rows }) => (rows === undefined ? file : `${file} (${rows} rows)`));
  const warning = fittedLines(primalWarning(rows.timing) ?? '');
  return [summaryText(catalogue, rows), failureText(expected, unexpected), warning, `Wrote ${files.join('\n      ')}`]
    .filter(Boolean)
    .join('\n\n');
}

/**
 * The closing summary: per suite, each method's ratio to the primal and worst correct digits; growth with n;
 * operations.
 */
export function summaryText({ methods, problems }: Catalogue, rows: SummaryRows): string {
  const suites = [...new Set(problems.map(({ suite }) => suite))];
  const names = methods.map(({ method }) => method);
  const timed = TIMED_TOGETHER.map(([title, operators]) => [title, rows.timing.filter(isOf(operators))] as const);
  const sections = [
    ...timed.map(([title, those]) => ratios(title, names, suites, those)),
    digits(
      'Correct digits of the worst entry, over all answers that are ok (0 to 15.9)',
      names,
      suites,
      rows.accuracy.filter((row) => !isSecondOrder(row)),
    ),
    digits('Correct digits of the worst entry of H and H v', names, suites, rows.accuracy.filter(isSecondOrder)),
    ...timed.map(([title, those]) => growth(title, names, suites, those)),
    breakEven(
      names,
      suites,
      rows.timing.filter((row) => !isSecondOrder(row)),
    ),
    operationsText(names, rows.operations),
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

function ratios(
  what: string,
  methods: readonly string[],
  suites: readonly string[],
  rows: SummaryRows['timing'],
): string {
  const title = `Time of ${what} as a multiple of the hand-written function (geometric mean)`;
  const text = matrix(title, methods, suites, (method, suite) =>
    meanText(
      suiteMean(
        rows.filter((row) => row.suite === suite),
        method,
      ),
    ),
  );
  return /\d\/\d/.test(text) ? `${text}\n${SHARE}` : text;
}

/** The meaning of a share beside a mean. */
const SHARE = 'n/m: mean over n of the m cases of the suite, not comparable with other means';

function meanText(standing: ReturnType<typeof suiteMean>): string | undefined {
  if (standing === undefined) return undefined;
  const { mean, known, cases, isOut } = standing;
  if (isOut) return 'timeout';
  if (mean === undefined) return 'unknown';
  return known === cases ? significant(mean) : `${significant(mean)} ${known}/${cases}`;
}

function digits(
  title: string,
  methods: readonly string[],
  suites: readonly string[],
  rows: SummaryRows['accuracy'],
): string {
  return matrix(title, methods, suites, worstDigits(rows));
}

function growth(
  what: string,
  methods: readonly string[],
  suites: readonly string[],
  rows: SummaryRows['timing'],
): string {
  return matrix(
    `Growth with n of the time of ${what} (exponent of n: 0 flat, 1 linear)`,
    methods,
    suites,
    (method, suite) => {
      const ofCase = rows.filter((row) => row.method === method && row.suite === suite && row.operator !== 'value');
      const problems = [...new Set(ofCase.map(({ problem }) => problem))];
      const exponents = problems.flatMap(
        (problem) => growthExponent(ofCase.filter((row) => row.problem === problem)) ?? [],
      );
      return exponents.length === 1 ? exponents[0]!.toFixed(2) : undefined;
    },
  );
}

/** The method against which others have to pay for their preparation. */
const TAPE = 'reverse-tape';

function breakEven(names: readonly string[], suites: readonly string[], rows: SummaryRows['timing']): string {
  const compiled = names.filter((name) => name.startsWith('reverse-graph'));
  const sameCase = (row: (typeof rows)[number]) =>
    rows.find(
      (other) =>
        other.method === TAPE &&
        (['suite', 'problem', 'size', 'operator'] as const).every((column) => other[column] === row[column]),
    );
  return matrix(
    `Calls that pay for preparation, against ${TAPE} (least and most)`,
    compiled,
    suites,
    (method, suite) => {
      const calls = rows
        .filter((row) => row.method === method && row.suite === suite)
        .flatMap((row) => {
          const other = sameCase(row);
          return (other && breakEvenCalls(row, other)) ?? [];
        });
      if (calls.length === 0) return undefined;
      const [least, most] = [Math.min(...calls), Math.max(...calls)].map((n) => (n === Infinity ? 'never' : short(n)));
      return least === most ? least : `${least}-${most}`;
    },
  );
}

/** A count in few letters: 950, 12k, 3M. */
function short(count: number): string {
  if (count < 1000) return String(count);
  return count < 1e6 ? `${Math.round(count / 1000)}k` : `${Math.round(count / 1e6)}M`;
}

/** Two or three significant digits, no exponent. */
function significant(x: number): string {
  if (x >= 100) return Math.round(x).toString();
  return x >= 10 ? x.toFixed(1) : x.toFixed(2);
}

/** The rows that were not ok: the number of each kind, and each unexpected row. */
export function failureText(expected: readonly FailedRow[], unexpected: readonly FailedRow[]): string {
  const lines: string[] = [];
  if (expected.length > 0) {
    const counts = new Map<string, number>();
    for (const { what, outcome } of expected)
      counts.set(`${what}|${outcome}`, (counts.get(`${what}|${outcome}`) ?? 0) + 1);
    const kinds = [...new Set(expected.map(({ outcome }) => outcome))];
    const rows = [...new Set(expected.map(({ what }) => what))].map((what) => [
      what,
      ...kinds.map((kind) => String(counts.get(`${what}|${kind}`) ?? '–')),
    ]);
    lines.push(
      'Rows that are not ok, as expected (their reasons are in the CSV files)',
      fittedTable(['', ...kinds], rows),
    );
  }
  if (unexpected.length > 0) {
    lines.push('', `Not as expected: ${unexpected.length}`);
    for (const { place, outcome, reason } of unexpected) lines.push(...wrap(`  ${outcome}: ${place}: ${reason}`));
  }
  return lines.join('\n');
}

function wrap(text: string): string[] {
  const lines: string[] = [];
  const width = lineWidth();
  let rest = text;
  while (rest.length > width) {
    const cut = rest.lastIndexOf(' ', width);
    lines.push(rest.slice(0, cut > 4 ? cut : width));
    rest = `    ${rest.slice(cut > 4 ? cut + 1 : width)}`;
  }
  return [...lines, rest];
}
