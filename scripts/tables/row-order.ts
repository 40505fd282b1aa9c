import { type Columns, keyColumns, type Row, type Table } from './column/column.ts';

/** Names in the order of the catalogue, in which `npm run bench -- --list` shows them. */
export interface NameOrder {
  readonly problems: readonly { readonly suite: string; readonly problem: string }[];
  readonly methods: readonly string[];
}

/** The names of a catalogue. */
export function nameOrder(catalogue: {
  readonly problems: readonly { readonly suite: string; readonly problem: { readonly name: string } }[];
  readonly methods: readonly { readonly method: string }[];
}): NameOrder {
  return {
    problems: catalogue.problems.map(({ suite, problem }) => ({ suite, problem: problem.name })),
    methods: catalogue.methods.map(({ method }) => method),
  };
}

/**
 * The rows in their order, which does not depend on when they came: by their keys, the first key column first. Suites,
 * problems and methods stand as in the catalogue, values of a closed list as in that list, numbers by size, and other
 * text by its code units. An empty cell comes before any other; a name that is not in the catalogue comes after those
 * that are.
 */
export function inOrder<C extends Columns>(table: Table<C>, names: NameOrder, rows: readonly Row<C>[]): Row<C>[] {
  const ranks = ranksOf(names);
  const keys = keyColumns(table);
  const placed = rows.map((row) => ({ row, place: keys.flatMap((name) => placeOf(ranks, table, row, name)) }));
  return placed.sort((a, b) => compare(a.place, b.place)).map(({ row }) => row);
}

type Cell = string | number | undefined;

type Ranks = Readonly<Record<'suite' | 'problem' | 'method', ReadonlyMap<string, number>>>;

function ranksOf({ problems, methods }: NameOrder): Ranks {
  const rank = (list: readonly string[]) => new Map([...new Set(list)].map((name, k) => [name, k]));
  return {
    suite: rank(problems.map(({ suite }) => suite)),
    problem: rank(problems.map(({ suite, problem }) => problemKey(suite, problem))), // two suites may share a name
    method: rank(methods),
  };
}

function problemKey(suite: Cell, problem: Cell): string {
  return JSON.stringify([suite, problem]);
}

/** A rank, where the column has one, and the cell itself. */
function placeOf<C extends Columns>(ranks: Ranks, table: Table<C>, row: Row<C>, name: string): [number, Cell] {
  const cell: Cell = row[name];
  if (cell === undefined) return [-1, undefined];
  return [rankOf(ranks, table, row, name, cell), cell];
}

function rankOf<C extends Columns>(ranks: Ranks, table: Table<C>, row: Row<C>, name: string, cell: Cell): number {
  const last = Number.POSITIVE_INFINITY;
  if (name === 'problem') return ranks.problem.get(problemKey(row.suite, cell)) ?? last;
  if (name === 'suite' || name === 'method') return ranks[name].get(String(cell)) ?? last;
  return table.columns[name]!.values?.indexOf(String(cell)) ?? 0;
}

function compare(a: readonly Cell[], b: readonly Cell[]): number {
  for (const [k, left] of a.entries()) {
    const right = b[k];
    if (left === right || left === undefined || right === undefined) continue; // an empty cell has a rank of its own
    return left < right ? -1 : 1;
  }
  return 0;
}
