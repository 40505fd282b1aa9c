/** The values in groups of one key each, in the order of their first appearance; no group is empty. */
export function groupsOf<V>(values: readonly V[], keyOf: (value: V) => unknown): readonly (readonly [V, ...V[]])[] {
  const groups = new Map<string, [V, ...V[]]>();
  for (const value of values) {
    const key = JSON.stringify(keyOf(value));
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return [...groups.values()];
}
