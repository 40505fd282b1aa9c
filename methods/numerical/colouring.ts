/**
 * Colours for the columns of a sparse matrix, so that columns of one colour have no row in common (Curtis, Powell &
 * Reid, IMA J. Applied Mathematics 13, 1974): then one difference along their sum holds all of their entries. It is the
 * colouring of the graph in which columns that share a row are neighbours, here greedily in smallest-last order
 * (Coleman & Moré, SIAM J. Numerical Analysis 20(1), 1983). For a band that takes as few colours as there can be, the
 * largest number of entries in a row; in general it may take more.
 */

/** The columns that have an entry in each row. */
export type Rows = readonly ReadonlySet<number>[];

/**
 * The colour of each of n columns, from 0 on.
 * @param rows - The columns of each row, from 0 to n - 1.
 */
export function columnColours(rows: Rows, n: number): Int32Array {
  const colours = new Int32Array(n).fill(-1);
  if (rows.some(({ size }) => size === n)) return colours.map((_, column) => column);
  const neighbours = neighboursIn(rows, n);
  for (const column of smallestLast(neighbours)) {
    const taken = new Set<number>();
    for (const other of neighbours[column]!) taken.add(colours[other]!);
    let colour = 0;
    while (taken.has(colour)) colour++;
    colours[column] = colour;
  }
  return colours;
}

/** Of each column, the others with which it shares a row. */
function neighboursIn(rows: Rows, n: number): readonly ReadonlySet<number>[] {
  const neighbours = Array.from({ length: n }, () => new Set<number>());
  for (const row of rows) {
    for (const column of row) for (const other of row) if (other !== column) neighbours[column]!.add(other);
  }
  return neighbours;
}

/**
 * The columns in an order in which each has the fewest neighbours among those up to it (Matula & Beck, J. ACM 30(3),
 * 1983).
 */
function smallestLast(neighbours: readonly ReadonlySet<number>[]): number[] {
  const degrees = neighbours.map(({ size }) => size);
  const rest = new Set(neighbours.keys());
  const order: number[] = [];
  while (rest.size > 0) {
    let last = -1;
    for (const column of rest) if (last < 0 || degrees[column]! < degrees[last]!) last = column;
    rest.delete(last);
    for (const other of neighbours[last]!) degrees[other]!--;
    order.push(last);
  }
  return order.reverse();
}
