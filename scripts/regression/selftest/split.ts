import type { Random } from '../../../suites/random.ts';

/** The values in an order drawn at random (Fisher and Yates). */
export function shuffled<T>(values: readonly T[], random: Random): T[] {
  const order = [...values];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random(0, last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

/** Two halves drawn at random without replacement; of an odd number of values, one is left out. */
export function halves<T>(values: readonly T[], random: Random): { readonly base: T[]; readonly head: T[] } {
  const order = shuffled(values, random);
  const half = Math.floor(order.length / 2);
  return { base: order.slice(0, half), head: order.slice(half, 2 * half) };
}
