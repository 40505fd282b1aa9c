import type { Arithmetic } from '../arithmetic/arithmetic.ts';
import type { Differentiable } from '../method.ts';
import { graphArithmetic } from './graph-arithmetic.ts';
import { binaryName, CONSTANT, DOT, INPUT, isBinary, isUnary, LINEAR, POW, SUM, unaryName } from './kinds.ts';
import { NodeStore } from './node-store.ts';
import { SIMPLIFIED, type Simplification } from './simplification.ts';

/**
 * A function R^n -> R^m as a directed acyclic graph, n inputs and m outputs among the nodes of a store. Its derivatives are graphs of
 * the same form over the same store, so they can be differentiated again.
 */
export interface Graph {
  readonly store: NodeStore;
  /** The primitives on nodes of the store, with the steps of simplification that the graph was made with. */
  readonly arithmetic: Arithmetic<number>;
  readonly steps: Simplification;
  /** The nodes that are the n inputs, in order. */
  readonly inputs: readonly number[];
  /** The nodes that are the m outputs, in order; a node may be several of them. */
  readonly outputs: readonly number[];
}

/**
 * The graph of f: f run once over nodes.
 * @throws {Unsupported} where f branches on values.
 */
export function traceGraph(f: Pick<Differentiable, 'inputs' | 'evaluate'>, steps: Simplification = SIMPLIFIED): Graph {
  const store = new NodeStore(steps.share);
  const arithmetic = graphArithmetic(store, steps);
  const inputs = Array.from({ length: f.inputs }, (_, i) => store.node(INPUT, i, -1));
  return { store, arithmetic, steps, inputs, outputs: f.evaluate(arithmetic, inputs) };
}

/** The graph with `count` further inputs after its own: the seeds of a derivative. */
export function withSeeds(graph: Graph, count: number): { readonly graph: Graph; readonly seeds: readonly number[] } {
  const { store, inputs } = graph;
  const seeds = Array.from({ length: count }, (_, i) => store.node(INPUT, inputs.length + i, -1));
  return { graph: { ...graph, inputs: [...inputs, ...seeds] }, seeds };
}

/** The nodes that the outputs need, inputs among them, each after its arguments; all nodes where dead ones are not dropped. */
export function nodesOf({ store, steps, outputs }: Graph): number[] {
  const { size } = store;
  if (!steps.dropDead) return Array.from({ length: size }, (_, node) => node);
  const needed = new Uint8Array(size);
  const mark = (node: number) => {
    needed[node] = 1;
  };
  outputs.forEach(mark);
  for (let node = size - 1; node >= 0; node--) if (needed[node]) store.eachArgument(node, mark);
  const nodes: number[] = [];
  for (let node = 0; node < size; node++) if (needed[node]) nodes.push(node);
  return nodes;
}

/** Runs the graph over any arithmetic, as the function that it was traced from: n values in, m values out. */
export function replay<T>(graph: Graph, A: Arithmetic<T>, x: readonly T[]): T[] {
  const { store } = graph;
  const values = new Map<number, T>();
  const of = (node: number) => values.get(node)!;
  const listOf = (number: number) => Array.from(store.list(number), of);
  graph.inputs.forEach((node, i) => {
    values.set(node, x[i]!);
  });
  for (const node of nodesOf(graph)) {
    const code = store.codes[node]!;
    const first = store.first[node]!;
    const second = store.second[node]!;
    if (code === INPUT) continue;
    if (code === CONSTANT) values.set(node, A.constant(store.value(first)));
    else if (isUnary(code)) values.set(node, A[unaryName(code)](of(first)));
    else if (isBinary(code)) values.set(node, A[binaryName(code)](of(first), of(second)));
    else if (code === POW) values.set(node, A.pow(of(first), store.value(second)));
    else if (code === SUM) values.set(node, A.sum(listOf(first)));
    else if (code === DOT) values.set(node, A.dot(listOf(first), listOf(second)));
    else if (code === LINEAR) values.set(node, A.linear(store.coefficients(first), listOf(second)));
    else values.set(node, A.logSumExp(listOf(first)));
  }
  return graph.outputs.map(of);
}
