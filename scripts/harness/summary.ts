import { geometricMean } from 'simple-statistics';
import type { Operator } from '../../methods/method.ts';
import { breakEvenCalls } from './break-even.ts';
import type { Catalogue } from './catalogue.ts';
import { growthExponent } from './growth.ts';
import type { Row } from './output/column.ts';
import type { accuracy, operations, timing } from './output/tables.ts';
import { operationsText } from './summary-operations.ts';
import { tableText } from './text-table.ts';
import type { FailedRow } from './unexpected.ts';

/** The rows that the closing summary is made of. */
export interface SummaryRows {
  readonly accuracy: readonly Row<typeof accuracy.columns>[];
  readonly operations: readonly Row<typeof operations.columns>[];
  readonly timing: readonly Row<typeof timing.columns>[];
}

/** A matrix of methods by suites is at most this wide. */
const WIDTH = 80;
/** Operators whose times one matrix shows together: the same thing, by the name that the kind of function gives it. */
const TIMED_TOGETHER: readonly (readonly [title: string, operators: readonly Operator[]])[] = [
  ['a derivative', ['value', 'gradient', 'jacobian']],
  ['J v', ['jvp']],
  ['J^T u', ['vjp']],
  ['a Hessian', ['hessian']],
  ['H v', ['hvp']],
];
const SECOND_ORDER: readonly Operator[] = ['hessian', 'hvp'];

/** The closing summary: per suite, each method's ratio to the primal and worst correct digits; growth with n; operations. */
export function summaryText({ methods, problems }: Catalogue, rows: SummaryRows): string {
  const suites = [...new Set(problems.map(({ suite }) => suite))];
  const names = methods.map(({ method }) => method);
  const of = (operators: readonly Operator[]) => (row: { readonly operator: string | undefined }) =>
    operators.some((operator) => operator === row.operator);
  const timed = TIMED_TOGETHER.map(([title, operators]) => [title, rows.timing.filter(of(operators))] as const);
  const isSecond = of(SECOND_ORDER);
  const sections = [
    ...timed.map(([title, those]) => ratios(title, names, suites, those)),
    digits(
      'Correct digits of the worst entry, over all answers that are ok (0 to 15.9)',
      names,
      suites,
      rows.accuracy.filter((row) => !isSecond(row)),
    ),
    digits('Correct digits of the worst entry of H and H v', names, suites, rows.accuracy.filter(isSecond)),
    ...timed.map(([title, those]) => growth(title, names, suites, those)),
    breakEven(
      names,
      suites,
      rows.timing.filter((row) => !isSecond(row)),
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
  return matrix(title, methods, suites, (method, suite) => {
    const those = rows.filter((row) => row.method === method && row.suite === suite && row.outcome === 'ok');
    return those.length === 0 ? undefined : significant(geometricMean(those.map(({ ratio }) => ratio!)));
  });
}

function digits(
  title: string,
  methods: readonly string[],
  suites: readonly string[],
  rows: SummaryRows['accuracy'],
): string {
  return matrix(title, methods, suites, (method, suite) => {
    const those = rows.filter((row) => row.method === method && row.suite === suite && row.outcome === 'ok');
    return those.length === 0 ? undefined : Math.min(...those.map((row) => row.digits!)).toFixed(1);
  });
}

type Cell = (method: string, suite: string) => string | undefined;

function matrix(title: string, methods: readonly string[], suites: readonly string[], cell: Cell): string {
  const filled = methods.filter((method) => suites.some((suite) => cell(method, suite) !== undefined));
  if (filled.length === 0) return '';
  const columns = suites.filter((suite) => filled.some((method) => cell(method, suite) !== undefined));
  return `${title}\n${columnsText(filled, columns, cell)}`;
}

/** One table, or several below each other where it would be too wide. */
function columnsText(methods: readonly string[], suites: readonly string[], cell: Cell): string {
  const body = methods.map((method) => [method, ...suites.map((suite) => cell(method, suite) ?? '–')]);
  const text = tableText(['', ...suites.map(heading)], body);
  const isWide = text.split('\n').some((line) => line.length > WIDTH);
  if (!isWide || suites.length === 1) return text;
  const half = Math.ceil(suites.length / 2);
  return [suites.slice(0, half), suites.slice(half)].map((part) => columnsText(methods, part, cell)).join('\n\n');
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

/** A word of at most eight letters whole, a longer one cut to six. */
function shortened(word: string): string {
  return word.length <= 8 ? word : `${word.slice(0, 6)}.`;
}

/** Suites by their first word, cut where it is long, so that eight of them fit beside the methods. */
function heading(suite: string): string {
  const words = suite.split('-');
  return words.length > 2 ? words.map((word) => word[0]!.toUpperCase()).join('') : shortened(words[0]!);
}

/** Two or three significant digits, no exponent. */
function significant(x: number): string {
  if (x >= 100) return Math.round(x).toString();
  return x >= 10 ? x.toFixed(1) : x.toFixed(2);
}

/** What was not ok: how many of each kind, and the unexpected ones one by one. */
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
      tableText(['', ...kinds], rows),
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
  let rest = text;
  while (rest.length > WIDTH) {
    const cut = rest.lastIndexOf(' ', WIDTH);
    lines.push(rest.slice(0, cut > 4 ? cut : WIDTH));
    rest = `    ${rest.slice(cut > 4 ? cut + 1 : WIDTH)}`;
  }
  return [...lines, rest];
}
