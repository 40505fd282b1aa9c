import { existsSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../../command/usage-error.ts';
import type { Columns, Row, Table } from '../../tables/column/column.ts';
import { readCsv, readHeader } from '../../tables/csv.ts';
import { readRunFile } from '../../tables/run-file.ts';
import type { RunRecord } from '../../tables/run-record.ts';
import { tables } from '../../tables/tables.ts';
import { CannotCompare } from './cannot-compare.ts';

/** One side of a comparison: the results of a run. */
export interface Side {
  readonly folder: string;
  readonly record: RunRecord;
  /** Rows by table; a table that the run did not make has none. */
  readonly rows: ReadonlyMap<string, readonly Row<Columns>[]>;
  /** By table, how its columns differ from those of this version; only where a side was read by its own header. */
  readonly differing?: ReadonlyMap<string, DifferingColumns>;
}

/** Columns of one version of a table that another lacks. */
export interface DifferingColumns {
  /** Columns of this version that the file has not. */
  readonly lacking: readonly string[];
  /** Columns of the file that this version does not know. */
  readonly foreign: readonly string[];
}

/** Advice about a file that can't be read. */
const ADVICE = 'measure again with this version, or compare by the version that wrote it';

/** The side by whose columns a file is read. */
type HeaderOf = 'this version' | 'its own header';

/** All tables, whatever their columns. */
export const ALL_TABLES: readonly Table<Columns>[] = tables;

/**
 * Reads a folder of results. Its columns must be those of this version, or, where it is read by its own header, at
 * least those that say which row is which and how it ended.
 * @throws {CannotCompare} when it has no run, no rows, an unfinished run, or a file that can't be read.
 */
export async function readSide(folder: string, by: HeaderOf = 'this version'): Promise<Side> {
  const side = await readRun(folder, by);
  if ([...side.rows.values()].every(({ length }) => length === 0))
    throw new CannotCompare(`Nothing was measured in ${folder}: it has no rows.`);
  return side;
}

/**
 * Reads a folder of results that may have no rows, as a shard of few cases has none of some harnesses.
 * @throws {CannotCompare} when it has no run, an unfinished run, or a file that can't be read.
 */
export async function readRun(folder: string, by: HeaderOf = 'this version'): Promise<Side> {
  if (!existsSync(folder)) throw new CannotCompare(`There is no folder ${folder}.`);
  const recordFile = path.join(folder, 'run.json');
  const record = await read(recordFile, () => readRunFile(recordFile, ADVICE));
  if (!record) throw new CannotCompare(`There is no run.json in ${folder}: it holds no results of a run.`);
  if (record.state !== 'complete')
    throw new CannotCompare(
      `The run in ${folder} is not complete (${record.state}): go on with --resume, or run it again.`,
    );
  const rows = new Map<string, readonly Row<Columns>[]>();
  const differing = new Map<string, DifferingColumns>();
  for (const table of ALL_TABLES) {
    const file = path.join(folder, `${table.name}.csv`);
    const own = by === 'its own header' ? await ownHeader(file, table) : undefined;
    if (own) differing.set(table.name, own);
    rows.set(table.name, await rowsOf(file, own ? { ...table, columns: own.columns } : table));
  }
  return { folder, record, rows, differing };
}

async function rowsOf(file: string, table: Table<Columns>): Promise<readonly Row<Columns>[]> {
  return (await read(file, () => readCsv(file, table, ADVICE))) ?? [];
}

/** The columns that the file itself has, in its order; those that this version does not know are taken as text. */
async function ownHeader(file: string, table: Table<Columns>) {
  const header = await read(file, () => readHeader(file));
  if (!header) return undefined;
  const lacking = Object.keys(table.columns).filter((name) => !header.includes(name));
  const needed = lacking.find(
    (name) => name === 'outcome' || (table.columns[name]!.key && !table.columns[name]!.mayLack),
  );
  if (needed !== undefined)
    throw new CannotCompare(`${file} has no column ${needed}, without which its rows can't be compared.`);
  const columns: Columns = Object.fromEntries(
    header.map((name) => [name, table.columns[name] ?? { type: 'string', description: 'unknown to this version' }]),
  );
  return { columns, lacking, foreign: header.filter((name) => !Object.hasOwn(table.columns, name)) };
}

/** Reads the file by `action`, if there is one. */
async function read<T>(file: string, action: () => Promise<T>): Promise<T | undefined> {
  try {
    return existsSync(file) ? await action() : undefined;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new CannotCompare(error.message);
  }
}
