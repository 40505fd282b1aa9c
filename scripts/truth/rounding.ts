/**
 * Rounding errors of a computed derivative, to first order. Every operation k of the computation is rounded once, also
 * the one that yields the derivative, so |error| <= sum_k u_k |dg/dv_k| |v_k| (the running error analysis of Wilkinson;
 * Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., 3.3; by adjoints: Linnainmaa, BIT 16, 1976).
 * Computed in doubles: it is a size, not a truth.
 */
import { type AdjointRecord, type Recorded, recordAdjoints } from '../../methods/arithmetic/adjoint.ts';
import { type Dual, dualArithmetic } from '../../methods/arithmetic/dual.ts';
import { numberArithmetic } from '../../methods/arithmetic/number.ts';
import type { Differentiable } from '../../methods/method.ts';

/** Unit round-off of doubles, 2^-53. */
export const UNIT_ROUNDOFF = Number.EPSILON / 2;

/** The rounding errors of one output k: those of its value and of each of its partial derivatives. */
export interface OutputRounding {
  /** Bound for |error of f_k| in units of the unit round-off. */
  readonly value: number;
  /** Bound for |error of df_k/dx_i| in units of the unit round-off, for each i. */
  readonly partials: readonly number[];
  /** sum_j |x_j d2f_k/dx_i dx_j|, for each i: over |df_k/dx_i| it is the condition number of that entry. */
  readonly sensitivity: readonly number[];
}

/** The bounds for every output at x, by one pass of duals over a record for each input. */
export function roundingOf(f: Differentiable, x: Float64Array): readonly OutputRounding[] {
  const passes = Array.from(x, (_, i) => tangentPass(f, x, i));
  return Array.from({ length: f.outputs }, (_, k) => ({
    value: passes[0]![k]!.value,
    partials: passes.map((pass) => pass[k]!.partial),
    sensitivity: passes.map((pass) => pass[k]!.sensitivity),
  }));
}

interface PassRounding {
  readonly value: number;
  readonly partial: number;
  readonly sensitivity: number;
}

/** Forward mode along e_i, itself recorded and swept in reverse. */
function tangentPass(f: Differentiable, x: Float64Array, i: number): readonly PassRounding[] {
  const record = recordAdjoints(numberArithmetic);
  const inputs = Array.from(x, (xj) => record.input(xj));
  const seeded: Dual<Recorded<number>>[] = inputs.map((v, j) => ({
    v,
    d: record.arithmetic.constant(j === i ? 1 : 0),
  }));
  return f.evaluate(dualArithmetic(record.arithmetic), seeded).map(({ v, d }) => {
    const adjoints = record.adjoints(d);
    const sensitivity = inputs.reduce((total, input) => total + Math.abs(adjoints[input.index]! * input.v), 0);
    return {
      value: weighedRounding(record, record.adjoints(v)),
      partial: weighedRounding(record, adjoints),
      sensitivity,
    };
  });
}

/** Sum over operations of |adjoint| times how far rounding may move the result, in units of the unit round-off. */
export function weighedRounding(record: AdjointRecord<number>, adjoints: readonly number[]): number {
  let total = 0;
  for (const node of record.nodes) {
    const adjoint = adjoints[node.index]!;
    if (adjoint !== 0 && node.parents.length > 0) total += Math.abs(adjoint) * localRounding(node);
  }
  return total;
}

/** |v| for one operation; for a sum of p terms, p times the sum of their magnitudes (Higham 4.2). */
function localRounding({ v, parents, partials, isList }: Recorded<number>): number {
  if (!isList) return Math.abs(v);
  const magnitudes = parents.reduce((total, parent, k) => total + Math.abs(partials[k]! * parent.v), 0);
  return parents.length * magnitudes + Math.abs(v);
}
