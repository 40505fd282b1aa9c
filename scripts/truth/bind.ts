import { type Differentiable, type Operator, type Operators, Unsupported } from '../../methods/method.ts';
import type { Seeds } from './seeds.ts';

/** An operator ready to be called at a point, whatever its shape. */
export interface BoundOperator {
  /** Writes the answer at x to `out`. */
  readonly call: (x: Float64Array) => void;
  readonly out: Float64Array;
  /** The value that came with the last gradient: V8 leaves out the computation of what nobody reads. */
  readonly kept: Float64Array;
}

/**
 * The operator with its seed and a place for its answer.
 * @throws {Unsupported} where the method has not got it for this function.
 */
export function bindOperator(f: Differentiable, operators: Operators, operator: Operator, seeds: Seeds): BoundOperator {
  const { inputs: n, outputs: m } = f;
  const { value, values, gradient, jacobian, jvp, vjp, hessian, hvp } = operators;
  if (operator === 'value' && value) return bound(value, 'out[0] = f(x)', 1);
  if (operator === 'value' && values) return bound(values, 'f(x, out)', m);
  if (operator === 'gradient' && gradient) return bound(gradient, 'kept[0] = f(x, out)', n);
  if (operator === 'jacobian' && jacobian) return bound(jacobian, 'f(x, out)', m * n);
  if (operator === 'jvp' && jvp) return bound(jvp, 'f(x, seed, out)', m, seeds.tangent);
  if (operator === 'vjp' && vjp) return bound(vjp, 'f(x, seed, out)', n, seeds.adjoint);
  if (operator === 'hessian' && hessian) return bound(hessian, 'f(x, out)', n * n);
  if (operator === 'hvp' && hvp) return bound(hvp, 'f(x, seed, out)', n, seeds.tangent);
  throw new Unsupported(`no ${operator} here`);
}

/**
 * The method's own estimates of the errors of the `length` entries that `operator` just answered; undefined where it
 * gives none.
 */
export function estimateOf({ errorEstimate }: Operators, operator: Operator, length: number): Float64Array | undefined {
  if (!errorEstimate || (operator !== 'gradient' && operator !== 'jacobian')) return undefined;
  const estimate = new Float64Array(length).fill(Number.NaN); // an entry that is forgotten must show
  errorEstimate(estimate);
  return estimate;
}

/** A function that does nothing but hand a number on: what it takes is the cost of calling. */
export function boundNothing(): BoundOperator {
  return bound((x: Float64Array) => x[0], 'out[0] = f(x)', 1);
}

/**
 * Number of functions that were generated: V8 shares the feedback of functions that are generated from the same text.
 */
let generated = 0;

/** Compiles a function from text that occurs once, so that V8 never shares its feedback with another. */
export function compiledApart(parameters: readonly string[], body: string): (...given: readonly unknown[]) => unknown {
  return new Function(...parameters, `${body} // ${generated++}`) as (...given: readonly unknown[]) => unknown;
}

/** The text is constant; nothing from outside reaches it. */
function bound(f: unknown, statement: string, length: number, seed?: Float64Array): BoundOperator {
  const out = new Float64Array(length);
  const kept = new Float64Array(1);
  const make = compiledApart(['f', 'out', 'kept', 'seed'], `return (x) => { ${statement}; };`);
  return { out, kept, call: make(f, out, kept, seed) as BoundOperator['call'] };
}
