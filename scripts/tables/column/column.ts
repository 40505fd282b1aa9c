/** Columns of the tables of results. Each is defined once, for writing, reading, documentation and schema. */

import type { Domain } from './domain.ts';

/** The type of a column's cells. An empty cell means: not measured, or does not apply. */
export type ColumnType = 'string' | 'integer' | 'number';

/**
 * The kind of evidence that a column is in a comparison of two runs. All evidence but times is equal whenever equal
 * code runs. Rounded numbers may change a little with the version of V8. The folder scripts/regression/exact judges
 * each kind.
 */
export type Evidence =
  | 'outcome'
  | 'more is worse'
  | 'less is worse'
  | 'told'
  | 'told, rounded'
  | 'error in ulps'
  | 'relative error'
  | 'absolute error'
  | 'bound'
  | 'estimate'
  | 'digits'
  | 'time of forks'
  | Advice;

/** A column that is not compared, and why. */
export interface Advice {
  readonly advice: string;
}

/** One column. */
export interface Column {
  readonly type: ColumnType;
  /** The quantity that it holds, with its unit. */
  readonly description: string;
  /** Every column of a run has it, but for keys. */
  readonly evidence?: Evidence;
  /** Part of the row's identity: no two rows of a table agree in all its keys. */
  readonly key?: true;
  /** Whether files of an older version may lack it: its cells are then read as empty. */
  readonly mayLack?: true;
  /** The only values that it may hold. */
  readonly values?: readonly string[];
  /** The numbers that it may hold; of a list each. Any number where nothing is said. */
  readonly domain?: Domain;
  /**
   * The column that says how many numbers a cell has; only where cells are lists of numbers, which rows keep as text.
   */
  readonly asManyAs?: string;
  /** The rows in which its cell is never empty: all, or those whose outcome is ok. */
  readonly filled?: 'always' | 'where ok';
}

/** Columns by name, in the order of the CSV. */
export type Columns = Readonly<Record<string, Column>>;

/** Columns of a run: each says which row it is, or what it is evidence of. */
export type JudgedColumns = Readonly<
  Record<string, Column & ({ readonly key: true } | { readonly evidence: Evidence })>
>;

type Cell<T extends ColumnType> = T extends 'string' ? string : number;

/** A row of a table with these columns; `undefined` is an empty cell. */
export type Row<C extends Columns> = {
  readonly [K in keyof C]: Cell<C[K]['type']> | undefined;
};

/** A table: its name is its file's, `<name>.csv`. */
export interface Table<C extends Columns> {
  readonly name: string;
  readonly title: string;
  /** How its numbers were obtained, for the reader of results/README.md. */
  readonly method: string;
  readonly columns: C;
}

/** The columns that make a row's identity. */
export function keyColumns<C extends Columns>(table: Table<C>): string[] {
  return Object.keys(table.columns).filter((name) => table.columns[name]!.key);
}

/** A row's identity in one string. */
export function rowKey<C extends Columns>(table: Table<C>, row: Row<C>): string {
  return JSON.stringify(keyColumns(table).map((name) => String(row[name] ?? '')));
}
