import { type Differentiable, type Operators, Unsupported } from '../../method.ts';
import { valuesOf } from '../values.ts';
import { checkedSlope } from './checked-slope.ts';
import type { FirstStep, Line, SlopeFinder } from './estimated-slope.ts';

/** Above this many inputs up to 34 calls for each entry take minutes. */
const MOST_INPUTS = 500;

/**
 * Gradient or Jacobian of f, entry by entry, by a finder of slopes. The m values of a call serve all m slopes along a
 * coordinate, so that a call is made once, whatever the number of finders that ask for it.
 * @throws {Unsupported} for more than 500 inputs.
 */
export function estimatedOperators(f: Differentiable, find: SlopeFinder, first: FirstStep): Operators {
  const { inputs: n, outputs: m } = f;
  if (n > MOST_INPUTS) throw new Unsupported(`a step is searched for each input: at most ${MOST_INPUTS} of them`);
  const values = valuesOf(f);
  const errors = new Float64Array(m * n);
  let functionCalls = 0;

  /** Writes column i of the Jacobian and of the errors, and returns the first value of f(x), where it was asked for. */
  function column(x: Float64Array, i: number, out: Float64Array): number {
    const along = x.slice();
    const known = new Map<number, Float64Array>();
    const at = (t: number): Float64Array => {
      along[i] = x[i]! + t;
      const seen = known.get(along[i]!);
      if (seen) return seen;
      const found = new Float64Array(m);
      values(along, found);
      known.set(along[i]!, found);
      return found;
    };
    for (let k = 0; k < m; k++) {
      const asked = new Set<number>();
      const line: Line = {
        x: x[i]!,
        at(t) {
          asked.add(x[i]! + t);
          return at(t)[k]!;
        },
        calls: () => asked.size,
      };
      const { slope, error } = checkedSlope(line, find, first);
      out[k * n + i] = slope;
      errors[k * n + i] = error;
    }
    functionCalls += known.size;
    return known.get(x[i]!)?.[0] ?? Number.NaN;
  }

  function jacobian(x: Float64Array, out: Float64Array): number {
    functionCalls = 0;
    let value = Number.NaN;
    for (let i = 0; i < n; i++) value = column(x, i, out);
    return value;
  }

  const errorEstimate = (out: Float64Array) => out.set(errors);
  const cost = () => ({ functionCalls });
  if (f.kind === 'scalar') return { gradient: jacobian, errorEstimate, cost };
  return {
    jacobian(x, out) {
      jacobian(x, out);
    },
    errorEstimate,
    cost,
  };
}
