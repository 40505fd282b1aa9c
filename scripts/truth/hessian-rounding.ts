/**
 * Rounding errors of a computed Hessian, to first order: the analysis of `rounding.ts` on forward mode over forward
 * mode.
 */
import { type Recorded, recordAdjoints } from '../../methods/arithmetic/adjoint.ts';
import { type Dual, dualArithmetic } from '../../methods/arithmetic/dual.ts';
import { numberArithmetic } from '../../methods/arithmetic/number.ts';
import type { Differentiable } from '../../methods/method.ts';
import { weighedRounding } from './rounding.ts';

/** The rounding errors of one entry of a Hessian. */
export interface EntryRounding {
  /** Bound for |error of d2f/dx_i dx_j| in units of the unit round-off. */
  readonly weight: number;
  /** sum_k |x_k d3f/dx_i dx_j dx_k|: over |d2f/dx_i dx_j| it is the condition number of that entry. */
  readonly sensitivity: number;
}

/**
 * The bounds for every entry of the Hessian of a scalar f at x, by one recorded pass of duals over duals for each pair
 * of inputs.
 */
export function hessianRounding(f: Differentiable, x: Float64Array): readonly (readonly EntryRounding[])[] {
  const rows = Array.from(x, (_, i) => Array.from({ length: i + 1 }, (_, j) => mixedPass(f, x, i, j)));
  return rows.map((row, i) => rows.map((other, j) => (j <= i ? row[j]! : other[i]!)));
}

/** Forward mode along e_i over forward mode along e_j, itself recorded and swept in reverse. */
function mixedPass(f: Differentiable, x: Float64Array, i: number, j: number): EntryRounding {
  const record = recordAdjoints(numberArithmetic);
  const { constant } = record.arithmetic;
  const inputs = Array.from(x, (xk) => record.input(xk));
  const seeded: Dual<Dual<Recorded<number>>>[] = inputs.map((v, k) => ({
    v: { v, d: constant(k === i ? 1 : 0) },
    d: { v: constant(k === j ? 1 : 0), d: constant(0) },
  }));
  const [output] = f.evaluate(dualArithmetic(dualArithmetic(record.arithmetic)), seeded);
  const adjoints = record.adjoints(output!.d.d);
  return {
    weight: weighedRounding(record, adjoints),
    sensitivity: inputs.reduce((total, input) => total + Math.abs(adjoints[input.index]! * input.v), 0),
  };
}
