import { access } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../../command/usage-error.ts';
import type { Columns, Row, Table } from '../../tables/column/column.ts';
import { history } from '../../tables/columns/history.ts';
import { readCsv } from '../../tables/csv.ts';
import { type HistoryEntry, readHistory } from '../../tables/history.ts';
import { readRunFile } from '../../tables/run-file.ts';
import type { RunRecord } from '../../tables/run-record.ts';
import { TABLE_KEYS, TABLES, type TableKey } from '../../tables/tables.ts';
import { type Repeatability, readRepeatability } from './repeatability.ts';

/** Rows of a table. */
export type Rows<T> = T extends Table<infer C> ? readonly Row<C>[] : never;

/** The rows of every table; a table without a file has none. */
export type TableRows = { readonly [K in TableKey]: Rows<(typeof TABLES)[K]> };

/** The results of a run, as far as they are there. */
export interface Results extends TableRows {
  /** run.json; absent where there is none. */
  readonly record: RunRecord | undefined;
  /** Runs over time; none where nobody keeps a history. */
  readonly history: readonly HistoryEntry[];
  /** How far two runs of the same code agree, which is checked in; absent where nobody has tried. */
  readonly repeatability: Repeatability | undefined;
}

/** Advice about a file that can't be used. */
const ADVICE = 'make it again with `npm run bench`, or move it away and the report does without it';

/**
 * Reads what a run wrote, so that anyone can remake a report from someone else's results, and how well runs repeat.
 * @throws {UsageError} when the folder has no table at all, or a file in it is malformed, cut off or foreign.
 */
export async function readResults(folder: string): Promise<Results> {
  const read = async <C extends Columns>(table: Table<C>): Promise<readonly Row<C>[]> => {
    const file = path.join(folder, `${table.name}.csv`);
    return (await exists(file)) ? await readCsv(file, table, ADVICE) : [];
  };
  const record = await readRunFile(path.join(folder, 'run.json'), ADVICE);
  const tables: [TableKey, readonly Row<Columns>[]][] = [];
  // The first fault in this order is told.
  for (const key of TABLE_KEYS) tables.push([key, await read<Columns>(TABLES[key])]);
  const rows = Object.fromEntries(tables) as TableRows; // each key with the rows of its own table
  if (TABLE_KEYS.every((key) => rows[key].length === 0)) {
    throw new UsageError(
      `There are no results in ${folder}: make some with \`npm run bench\`, or name another folder.`,
    );
  }
  return {
    ...rows,
    record,
    repeatability: await readRepeatability(),
    history: await readHistory(path.join(folder, `${history.name}.csv`)),
  };
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
