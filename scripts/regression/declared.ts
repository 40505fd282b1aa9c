import { existsSync } from 'node:fs';
import type { Columns, Row } from '../harness/output/column.ts';
import { readCsv } from '../harness/output/csv.ts';
import { removed } from '../harness/output/tables/removed.ts';

/** A declaration that rows are gone on purpose. */
export type Removal = Row<typeof removed.columns>;

/**
 * The declarations of a file; none where there is no file.
 * @throws {UsageError} when it is malformed.
 */
export async function readRemovals(file: string): Promise<readonly Removal[]> {
  return existsSync(file) ? await readCsv(file, removed) : [];
}

const IDENTIFYING = ['suite', 'problem', 'size', 'method', 'operator'] as const;

/** Whether a row of the table that is missing was declared. */
export function isDeclared(removals: readonly Removal[], table: string, row: Row<Columns>): boolean {
  return removals.some(
    (removal) =>
      (removal.table === undefined || removal.table === table) &&
      IDENTIFYING.every((name) => removal[name] === undefined || removal[name] === row[name]),
  );
}
