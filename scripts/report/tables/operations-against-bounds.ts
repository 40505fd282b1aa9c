import { median } from 'simple-statistics';
import { list, number } from '../../words/words.ts';
import type { Cell, Missing, Table } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { distinct, isPositive, methodsOf } from '../selection/derivative-rows.ts';

/**
 * Derivatives whose cost theory bounds: the operator, its name for readers, and the bound of its work for one sweep.
 */
const BOUNDED = [
  ['gradient', 'gradient'],
  ['jvp', 'J v'],
  ['vjp', 'J^T u'],
] as const;

type OperationsRow = Results['operations'][number];

/** Counted work of each method against the bounds of theory. */
export function operationsAgainstBounds({ operations }: Results): Table | Missing {
  const described = {
    name: 'operations-against-bounds',
    title: 'Counted work against the bounds of theory',
    remake: 'npm run bench -- --harness operations',
  };
  const bounded = operations.filter((row) => row.outcome === 'ok' && isPositive(row.work_to_bound));
  const groups = BOUNDED.flatMap(([operator, title]) =>
    methodsOf(bounded.filter((row) => row.operator === operator)).map((method) => ({
      title,
      method,
      rows: bounded.filter((row) => row.operator === operator && row.method === method),
    })),
  );
  if (groups.length === 0) {
    return { ...described, kind: 'missing', why: 'There is no row with a bound of its work in operations.csv.' };
  }
  const heads = ['derivative', 'method', 'cases', 'work / work of f', 'bound', 'work / bound', 'most', 'above 1'];
  return {
    ...described,
    kind: 'table',
    columns: heads.map((text, i) => ({ head: { text }, align: i < 2 ? 'left' : 'right' })),
    rows: merged(groups.map(({ title, method, rows }) => ({ title, methods: [method], numbers: numbersOf(rows) }))),
    reading: [withinBounds(bounded.filter(({ operator }) => BOUNDED.some(([name]) => name === operator)))],
  };
}

interface Line {
  readonly title: string;
  readonly methods: readonly string[];
  readonly numbers: readonly Cell[];
}

/** Methods with the same numbers share a line: the gradient graphs execute the same operations. */
function merged(lines: readonly Line[]): Cell[][] {
  const keyOf = ({ title, numbers }: Line) => JSON.stringify([title, numbers]);
  return distinct(lines.map(keyOf)).map((key) => {
    const same = lines.filter((line) => keyOf(line) === key);
    return [{ text: same[0]!.title }, { text: list(same.flatMap(({ methods }) => methods)) }, ...same[0]!.numbers];
  });
}

function numbersOf(rows: readonly OperationsRow[]): Cell[] {
  const worst = worstOf(rows);
  const above = rows.filter(isAbove).length;
  return [
    { text: String(rows.length), value: rows.length },
    numeric(median(rows.flatMap(({ work_ratio }) => work_ratio ?? []))),
    { text: boundsOf(rows) },
    numeric(median(rows.map(({ work_to_bound }) => work_to_bound!))),
    { ...numeric(worst.work_to_bound!), note: `${worst.problem}, size ${worst.size}` },
    { text: String(above), value: above },
  ];
}

function numeric(value: number): Cell {
  return { text: number(value), value };
}

function isAbove({ work_to_bound }: OperationsRow): boolean {
  return work_to_bound! > 1;
}

function worstOf(rows: readonly OperationsRow[]): OperationsRow {
  return rows.reduce((a, b) => (b.work_to_bound! > a.work_to_bound! ? b : a));
}

/** The bounds of these rows: one, or from the least to the most. */
function boundsOf(rows: readonly OperationsRow[]): string {
  const bounds = distinct(rows.map(({ work_bound }) => work_bound)).sort((a, b) => a - b);
  return bounds.length > 1
    ? `${number(bounds[0]!)} to ${number(bounds.at(-1)!)}`
    : bounds.map((b) => number(b)).join('');
}

function withinBounds(rows: readonly OperationsRow[]): string {
  const above = rows.filter(isAbove);
  const worst = worstOf(rows);
  const most = `the largest is ${number(worst.work_to_bound!)} times the bound (${worst.method} on ${worst.problem}, size ${worst.size})`;
  return above.length === 0
    ? `All ${rows.length} counts are within the bounds of theory; ${most}.`
    : `${above.length} of ${rows.length} counts are above the bounds of theory, by ${list(methodsOf(above))}; ${most}.`;
}
