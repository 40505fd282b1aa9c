import { existsSync } from 'node:fs';
import type { Columns, Row, Table } from '../harness/output/column.ts';
import { readCsv } from '../harness/output/csv.ts';

/** What was taken away on purpose: an empty cell stands for any. */
export const removed = {
  name: 'removed',
  title: 'Cases that were removed or renamed',
  method:
    'Written by hand, in the change that removes the case; `npm run compare` reads it. An empty cell stands for any.',
  columns: {
    table: { type: 'string', description: 'table whose rows are gone', key: true },
    suite: { type: 'string', description: 'suite', key: true },
    problem: { type: 'string', description: 'problem', key: true },
    size: { type: 'integer', description: 'size', key: true },
    method: { type: 'string', description: 'method', key: true },
    operator: { type: 'string', description: 'operator', key: true },
    reason: { type: 'string', description: 'why it is gone, or what it is called now' },
  },
} as const satisfies Table<Columns>;

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
