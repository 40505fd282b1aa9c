import { MUL, NEG } from './kinds.ts';
import type { NodeStore } from './node-store.ts';

/** From this many entries of a matrix on, their sum is one `linear` node, of which a back end makes a loop. */
export const LONG = 5;

/** Entries of a list that are products with one factor, all of one sign. */
interface Common {
  readonly entries: readonly number[];
  readonly cofactors: readonly number[];
  readonly factor: number;
  readonly isNegative: boolean;
}

/**
 * Takes out the factor that most of the nodes have in common, if it is LONG of them at least; the other entries are
 * left. What remains of the products is often there already: the gradient of x'Ax b needs, for a symmetric A, no
 * product with A but the one in the function.
 */
export function takeCommonFactor(
  store: NodeStore,
  nodes: readonly number[],
): { readonly common?: Common; readonly rest: readonly number[] } {
  const all = Array.from(nodes.keys());
  const counts = new Map<number, number>();
  let best = -1;
  for (const node of nodes) {
    for (const key of keysOf(store, node)) {
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      if (count > (counts.get(best) ?? 0)) best = key;
    }
  }
  if ((counts.get(best) ?? 0) < LONG) return { rest: all };
  const factor = best >> 1;
  const entries = all.filter((entry) => keysOf(store, nodes[entry]!).includes(best));
  const cofactors = entries.map((entry) => {
    const product = unsigned(store, nodes[entry]!);
    return store.first[product] === factor ? store.second[product]! : store.first[product]!;
  });
  const rest = all.filter((entry) => !keysOf(store, nodes[entry]!).includes(best));
  return { common: { entries, cofactors, factor, isNegative: (best & 1) === 1 }, rest };
}

/** Each factor of a product, with the sign of the product in the lowest bit; none for what is no product. */
function keysOf(store: NodeStore, node: number): number[] {
  const product = unsigned(store, node);
  if (store.codes[product] !== MUL) return [];
  const sign = product === node ? 0 : 1;
  const [x, y] = [store.first[product]!, store.second[product]!];
  return x === y ? [2 * x + sign] : [2 * x + sign, 2 * y + sign];
}

function unsigned(store: NodeStore, node: number): number {
  return store.codes[node] === NEG ? store.first[node]! : node;
}
