/**
 * Symbolic differentiation by mathjs: the function becomes an expression over x1 ... xn, each partial derivative
 * another. Nothing is shared between or within them: how they swell, and what that costs, is what these methods show
 * (Baydin et al., JMLR 18 (2018), 2.2). J v and J^T u come from the whole Jacobian: symbolic differentiation knows no
 * shorter way.
 */
import type { MathNode } from './arithmetic/mathjs.ts';
import { type OperationCounts, sumOfCounts } from './arithmetic/operation-counts.ts';
import { type Differentiable, type Method, type OperationCounter, type Operators, Unsupported } from './method.ts';
import { compiledEvaluator } from './symbolic/compiled.ts';
import { countExpressions, type Runner } from './symbolic/count.ts';
import { componentsOf, partialsOf, shallowEnough, simplified } from './symbolic/derive.ts';
import type { Evaluator } from './symbolic/evaluator.ts';
import { generatedEvaluator } from './symbolic/generated.ts';

/**
 * Both steps as most users of mathjs do them: `derivative(f, x).compile()`, which simplifies by default. That can take
 * hours: the caller must be able to kill it.
 */
export const symbolicMathjs: Method = symbolicMethod(
  'symbolic-mathjs',
  'symbolic, simplified and run by mathjs: its defaults',
  {
    derive: (components, inputs) => components.flatMap((component) => partialsOf(component, inputs, true)),
    evaluator: compiledEvaluator,
    runner: 'mathjs',
  },
);

/** The derivative as the rules of calculus leave it, run by mathjs's own evaluator. */
export const symbolicCompiled: Method = symbolicMethod('symbolic-compiled', 'symbolic, evaluated by mathjs', {
  derive: rawPartials,
  evaluator: compiledEvaluator,
  runner: 'mathjs',
});

/** The derivative as the rules of calculus leave it, run as JavaScript generated from it. */
export const symbolicGenerated: Method = {
  ...symbolicMethod('symbolic-generated', 'symbolic, generated JavaScript', {
    derive: rawPartials,
    evaluator: generatedEvaluator,
    runner: 'javascript',
  }),
  generatesCode: true,
};

/**
 * The derivative simplified by mathjs, run as JavaScript generated from it. Simplifying can take hours: the caller must
 * be able to kill it.
 */
export const symbolicSimplified: Method = {
  ...symbolicMethod('symbolic-simplified', 'symbolic, simplified, generated JavaScript', {
    derive: (components, inputs) => rawPartials(components, inputs).map(simplified),
    evaluator: generatedEvaluator,
    runner: 'javascript',
  }),
  generatesCode: true,
};

/** How expressions become derivatives and are evaluated. */
interface Way {
  /** The m n partial derivatives, row by row. */
  derive(components: readonly MathNode[], inputs: number): MathNode[];
  evaluator(components: readonly MathNode[], partials: readonly MathNode[]): Evaluator;
  readonly runner: Runner;
}

function symbolicMethod(name: string, title: string, way: Way): Method {
  return {
    name,
    title,
    family: 'symbolic',
    error: 'rounding',
    mayExplode: 'expressions swell: nothing is shared between sub-expressions or partial derivatives',
    operators: ['value', 'gradient', 'jacobian', 'jvp', 'vjp'],
    prepare(f) {
      const components = componentsOf(f);
      return operators(
        f,
        shallowEnough('evaluate', () => way.evaluator(components, way.derive(components, f.inputs))),
      );
    },
    count(f) {
      const components = componentsOf(f);
      const derivative = way.derive(components, f.inputs);
      const count = (nodes: readonly MathNode[]) =>
        shallowEnough('count', () => sumOfCounts({ moves: f.inputs }, countExpressions(nodes, way.runner)));
      return counterOf(f, count(components), count(derivative));
    },
  };
}

function rawPartials(components: readonly MathNode[], inputs: number): MathNode[] {
  return components.flatMap((component) => partialsOf(component, inputs));
}

/**
 * The gradient comes with the value; a product with the Jacobian multiplies each of its entries, and adds up along rows
 * or columns.
 */
function counterOf(
  { inputs: n, outputs: m }: Differentiable,
  value: OperationCounts,
  jacobian: OperationCounts,
): OperationCounter {
  const product = (sums: number) => ({
    counts: sumOfCounts(jacobian, { multiplications: m * n, additions: m * n - sums, moves: 2 * m * n + sums }),
  });
  return (operator) => {
    if (operator === 'value') return { counts: value };
    if (operator === 'jacobian') return { counts: jacobian };
    if (operator === 'gradient') return { counts: sumOfCounts(jacobian, value) };
    if (operator === 'jvp') return product(m);
    if (operator === 'vjp') return product(n);
    throw new Unsupported(`the operations of ${operator} are not counted`);
  };
}

function operators(f: Differentiable, { value, values, jacobian }: Evaluator): Operators {
  const { inputs: n, outputs: m } = f;
  const J = new Float64Array(m * n);
  const jvp = (x: Float64Array, v: Float64Array, out: Float64Array) => {
    jacobian(x, J);
    out.fill(0);
    for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) out[i]! += J[i * n + j]! * v[j]!;
  };
  const vjp = (x: Float64Array, u: Float64Array, out: Float64Array) => {
    jacobian(x, J);
    out.fill(0);
    for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) out[j]! += J[i * n + j]! * u[i]!;
  };
  if (f.kind === 'vector') return { values, jacobian, jvp, vjp };
  const gradient = (x: Float64Array, out: Float64Array) => {
    jacobian(x, out);
    return value(x);
  };
  return { value, gradient, jvp, vjp };
}
