import type { Arithmetic } from '../arithmetic/arithmetic.ts';
import type { Differentiable } from '../method.ts';
import { graphArithmetic } from './graph-arithmetic.ts';
import { INPUT } from './kinds.ts';
import { NodeStore } from './node-store.ts';
import { SIMPLIFIED, type Simplification } from './simplification.ts';

/**
 * A function R^n -> R^m as a directed acyclic graph, n inputs and m outputs among the nodes of a store. Its derivatives
 * are graphs of the same form over the same store, so they can be differentiated again.
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

/**
 * The nodes that the outputs need, inputs among them, each after its arguments; all nodes where dead ones are not
 * dropped.
 */
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
