/**
 * The parts of an entry of a derivative: those that pass through each edge of the computation, and the values that
 * occur in it.
 */
import { type Recorded, recordAdjoints } from '../../../methods/arithmetic/adjoint.ts';
import { dualArithmetic } from '../../../methods/arithmetic/dual.ts';
import type { Differentiable } from '../../../methods/method.ts';
import type { WrittenOperator } from '../comparison/hand-written.ts';
import { type Spelled, spelledArithmetic, spelledAs } from './spelled.ts';

/**
 * The part of d(output)/dx_j that passes through one edge: tangent of the argument x local partial x adjoint of the
 * result.
 */
export interface Term {
  readonly value: number;
  /** Its factors: tangent, local partial derivative, adjoint. */
  readonly factors: readonly [Spelled, Spelled, Spelled];
  /**
   * Place among the arguments of a sum, and how many it has; absent where the edge leads into no sum of several terms.
   */
  readonly place?: readonly [place: number, of: number];
  /**
   * Place in the computation, for the parts that a loop repeats: edges of one group are the same part of different
   * terms of a sum.
   */
  readonly group: string;
}

/** The parts of one entry at one point. */
export interface Composition {
  readonly terms: readonly Term[];
  /** Inputs, values and local partial derivatives of the computation, in an order that is the same at every point. */
  readonly values: readonly Spelled[];
}

/**
 * Composition of the entry in this row and column of the derivative, at x. Of a Hessian the rows are the partial
 * derivatives.
 */
export function compositionOf(
  f: Differentiable,
  operator: WrittenOperator,
  x: Float64Array,
  row: number,
  column: number,
): Composition {
  const A = spelledArithmetic;
  const record = recordAdjoints(A);
  const inputs = Array.from(x, (value, j) => record.input(spelledAs(value, () => `x${j + 1}`)));
  const output =
    operator === 'hessian' ? partialOf(f, record.arithmetic, inputs, row) : f.evaluate(record.arithmetic, inputs)[row]!;
  const adjoints = record.adjoints(output);
  const tangents: Spelled[] = [];
  const terms: Term[] = [];
  const values: Spelled[] = [];
  for (const { index, v, parents, partials, isList } of record.nodes) {
    let tangent = A.constant(parents.length === 0 && index === inputs[column]!.index ? 1 : 0);
    values.push(v);
    parents.forEach((parent, k) => {
      const own = tangents[parent.index]!;
      const partial = partials[k]!;
      const adjoint = adjoints[index]!;
      values.push(partial);
      tangent = A.add(tangent, A.mul(partial, own));
      const value = own.value * partial.value * adjoint.value;
      const base = parents[0]!.index;
      const isSum = isList && parents.length > 2;
      terms.push({
        value,
        factors: [own, partial, adjoint],
        group: `${index - base}:${k}`,
        ...(isSum && { place: [k, parents.length] }),
      });
    });
    tangents.push(tangent);
  }
  return { terms, values };
}

function partialOf(
  f: Differentiable,
  A: Parameters<typeof dualArithmetic<Recorded<Spelled>>>[0],
  inputs: readonly Recorded<Spelled>[],
  row: number,
): Recorded<Spelled> {
  const seeded = inputs.map((v, k) => ({ v, d: A.constant(k === row ? 1 : 0) }));
  return f.evaluate(dualArithmetic(A), seeded)[0]!.d;
}
