/** Keeping false alarms rare where many things are tested at once. */

/**
 * Holm's step-down procedure (Scand. J. Statist. 6, 1979): which of the hypotheses with these p-values are rejected,
 * such that with probability 1 - `level` none is rejected that is true, however they depend on each other.
 */
export function holm(pValues: readonly number[], level: number): boolean[] {
  const order = candidates(pValues, level);
  const first = order.findIndex((i, rank) => pValues[i]! > level / (pValues.length - rank));
  return marked(pValues.length, first < 0 ? order : order.slice(0, first));
}

/**
 * The procedure of Benjamini and Hochberg (J. R. Statist. Soc. B 57, 1995): which are rejected, such that of those
 * rejected a share of at most `level` is expected to be true.
 */
export function benjaminiHochberg(pValues: readonly number[], level: number): boolean[] {
  const order = candidates(pValues, level);
  const last = order.findLastIndex((i, rank) => pValues[i]! <= (level * (rank + 1)) / pValues.length);
  return marked(pValues.length, order.slice(0, last + 1));
}

/** Indices of the p-values that are no higher than the level, the lowest first: no other can be rejected. */
function candidates(pValues: readonly number[], level: number): number[] {
  return [...pValues.keys()].filter((i) => pValues[i]! <= level).sort((i, j) => pValues[i]! - pValues[j]!);
}

function marked(count: number, indices: readonly number[]): boolean[] {
  const marks = new Array<boolean>(count).fill(false);
  for (const i of indices) marks[i] = true;
  return marks;
}
