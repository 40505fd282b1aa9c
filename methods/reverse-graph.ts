/**
 * Reverse mode by a gradient graph (the lecture's last step; Griewank & Walther, Evaluating Derivatives, 2008, 6.2):
 * the function is recorded once as a graph, the gradient is another graph, and that is run. Second derivatives are the
 * gradient graph of the gradient graph (Hessian, row by row) and its Jacobian-vector product (H v).
 */
import { graphCounter } from './graph/count.ts';
import { type Compile, graphOperators } from './graph/graph-operators.ts';
import { interpret } from './graph/interpreter.ts';
import { BLOCK_COLUMNS, compileToJavaScript } from './graph/javascript/compile.ts';
import { compileToWebAssembly } from './graph/webassembly/compile.ts';
import type { Method } from './method.ts';

/** The gradient graph, interpreted instruction by instruction over a typed array. */
export const reverseGraphInterpreted: Method = graphMethod(
  'reverse-graph-interpreted',
  'gradient graph, interpreted',
  interpret,
);

/** The gradient graph as JavaScript, which V8 compiles. */
export const reverseGraphJavaScript: Method = {
  ...graphMethod(
    'reverse-graph-javascript',
    'gradient graph, as generated JavaScript',
    compileToJavaScript,
    BLOCK_COLUMNS,
  ),
  generatesCode: true,
};

/** The gradient graph as WebAssembly, assembled without a toolchain. */
export const reverseGraphWebAssembly: Method = {
  ...graphMethod('reverse-graph-webassembly', 'gradient graph, as generated WebAssembly', compileToWebAssembly),
  generatesCode: true,
};

function graphMethod(name: string, title: string, compile: Compile, blockColumns?: number): Method {
  return {
    name,
    title,
    family: 'reverse',
    error: 'rounding',
    operators: ['gradient', 'jacobian', 'jvp', 'vjp', 'hessian', 'hvp'],
    prepare: (f, options = {}) => graphOperators(f, compile, options.operators, blockColumns),
    count: (f) => graphCounter(f, blockColumns),
  };
}
