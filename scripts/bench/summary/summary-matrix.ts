import type { Operator } from '../../../methods/method.ts';
import { lineWidth } from '../../command/line-width.ts';
import { tableText } from '../../command/text-table.ts';
import type { Row } from '../../tables/column/column.ts';
import type { accuracy, operations, timing } from '../../tables/tables.ts';

/** The rows that the closing summary is made of. */
export interface SummaryRows {
  readonly accuracy: readonly Row<typeof accuracy.columns>[];
  readonly operations: readonly Row<typeof operations.columns>[];
  readonly timing: readonly Row<typeof timing.columns>[];
}

/** A file that a run wrote, and its rows if it is a table. */
export interface WrittenFile {
  readonly file: string;
  readonly rows?: number;
}

/** Operators whose times one matrix shows together: the same thing, by the name that the kind of function gives it. */
export const TIMED_TOGETHER: readonly (readonly [title: string, operators: readonly Operator[]])[] = [
  ['a derivative', ['gradient', 'jacobian']],
  ['a value', ['value']],
  ['J v', ['jvp']],
  ['J^T u', ['vjp']],
  ['a Hessian', ['hessian']],
  ['H v', ['hvp']],
];
const SECOND_ORDER: readonly Operator[] = ['hessian', 'hvp'];

/** Chooses the rows of some operators. */
export function isOf(operators: readonly Operator[]) {
  return (row: { readonly operator: string | undefined }) => operators.some((operator) => operator === row.operator);
}

/** Whether the row is of a second derivative. */
export const isSecondOrder = isOf(SECOND_ORDER);

/** The cell of a matrix for a method and a suite; undefined for a dash. */
export type Cell = (method: string, suite: string) => string | undefined;

/** A matrix of methods by suites, without those that have nothing in it; empty where nothing is left. */
export function matrix(title: string, methods: readonly string[], suites: readonly string[], cell: Cell): string {
  const filled = methods.filter((method) => suites.some((suite) => cell(method, suite) !== undefined));
  if (filled.length === 0) return '';
  const columns = suites.filter((suite) => filled.some((method) => cell(method, suite) !== undefined));
  return `${title}\n${columnsText(filled, columns, cell)}`;
}

/** One table, or several below each other where it would be too wide. */
function columnsText(methods: readonly string[], suites: readonly string[], cell: Cell): string {
  const body = methods.map((method) => [method, ...suites.map((suite) => cell(method, suite) ?? '–')]);
  const text = tableText(['', ...suites.map(heading)], body);
  const isWide = text.split('\n').some((line) => line.length > lineWidth());
  if (!isWide || suites.length === 1) return text;
  const half = Math.ceil(suites.length / 2);
  return [suites.slice(0, half), suites.slice(half)].map((part) => columnsText(methods, part, cell)).join('\n\n');
}

/** The correct digits of the worst entry of a method in a suite, over all answers that are ok. */
export function worstDigits(rows: SummaryRows['accuracy']): Cell {
  return (method, suite) => {
    const those = rows.filter((row) => row.method === method && row.suite === suite && row.outcome === 'ok');
    return those.length === 0 ? undefined : Math.min(...those.map((row) => row.digits!)).toFixed(1);
  };
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
