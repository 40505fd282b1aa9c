/** history.csv: the runs that were compared, a line a run. */
import { existsSync } from 'node:fs';
import * as v from 'valibot';
import { UsageError } from '../command/usage-error.ts';
import type { Row } from './column/column.ts';
import { history } from './columns/history.ts';
import { readCsv, writeCsv } from './csv.ts';
import { faultOf, fits, objectWith, type Schema } from './fault-of.ts';
import { MOMENT } from './run-record-schema.ts';

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

const number = v.pipe(v.number('a number'), v.finite('a finite number'));
const text = v.string('a text');
const record = <T extends v.GenericSchema>(value: T) => v.pipe(objectWith({}), v.record(v.string(), value));
const summary = objectWith({ cases: v.pipe(number, v.integer('a whole number')), value: number });

const WORSE: Schema<readonly WorseCase[]> = v.array(
  objectWith({ table: text, suite: text, method: text, case: text }),
  'a list',
);
const RATIOS: Schema<HistoryEntry['ratios']> = record(record(record(v.pipe(number, v.gtValue(0, 'above 0')))));
const SUMMARIES: Schema<BySuiteAndMethod<Summary>> = record(record(summary));

const STATUS = v.picklist([0, 1, 3], 'a status that a comparison has: 0, 1 or 3');

const ADVICE = 'repair it, or move the file away and begin another';

function entryOf(row: Row<typeof history.columns>, place: string): HistoryEntry {
  return {
    run: told(row.run, text, `${place}, column run`),
    started: told(row.started, MOMENT, `${place}, column started`),
    commit: told(row.commit, text, `${place}, column commit`),
    machine: told(row.machine, text, `${place}, column machine`),
    node: told(row.node, text, `${place}, column node`),
    base: told(row.base, text, `${place}, column base`),
    status: told(row.status, STATUS, `${place}, column status`),
    verdict: told(row.verdict, text, `${place}, column verdict`),
    threshold: told(row.threshold, number, `${place}, column threshold`),
    worse: json(row.worse, WORSE, `${place}, column worse`),
    ratios: json(row.ratios, RATIOS, `${place}, column ratios`),
    digits: json(row.digits, SUMMARIES, `${place}, column digits`),
    operations: json(row.operations, SUMMARIES, `${place}, column operations`),
  };
}

function told<T>(cell: string | number | undefined, schema: Schema<T>, place: string): T {
  if (fits(schema, cell)) return cell;
  const what = cell === undefined ? 'the cell is empty' : `"${cell}": ${faultOf(schema, cell)}`;
  throw new UsageError(`${place}: ${what}; ${ADVICE}.`);
}

function json<T>(cell: string | undefined, schema: Schema<T>, place: string): T {
  const value = parsed(cell ?? '');
  if (fits(schema, value)) return value;
  throw new UsageError(
    `${place}: this is not the JSON that results/README.md describes (${value === undefined ? 'it is no JSON at all' : faultOf(schema, value)}); ${ADVICE}.`,
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
