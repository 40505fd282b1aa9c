/**
 * The numbers that the allowance of errors is counted from, so that a baseline that is updated again and again does not
 * forgive it again and again.
 */
import { existsSync } from 'node:fs';
import { UsageError } from '../../command/usage-error.ts';
import { type Columns, type Row, rowKey, type Table } from '../../tables/column/column.ts';
import { accepted } from '../../tables/columns/accepted.ts';
import { readCsv } from '../../tables/csv.ts';
import { CannotCompare } from '../sides/cannot-compare.ts';
import { cellChanges } from './cell-change.ts';
import { measuresOf } from './measures.ts';

/** Numbers that a baseline had before they grew within their allowance, by `acceptedKey`. */
export type AcceptedNumbers = ReadonlyMap<string, number>;

type AcceptedRow = Row<typeof accepted.columns>;

/** Names a cell of a table by its row's `rowKey`. */
export function acceptedKey(table: string, row: string, column: string): string {
  return JSON.stringify([table, row, column]);
}

/**
 * The numbers of a file; none where there is no file.
 * @throws {CannotCompare} when it is malformed.
 */
export async function readAccepted(file: string): Promise<AcceptedNumbers> {
  if (!existsSync(file)) return new Map();
  const rows = await readCsv(file, accepted, 'take it as it was when the baseline was made').catch((error: unknown) => {
    throw error instanceof UsageError ? new CannotCompare(error.message) : error;
  });
  return new Map(
    rows.map(({ table, row, column, value }) => [
      acceptedKey(table ?? '', row ?? '', column ?? ''),
      value ?? Number.NaN, // no growth is within an allowance of what is no number
    ]),
  );
}

/**
 * The rows of accepted.csv once the head takes the place of the base: an entry for each number that has grown within
 * its allowance.
 */
export function acceptedRows(
  table: Table<Columns>,
  base: readonly Row<Columns>[],
  head: readonly Row<Columns>[],
  before: AcceptedNumbers,
): AcceptedRow[] {
  const bases = new Map(base.map((row) => [rowKey(table, row), row]));
  const measures = measuresOf(table).filter(({ worse, allowance }) => worse !== 'neither' && allowance !== undefined);
  return head.flatMap((row): AcceptedRow[] => {
    const key = rowKey(table, row);
    const earlier = bases.get(key);
    if (!earlier) return [];
    return measures.flatMap(({ column, ...judged }): AcceptedRow[] => {
      const from = before.get(acceptedKey(table.name, key, column)) ?? earlier[column];
      if (typeof from !== 'number') return [];
      const [change] = cellChanges([{ column, ...judged }], { [column]: from }, row);
      return change?.kind === 'changed' ? [{ table: table.name, row: key, column, value: from }] : [];
    });
  });
}
