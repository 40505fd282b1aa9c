import { access } from 'node:fs/promises';
import path from 'node:path';
import { writing } from './cannot-write.ts';
import { type Columns, type Row, rowKey, type Table } from './column/column.ts';
import { readCsv, writeCsv } from './csv.ts';
import { inOrder, type NameOrder } from './row-order.ts';

/** Rows that come within this time share a write: a write of a long table takes longer than many a case. */
const WRITE_INTERVAL_MS = 300;
/** Writing takes at most this part of a run: a long table is written less often. */
const WRITING_SHARE = 0.05;

/**
 * A table that grows in memory and on disk: the file holds a whole, well-formed CSV at every moment. While a run goes
 * on, rows stand in the order in which they came. `flush` puts them into the order of `inOrder`, so that two runs that
 * measure the same write the same file.
 */
export interface TableFile<C extends Columns> {
  readonly table: Table<C>;
  readonly file: string;
  readonly rows: readonly Row<C>[];
  /** Whether a row with these keys is there already, from the run that is being resumed. */
  has(keys: Partial<Row<C>>): boolean;
  /** Adds rows; the file holds them within a second, or within a few where it is long. */
  add(rows: readonly Row<C>[]): void;
  /**
   * Puts the rows in order, and resolves when the file holds all of them.
   * @throws {Error} when it could not be written.
   */
  flush(): Promise<void>;
}

/** Opens `<table>.csv` in the folder: with the rows that it holds, where a run is resumed; else empty. */
export async function openTableFile<C extends Columns>(
  folder: string,
  table: Table<C>,
  resume: boolean,
  names: NameOrder,
): Promise<TableFile<C>> {
  const file = path.join(folder, `${table.name}.csv`);
  const exists = await access(file).then(
    () => true,
    () => false,
  );
  const rows = resume && exists ? await readCsv(file, table) : [];
  const keys = new Set(rows.map((row) => rowKey(table, row)));
  let isWritten = true;
  let interval = WRITE_INTERVAL_MS;
  let last: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  /** One write at a time; one that failed is made up for by the next, and a failure of the last one shows. */
  function write(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    last = last
      .catch(() => {})
      .then(async () => {
        if (isWritten) return;
        isWritten = true;
        const start = performance.now();
        await writing(file, () => writeCsv(file, table, [...rows])).catch((error) => {
          isWritten = false;
          throw error;
        });
        interval = Math.max(WRITE_INTERVAL_MS, (performance.now() - start) / WRITING_SHARE);
      });
    last.catch(() => {});
    return last;
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
      isWritten = false;
      timer ??= setTimeout(write, interval);
    },
    flush() {
      const ordered = inOrder(table, names, rows);
      if (ordered.some((row, i) => row !== rows[i])) {
        rows.splice(0, rows.length, ...ordered);
        isWritten = false;
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
