import type { Columns } from './column/column.ts';
import type { NameOrder } from './row-order.ts';
import { openTableFile, type TableFile } from './table-file.ts';
import { TABLES, type TableColumns, type TableKey } from './tables.ts';

/** The tables of a run. */
export type Files = { readonly [K in TableKey]: TableFile<TableColumns[K]> };

/** Opens the files of a run in the folder: with the rows that they hold, where it is resumed. */
export async function openFiles(folder: string, resume: boolean, names: NameOrder): Promise<Files> {
  const open = async ([key, table]: [string, (typeof TABLES)[TableKey]]) =>
    [key, await openTableFile<Columns>(folder, table, resume, names)] as const;
  // Each key with the file of its own table.
  return Object.fromEntries(await Promise.all(Object.entries(TABLES).map(open))) as Files;
}
