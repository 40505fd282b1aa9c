import { type Differentiable, type Operator, type Operators, Unsupported } from '../../../methods/method.ts';
import type { Seeds } from '../truth/seeds.ts';

/** An operator ready to be called at a point, whatever its shape. */
export interface BoundOperator {
  /** Writes the answer at x to `out`. */
  readonly call: (x: Float64Array) => void;
  readonly out: Float64Array;
}

/**
 * The operator with its seed and a place for its answer.
 * @throws {Unsupported} where the method has not got it for this function.
 */
export function bindOperator(f: Differentiable, operators: Operators, operator: Operator, seeds: Seeds): BoundOperator {
  const { inputs: n, outputs: m } = f;
  const { value, values, gradient, jacobian, jvp, vjp, hessian, hvp } = operators;
  if (operator === 'value' && value) {
    const out = new Float64Array(1);
    return {
      out,
      call: (x) => {
        out[0] = value(x);
      },
    };
  }
  if (operator === 'value' && values) return withOut(m, (x, out) => values(x, out));
  if (operator === 'gradient' && gradient) {
    // the value that comes with a gradient is kept as well: V8 leaves out the computation of what nobody reads
    const kept = new Float64Array(1);
    return withOut(n, (x, out) => {
      kept[0] = gradient(x, out);
    });
  }
  if (operator === 'jacobian' && jacobian) return withOut(m * n, (x, out) => jacobian(x, out));
  if (operator === 'jvp' && jvp) return withOut(m, (x, out) => jvp(x, seeds.tangent, out));
  if (operator === 'vjp' && vjp) return withOut(n, (x, out) => vjp(x, seeds.adjoint, out));
  if (operator === 'hessian' && hessian) return withOut(n * n, (x, out) => hessian(x, out));
  if (operator === 'hvp' && hvp) return withOut(n, (x, out) => hvp(x, seeds.tangent, out));
  throw new Unsupported(`no ${operator} here`);
}

/** What the method expects of the error of each of the `length` entries that `operator` just answered; undefined where it does not say. */
export function estimateOf({ errorEstimate }: Operators, operator: Operator, length: number): Float64Array | undefined {
  if (!errorEstimate || (operator !== 'gradient' && operator !== 'jacobian')) return undefined;
  const estimate = new Float64Array(length).fill(Number.NaN); // an entry that is forgotten must show
  errorEstimate(estimate);
  return estimate;
}

function withOut(length: number, write: (x: Float64Array, out: Float64Array) => void): BoundOperator {
  const out = new Float64Array(length);
  return { out, call: (x) => write(x, out) };
}
