/** history.csv: the runs that were compared, a line a run. */
import { existsSync } from 'node:fs';
import { UsageError } from '../usage-error.ts';
import type { Row } from './column.ts';
import { readCsv, writeCsv } from './csv.ts';
import { history } from './tables/history.ts';

/** Something of every suite and method. */
export type BySuiteAndMethod<T> = Readonly<Record<string, Readonly<Record<string, T>>>>;

/** One number made of several cases; those of two runs compare only if they are of as many. */
export interface Summary {
  readonly cases: number;
  readonly value: number;
}

/** A case that was worse than in the run before. */
export interface WorseCase {
  readonly table: string;
  readonly suite: string;
  /** Empty in a table without methods. */
  readonly method: string;
  readonly case: string;
}

/** A run in the history; results/README.md says what its fields mean. */
export interface HistoryEntry {
  readonly run: string;
  readonly started: string;
  readonly commit: string;
  readonly machine: string;
  readonly node: string;
  readonly base: string;
  readonly status: number;
  readonly verdict: string;
  readonly threshold: number;
  readonly worse: readonly WorseCase[];
  readonly ratios: BySuiteAndMethod<Readonly<Record<string, number>>>;
  readonly digits: BySuiteAndMethod<Summary>;
  readonly operations: BySuiteAndMethod<Summary>;
}

/**
 * The runs of a file, in the order in which they started; none where there is no file.
 * @throws {UsageError} naming file, line and column, when it is malformed, cut off or foreign.
 */
export async function readHistory(file: string): Promise<readonly HistoryEntry[]> {
  if (!existsSync(file)) return [];
  const rows = await readCsv(file, history, 'repair it, or move it away and begin another');
  return inOrder(rows.map((row, i) => entryOf(row, `${file}, line ${i + 2}`)));
}

/** Writes the runs in the place of the file. */
export async function writeHistory(file: string, entries: readonly HistoryEntry[]): Promise<void> {
  const rows = inOrder(entries).map(({ worse, ratios, digits, operations, ...cells }) => ({
    ...cells,
    worse: JSON.stringify(worse),
    ratios: JSON.stringify(ratios),
    digits: JSON.stringify(digits),
    operations: JSON.stringify(operations),
  }));
  await writeCsv(file, history, rows);
}

function inOrder(entries: readonly HistoryEntry[]): HistoryEntry[] {
  return [...entries].sort((a, b) => (a.started < b.started ? -1 : Number(a.started > b.started)));
}

type Guard<T> = (value: unknown) => value is T;

const isNumber: Guard<number> = (value): value is number => typeof value === 'number';
const isText: Guard<string> = (value): value is string => typeof value === 'string';
const isObject: Guard<object> = (value): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const recordOf =
  <T>(isValue: Guard<T>): Guard<Readonly<Record<string, T>>> =>
  (value): value is Readonly<Record<string, T>> =>
    isObject(value) && Object.values(value).every(isValue);
const listOf =
  <T>(isValue: Guard<T>): Guard<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.every(isValue);
const isSummary: Guard<Summary> = (value): value is Summary =>
  recordOf(isNumber)(value) && 'cases' in value && 'value' in value;
const isWorseCase: Guard<WorseCase> = (value): value is WorseCase =>
  recordOf(isText)(value) && ['table', 'suite', 'method', 'case'].every((name) => name in value);

function entryOf(row: Row<typeof history.columns>, place: string): HistoryEntry {
  return {
    run: cell(row.run, isText, `${place}, column run`),
    started: cell(row.started, isText, `${place}, column started`),
    commit: cell(row.commit, isText, `${place}, column commit`),
    machine: cell(row.machine, isText, `${place}, column machine`),
    node: cell(row.node, isText, `${place}, column node`),
    base: cell(row.base, isText, `${place}, column base`),
    status: cell(row.status, isNumber, `${place}, column status`),
    verdict: cell(row.verdict, isText, `${place}, column verdict`),
    threshold: cell(row.threshold, isNumber, `${place}, column threshold`),
    worse: json(row.worse, listOf(isWorseCase), `${place}, column worse`),
    ratios: json(row.ratios, recordOf(recordOf(recordOf(isNumber))), `${place}, column ratios`),
    digits: json(row.digits, recordOf(recordOf(isSummary)), `${place}, column digits`),
    operations: json(row.operations, recordOf(recordOf(isSummary)), `${place}, column operations`),
  };
}

function cell<T>(value: unknown, isWanted: Guard<T>, place: string): T {
  if (isWanted(value)) return value;
  throw new UsageError(`${place}: the cell is empty; repair it, or move the file away and begin another.`);
}

function json<T>(text: string | undefined, isWanted: Guard<T>, place: string): T {
  const value = parsed(text ?? '');
  if (isWanted(value)) return value;
  throw new UsageError(
    `${place}: this is not the JSON that results/README.md describes; repair it, or move the file away and begin another.`,
  );
}

/** Undefined where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
