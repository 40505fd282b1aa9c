/**
 * The derivative that one by hand is checked against: dual numbers over doubles, with the bound of what rounding can do
 * to them.
 */
import { type Recorded, recordAdjoints } from '../../../methods/arithmetic/adjoint.ts';
import { type Dual, dualArithmetic } from '../../../methods/arithmetic/dual.ts';
import { numberArithmetic } from '../../../methods/arithmetic/number.ts';
import type { Differentiable } from '../../../methods/method.ts';
import { weighedRounding } from '../../truth/rounding.ts';
import type { WrittenOperator } from './hand-written.ts';

/** A matrix of derivatives at one point, row by row. */
export interface ExactEntries {
  readonly entries: Float64Array;
  /**
   * For each entry a bound for its rounding error in units of the unit round-off: the size of what it is computed from.
   */
  readonly weights: Float64Array;
}

/** Gradient, Jacobian or Hessian of f at x by forward mode. */
export function exactEntries(f: Differentiable, operator: WrittenOperator, x: Float64Array): ExactEntries {
  return operator === 'hessian' ? hessianEntries(f, x) : jacobianEntries(f, x);
}

function jacobianEntries(f: Differentiable, x: Float64Array): ExactEntries {
  const n = f.inputs;
  const entries = new Float64Array(f.outputs * n);
  const weights = new Float64Array(entries.length);
  for (let i = 0; i < n; i++) {
    const record = recordAdjoints(numberArithmetic);
    const seeded: Dual<Recorded<number>>[] = Array.from(x, (xj, j) => ({
      v: record.input(xj),
      d: record.arithmetic.constant(j === i ? 1 : 0),
    }));
    f.evaluate(dualArithmetic(record.arithmetic), seeded).forEach(({ d }, k) => {
      entries[k * n + i] = d.v;
      weights[k * n + i] = weighedRounding(record, record.adjoints(d));
    });
  }
  return { entries, weights };
}

function hessianEntries(f: Differentiable, x: Float64Array): ExactEntries {
  const n = f.inputs;
  const entries = new Float64Array(n * n);
  const weights = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const record = recordAdjoints(numberArithmetic);
      const unit = (is: boolean) => record.arithmetic.constant(is ? 1 : 0);
      const seeded: Dual<Dual<Recorded<number>>>[] = Array.from(x, (xk, k) => ({
        v: { v: record.input(xk), d: unit(k === i) },
        d: { v: unit(k === j), d: unit(false) },
      }));
      const { d } = f.evaluate(dualArithmetic(dualArithmetic(record.arithmetic)), seeded)[0]!.d;
      const weight = weighedRounding(record, record.adjoints(d));
      for (const at of [i * n + j, j * n + i]) {
        entries[at] = d.v;
        weights[at] = weight;
      }
    }
  }
  return { entries, weights };
}
