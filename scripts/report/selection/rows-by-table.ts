import type { Columns, Table } from '../../tables/column/column.ts';
import { tables } from '../../tables/tables.ts';
import type { Results } from '../content/results.ts';

/** The columns of a row of any table about its making. */
export interface MadeRow {
  readonly outcome: string | undefined;
  readonly reason: string | undefined;
  readonly run: string | undefined;
}

/** A table and what the results hold of it. */
export interface TableRows {
  readonly table: Table<Columns>;
  readonly rows: readonly MadeRow[];
}

/** Every table with its rows, in the order in which a run makes them. */
export function rowsByTable({ record: _, history: __, repeatability: ___, ...rows }: Results): TableRows[] {
  const byName = new Map<string, readonly MadeRow[]>(Object.entries(rows));
  return tables.map((table) => ({ table, rows: byName.get(fieldOf(table.name)) ?? [] }));
}

/** The field of `Results` that holds a table: errorVsStep of error-vs-step. */
function fieldOf(table: string): string {
  return table.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
