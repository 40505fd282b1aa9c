import { type Graph, nodesOf } from '../graph.ts';
import { CONSTANT, INPUT } from '../kinds.ts';

/**
 * The nodes that a graph computes, in order: not its inputs, and not its constants, which are written where they are
 * used.
 */
export function computedNodes(graph: Graph): number[] {
  const { store } = graph;
  return nodesOf(graph).filter((node) => store.codes[node] !== INPUT && store.codes[node] !== CONSTANT);
}

/**
 * A name for each of several: as given, else the letter with its place from 1, or alone where it is alone and `single`.
 */
export function namesFor(count: number, letter: string, given: readonly string[] = [], single = false): string[] {
  return Array.from({ length: count }, (_, i) => given[i] ?? (single && count === 1 ? letter : `${letter}${i + 1}`));
}
