import { access } from 'node:fs/promises';
import path from 'node:path';
import { type Columns, type Row, rowKey, type Table } from './column.ts';
import { readCsv, writeCsv } from './csv.ts';

/** A table that grows in memory and on disk: the file holds a whole, well-formed CSV at every moment. */
export interface TableFile<C extends Columns> {
  readonly table: Table<C>;
  readonly file: string;
  readonly rows: readonly Row<C>[];
  /** Whether a row with these keys is there already, from the run that is being resumed. */
  has(keys: Partial<Row<C>>): boolean;
  /** Adds rows, and resolves when the file holds them. */
  add(rows: readonly Row<C>[]): Promise<void>;
}

/** Opens `<table>.csv` in the folder: with the rows that it holds, where a run is resumed; else empty. */
export async function openTableFile<C extends Columns>(
  folder: string,
  table: Table<C>,
  resume: boolean,
): Promise<TableFile<C>> {
  const file = path.join(folder, `${table.name}.csv`);
  const exists = await access(file).then(
    () => true,
    () => false,
  );
  const rows = resume && exists ? await readCsv(file, table) : [];
  const keys = new Set(rows.map((row) => rowKey(table, row)));
  let writing: Promise<void> = Promise.resolve();
  let pending = false;

  /** Rows that come while the file is being written share the next write. */
  function write(): Promise<void> {
    if (pending) return writing;
    pending = true;
    writing = writing.then(() => {
      pending = false;
      return writeCsv(file, table, rows);
    });
    return writing;
  }

  return {
    table,
    file,
    rows,
    has: (wanted) => keys.has(rowKey(table, emptyRow(table, wanted))),
    add(more) {
      for (const row of more) {
        rows.push(row);
        keys.add(rowKey(table, row));
      }
      return write();
    },
  };
}

/** A row with the given cells and all others empty. */
export function emptyRow<C extends Columns>(table: Table<C>, cells: Partial<Row<C>>): Row<C> {
  const empty = Object.keys(table.columns).map((name) => [name, undefined]);
  return { ...Object.fromEntries(empty), ...cells };
}
