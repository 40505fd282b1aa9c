import type { Cost, Differentiable, Operator, Operators } from '../method.ts';
import { gradientGraph, hessianGraph, hvpGraph, jacobianGraph, jvpGraph, vjpGraph } from './derivatives.ts';
import { type Graph, nodesOf, traceGraph } from './graph.ts';
import { programOf } from './program/lowering.ts';
import type { Program } from './program/program.ts';
import type { CompileOptions, Run } from './program/run.ts';
import { slotsOf } from './program/slots.ts';

/** A back end: makes a program callable. */
export type Compile = (program: Program, options: CompileOptions) => Run;

/**
 * The graph that serves an operator: a gradient has the value as its first output; products have their seeds after the
 * n inputs.
 */
export function operatorGraph(graph: Graph, operator: Exclude<Operator, 'value'>): Graph {
  if (operator === 'jacobian') return jacobianGraph(graph);
  if (operator === 'jvp') return jvpGraph(graph);
  if (operator === 'vjp') return vjpGraph(graph);
  if (operator === 'hessian') return hessianGraph(graph);
  if (operator === 'hvp') return hvpGraph(graph);
  const gradient = gradientGraph(graph);
  return { ...gradient, outputs: [...graph.outputs, ...gradient.outputs] };
}

/**
 * The operators of f by its graph, each compiled when it is first asked for, or at once where `eager` names it.
 * `blockColumns` is what the back end asks of `programOf`.
 * @throws {Unsupported} where f branches on values.
 */
export function graphOperators(
  f: Differentiable,
  compile: Compile,
  eager: readonly Operator[] = [],
  blockColumns?: number,
): Operators {
  const graph = traceGraph(f);
  const none = new Float64Array(0);
  let last: { readonly graph: Graph; readonly program: Program } | undefined;

  function runner(operator: Exclude<Operator, 'value'>): Run {
    let compiled: { readonly run: Run; readonly graph: Graph; readonly program: Program } | undefined;
    const make = () => {
      const derivative = operatorGraph(graph, operator);
      const program = programOf(derivative, f.inputs, blockColumns);
      return { run: compile(program, { returnsFirst: operator === 'gradient' }), graph: derivative, program };
    };
    if (eager.includes(operator)) compiled = make();
    return (x, seeds, out) => {
      compiled ??= make();
      last = compiled;
      return compiled.run(x, seeds, out);
    };
  }

  function cost(): Cost {
    if (!last) return {};
    return { graphNodes: nodesOf(last.graph).length, valuesAlive: slotsOf(last.program).count };
  }

  const jvp = runner('jvp');
  const vjp = runner('vjp');
  const products = {
    jvp: (x: Float64Array, v: Float64Array, out: Float64Array) => void jvp(x, v, out),
    vjp: (x: Float64Array, u: Float64Array, out: Float64Array) => void vjp(x, u, out),
    cost,
  };
  if (f.kind === 'vector') {
    const jacobian = runner('jacobian');
    return { ...products, jacobian: (x, out) => void jacobian(x, none, out) };
  }
  const gradient = runner('gradient');
  const hessian = runner('hessian');
  const hvp = runner('hvp');
  return {
    ...products,
    gradient: (x, out) => gradient(x, none, out),
    hessian: (x, out) => void hessian(x, none, out),
    hvp: (x, v, out) => void hvp(x, v, out),
  };
}
