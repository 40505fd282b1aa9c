import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Columns, Row, Table } from '../harness/output/column.ts';
import { readCsv } from '../harness/output/csv.ts';
import { type RunRecord, readRecord } from '../harness/output/run-record.ts';
import { tables } from '../harness/output/tables.ts';
import { UsageError } from '../harness/usage-error.ts';
import { CannotCompare } from './cannot-compare.ts';

/** One side of a comparison: the results of a run. */
export interface Side {
  readonly folder: string;
  readonly record: RunRecord;
  /** Rows by table; a table that the run did not make has none. */
  readonly rows: ReadonlyMap<string, readonly Row<Columns>[]>;
}

/** What to do about a file that can't be read. */
const ADVICE = 'measure again with this version, or compare by the version that wrote it';

/** All tables, whatever their columns. */
export const ALL_TABLES: readonly Table<Columns>[] = tables;

/**
 * Reads a folder of results.
 * @throws {CannotCompare} when it has no run, no rows, an unfinished run, or a file that can't be read.
 */
export async function readSide(folder: string): Promise<Side> {
  const side = await readRun(folder);
  if ([...side.rows.values()].every(({ length }) => length === 0))
    throw new CannotCompare(`Nothing was measured in ${folder}: it has no rows.`);
  return side;
}

/**
 * Reads a folder of results that may have no rows, as a shard of few cases has none of some harnesses.
 * @throws {CannotCompare} when it has no run, an unfinished run, or a file that can't be read.
 */
export async function readRun(folder: string): Promise<Side> {
  if (!existsSync(folder)) throw new CannotCompare(`There is no folder ${folder}.`);
  const record = await readRecord(path.join(folder, 'run.json'));
  if (!record) throw new CannotCompare(`There is no readable run.json in ${folder}: it holds no results of a run.`);
  if (record.state !== 'complete')
    throw new CannotCompare(
      `The run in ${folder} is not complete (${record.state}): go on with --resume, or run it again.`,
    );
  const rows = new Map<string, readonly Row<Columns>[]>();
  for (const table of ALL_TABLES) rows.set(table.name, await rowsOf(path.join(folder, `${table.name}.csv`), table));
  return { folder, record, rows };
}

async function rowsOf(file: string, table: Table<Columns>): Promise<readonly Row<Columns>[]> {
  try {
    return existsSync(file) ? await readCsv(file, table, ADVICE) : [];
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new CannotCompare(error.message);
  }
}
