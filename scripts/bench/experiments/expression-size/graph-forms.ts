import { gradientGraph, hessianGraph, jacobianGraph } from '../../../../methods/graph/derivatives.ts';
import { type Graph, traceGraph } from '../../../../methods/graph/graph.ts';
import { listing } from '../../../../methods/graph/print/listing.ts';
import { RAW, SHARED, SIMPLIFIED, type Simplification } from '../../../../methods/graph/simplification.ts';
import { sizeOf } from '../../../../methods/graph/size.ts';
import type { Differentiable } from '../../../../methods/method.ts';

/** The forms of a graph: a node for every operation performed, equal nodes shared, simplified as well. */
export const GRAPH_FORMS = ['graph-raw', 'graph-shared', 'graph-simplified'] as const;
/** One of them. */
export type GraphForm = (typeof GRAPH_FORMS)[number];

/**
 * Subjects of a measurement: the function, its gradient (without the value, but with all that it needs), or its
 * Hessian.
 */
export const GRAPH_SUBJECTS = ['function', 'derivative', 'hessian'] as const;
/** One of them. */
export type GraphSubject = (typeof GRAPH_SUBJECTS)[number];

const STEPS: Readonly<Record<GraphForm, Simplification>> = {
  'graph-raw': RAW,
  'graph-shared': SHARED,
  'graph-simplified': SIMPLIFIED,
};

/** The measures of a graph, and what it took to reach it. */
export interface GraphMeasures {
  readonly nodes: number;
  readonly operators: number;
  readonly depth: number;
  readonly values_alive: number;
  /** Time of tracing and deriving, ns; 0 for the function. */
  readonly deriveNs: number;
  /** The listing of a small graph, its lines parted by semicolons. */
  readonly text?: string;
}

/** Larger graphs are not written out. */
const SHORT = 20;

/**
 * The size of a function, its gradient or Jacobian, or its Hessian as a graph. Deriving includes the tracing of the
 * function.
 */
export function graphForm(f: Differentiable, form: GraphForm, of: GraphSubject): GraphMeasures {
  const start = performance.now();
  const graph = derived(traceGraph(f, STEPS[form]), of);
  const deriveNs = of === 'function' ? 0 : Math.round((performance.now() - start) * 1e6);
  const { nodes, operations, depth, valuesAlive } = sizeOf(graph);
  const text = nodes <= SHORT ? { text: listing(graph).trim().replaceAll('\n', '; ') } : {};
  return { nodes, operators: operations, depth, values_alive: valuesAlive, deriveNs, ...text };
}

function derived(graph: Graph, of: GraphSubject): Graph {
  if (of === 'function') return graph;
  if (of === 'hessian') return hessianGraph(graph);
  return graph.outputs.length === 1 ? gradientGraph(graph) : jacobianGraph(graph);
}
