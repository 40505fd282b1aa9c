/** A graph run node by node, with nothing of the programs that back ends run. */
import type { Arithmetic } from '../arithmetic/arithmetic.ts';
import { type Graph, nodesOf } from './graph.ts';
import { binaryName, CONSTANT, DOT, INPUT, isBinary, isUnary, LINEAR, POW, SUM, unaryName } from './kinds.ts';

/** Computes the value of a node that is no input, over any arithmetic; `of` gives the values of its arguments. */
export function nodeValue<T>({ store }: Graph, node: number, A: Arithmetic<T>, of: (argument: number) => T): T {
  const code = store.codes[node]!;
  const first = store.first[node]!;
  const second = store.second[node]!;
  const listOf = (number: number) => Array.from(store.list(number), of);
  if (code === CONSTANT) return A.constant(store.value(first));
  if (isUnary(code)) return A[unaryName(code)](of(first));
  if (isBinary(code)) return A[binaryName(code)](of(first), of(second));
  if (code === POW) return A.pow(of(first), store.value(second));
  if (code === SUM) return A.sum(listOf(first));
  if (code === DOT) return A.dot(listOf(first), listOf(second));
  if (code === LINEAR) return A.linear(store.coefficients(first), listOf(second));
  return A.logSumExp(listOf(first));
}

/** Runs the graph over any arithmetic, as the function that it was traced from: n values in, m values out. */
export function replay<T>(graph: Graph, A: Arithmetic<T>, x: readonly T[]): T[] {
  const values = new Map<number, T>(graph.inputs.map((node, i) => [node, x[i]!]));
  const of = (node: number) => values.get(node)!;
  for (const node of nodesOf(graph)) {
    if (graph.store.codes[node] !== INPUT) values.set(node, nodeValue(graph, node, A, of));
  }
  return graph.outputs.map(of);
}
