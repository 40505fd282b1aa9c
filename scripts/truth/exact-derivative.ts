/**
 * The truth: value and Jacobian to 30 digits and mostly to 50, by dual numbers over decimals, never from another
 * double.
 */
import type { Decimal } from 'decimal.js';
import { recordAdjoints } from '../../methods/arithmetic/adjoint.ts';
import type { Arithmetic } from '../../methods/arithmetic/arithmetic.ts';
import { type Dual, dualArithmetic } from '../../methods/arithmetic/dual.ts';
import type { Differentiable } from '../../methods/method.ts';
import { type Range, rangesOf, regular } from './regular.ts';
import { agree } from './settled.ts';

/** Above this many inputs the Jacobian comes from reverse sweeps, since n passes of duals would be slow. */
const MAX_DUAL_INPUTS = 12;
/** Coordinates on which reverse sweeps are checked against duals. */
const CROSS_CHECKED = 2;

/** Values and Jacobian at one point. */
export interface ExactDerivative {
  /** f(x), m numbers. */
  readonly values: readonly Decimal[];
  /** J, m rows of n numbers. */
  readonly jacobian: readonly (readonly Decimal[])[];
}

/** Values and Jacobian as they are known. */
export interface KnownDerivative extends ExactDerivative {
  /** For each entry that a convention chose, as at a kink, what its sides say; absent where there is none. */
  readonly ranges?: readonly (readonly (Range | undefined)[])[];
  /** Whether there is an entry of which only some sides of x speak, the others being outside of the domain. */
  readonly isOneSided?: true;
}

/**
 * Values and Jacobian of f at the doubles x, exactly as they are.
 * @throws {NoTruth} where no precision is enough.
 * @throws {Error} when duals and reverse sweeps disagree, which would be a fault of diffmark.
 */
export function exactDerivative(f: Differentiable, x: Float64Array): KnownDerivative {
  const rows = regular({
    f,
    x,
    width: 1 + f.inputs,
    compute(A, at) {
      const { values, jacobian } = derivativeAt(f, at, A);
      const rows = values.map((value, k) => [value, ...jacobian[k]!]);
      return f.inputs <= MAX_DUAL_INPUTS ? { rows } : { rows, dispute: () => disputeOf(jacobian, f, at, A) };
    },
    basis: () => [],
  });
  const jacobian = rows.map(([, ...entries]) => entries);
  return {
    values: rows.map(([value]) => value!.value),
    jacobian: jacobian.map((row) => row.map(({ value }) => value)),
    ...rangesOf(jacobian),
    ...(jacobian.some((row) => row.some(({ isOneSided }) => isOneSided)) && { isOneSided: true }),
  };
}

/** Values and Jacobian in the precision of A, whatever cancels. */
export function derivativeOver(f: Differentiable, x: Float64Array, A: Arithmetic<Decimal>): ExactDerivative {
  return derivativeAt(f, Array.from(x, A.constant), A);
}

/** Values and Jacobian at a point of decimals. */
export function derivativeAt(f: Differentiable, x: readonly Decimal[], A: Arithmetic<Decimal>): ExactDerivative {
  return f.inputs <= MAX_DUAL_INPUTS ? byDuals(f, x, A) : byReverseSweeps(f, x, A);
}

/** Whether duals come to another Jacobian than reverse sweeps, in the columns that are checked. */
function disputeOf(
  jacobian: ExactDerivative['jacobian'],
  f: Differentiable,
  x: readonly Decimal[],
  A: Arithmetic<Decimal>,
): string | undefined {
  for (let c = 0; c < CROSS_CHECKED; c++) {
    const i = Math.floor(((c + 0.5) / CROSS_CHECKED) * f.inputs);
    for (const [k, { d }] of dualColumn(f, x, A, i).entries()) {
      const other = jacobian[k]![i]!;
      if (!agree(d, other)) return `duals and reverse sweep disagree in entry (${k + 1}, ${i + 1}): ${d} and ${other}`;
    }
  }
  return undefined;
}

function byDuals(f: Differentiable, x: readonly Decimal[], A: Arithmetic<Decimal>): ExactDerivative {
  const columns = x.map((_, i) => dualColumn(f, x, A, i));
  return {
    values: columns[0]!.map(({ v }) => v),
    jacobian: columns[0]!.map((_, k) => columns.map((column) => column[k]!.d)),
  };
}

/** f over duals with the tangent e_i: value and column i of the Jacobian. */
function dualColumn(
  f: Differentiable,
  x: readonly Decimal[],
  A: Arithmetic<Decimal>,
  i: number,
): readonly Dual<Decimal>[] {
  const seeded = x.map((v, j) => ({ v, d: A.constant(j === i ? 1 : 0) }));
  return f.evaluate(dualArithmetic(A), seeded);
}

/**
 * Values and Jacobian at a point that is itself of decimals, by one sweep for each output, and not checked against
 * anything.
 */
export function byReverseSweeps(f: Differentiable, x: readonly Decimal[], A: Arithmetic<Decimal>): ExactDerivative {
  const record = recordAdjoints(A);
  const inputs = x.map((xi) => record.input(xi));
  const outputs = f.evaluate(record.arithmetic, inputs);
  const jacobian = outputs.map((output) => {
    const adjoints = record.adjoints(output);
    return inputs.map((input) => adjoints[input.index]!);
  });
  return { values: outputs.map(({ v }) => v), jacobian };
}
