/** Changes for the worse of exact evidence, each to be planted into one cell or row. */
import type { Columns, Row } from '../../tables/column/column.ts';
import { accuracy } from '../../tables/tables.ts';
import { measuresOf } from '../exact/measures.ts';
import { ALL_TABLES } from '../sides/side.ts';

/** A place in the results. */
export interface Place {
  readonly table: string;
  readonly row: Row<Columns>;
}

/** A change for the worse that must be found. */
export interface Plant extends Place {
  /** The row that replaces the row; undefined where it is removed. */
  readonly planted: Row<Columns> | undefined;
}

/** A kind of change for the worse. */
export interface PlantKind {
  readonly title: string;
  /** Every change of this kind that a row allows. */
  readonly plants: (place: Place) => readonly Plant[];
}

const NODES = ['nodes', 'tape_nodes', 'graph_nodes', 'recorded_nodes'];
const LOST_DIGIT = 10;
/** Errors near 0 have no digit to lose: they grow by so many units in the last place. */
const LEAST_ULPS = 5;

/** The kinds of change that must always be found. */
export const PLANT_KINDS: readonly PlantKind[] = [
  {
    title: 'a lost digit',
    plants: inCells(
      (table, column) => table === accuracy.name && column === 'max_ulps',
      (ulps) => Math.max(LOST_DIGIT * ulps, ulps + LEAST_ULPS),
    ),
  },
  {
    title: 'one operation more',
    plants: inCells(
      (_, column) => column === 'operations',
      (count) => count + 1,
    ),
  },
  {
    title: 'one node more',
    plants: inCells(
      (_, column) => NODES.includes(column),
      (count) => count + 1,
    ),
  },
  {
    title: 'no number (NaN)',
    plants: inCells(
      () => true,
      () => Number.NaN,
    ),
  },
  {
    title: 'a lost capability',
    plants: ({ table, row }) =>
      row.outcome === 'ok' ? [{ table, row, planted: { ...row, outcome: 'unsupported', reason: 'planted' } }] : [],
  },
  { title: 'a removed row', plants: (place) => [{ ...place, planted: undefined }] },
];

/** Columns of each table of which more, or less, is worse. */
const WATCHED = new Map(
  ALL_TABLES.map((table) => [
    table.name,
    measuresOf(table).flatMap(({ column, worse }) => (worse === 'neither' ? [] : [column])),
  ]),
);

/** Changes one watched number at a time. */
function inCells(
  isWanted: (table: string, column: string) => boolean,
  change: (value: number) => number,
): PlantKind['plants'] {
  return ({ table, row }) =>
    (WATCHED.get(table) ?? [])
      .filter((column) => isWanted(table, column))
      .flatMap((column) => {
        const value = row[column];
        return typeof value === 'number' && Number.isFinite(value)
          ? [{ table, row, planted: { ...row, [column]: change(value) } }]
          : [];
      });
}
