/** Keeping false alarms rare where many things are tested at once. */

/**
 * Holm's step-down procedure (Scand. J. Statist. 6, 1979): which of the hypotheses with these p-values are rejected, such that
 * with probability 1 - `level` none is rejected that is true, however they depend on each other.
 */
export function holm(pValues: readonly number[], level: number): boolean[] {
  const order = pValues.map((_, i) => i).sort((i, j) => pValues[i]! - pValues[j]!);
  const first = order.findIndex((i, rank) => pValues[i]! > level / (order.length - rank));
  return markedUpTo(order, first < 0 ? order.length : first);
}

/**
 * The procedure of Benjamini and Hochberg (J. R. Statist. Soc. B 57, 1995): which are rejected, such that of those rejected a share of at
 * most `level` is expected to be true.
 */
export function benjaminiHochberg(pValues: readonly number[], level: number): boolean[] {
  const order = pValues.map((_, i) => i).sort((i, j) => pValues[i]! - pValues[j]!);
  const last = order.findLastIndex((i, rank) => pValues[i]! <= (level * (rank + 1)) / order.length);
  return markedUpTo(order, last + 1);
}

function markedUpTo(order: readonly number[], count: number): boolean[] {
  const marked = order.map(() => false);
  for (const i of order.slice(0, count)) marked[i] = true;
  return marked;
}
