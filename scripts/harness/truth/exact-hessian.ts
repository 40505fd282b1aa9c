/** The truth of second order: Hessian and Hessian-vector product to 30 digits and mostly to 50, by duals over duals over decimals. */
import type { Decimal } from 'decimal.js';
import { recordAdjoints } from '../../../methods/arithmetic/adjoint.ts';
import type { Arithmetic } from '../../../methods/arithmetic/arithmetic.ts';
import { dualArithmetic } from '../../../methods/arithmetic/dual.ts';
import type { Differentiable } from '../../../methods/method.ts';
import { type Attempt, agree, settled } from './settled.ts';

/** Above this many inputs a Hessian comes from reverse sweeps, since n^2 / 2 passes of duals over duals would be slow. */
const MAX_NESTED_INPUTS = 4;

type Decimals = readonly Decimal[];

/**
 * The Hessian of a scalar f at the doubles x, exactly as they are: n rows of n numbers. Up to 4 inputs by duals over duals; above,
 * each row by a reverse sweep over duals, and the last entries of the first and of the last row checked against duals over duals.
 * @throws {NoTruth} where no precision is enough.
 * @throws {Error} when the two disagree, which would be a fault of diffmark.
 */
export function exactHessian(f: Differentiable, x: Float64Array): readonly Decimals[] {
  const n = f.inputs;
  const numbers = settled((A) => hessianOver(f, x, A));
  return Array.from(x, (_, i) => numbers.slice(i * n, (i + 1) * n));
}

/** The entries of the Hessian, row by row, in the precision of A, whatever cancels. */
export function hessianOver(f: Differentiable, x: Float64Array, A: Arithmetic<Decimal>): Attempt {
  const n = f.inputs;
  if (n > MAX_NESTED_INPUTS) {
    const rows = Array.from(x, (_, i) => {
      const checked = i === 0 || i === n - 1 ? [n - 1] : [];
      return sweptProduct(f, x, unitVector(n, i), A, checked);
    });
    return { entries: rows.flatMap(({ entries }) => entries), dispute: () => firstDispute(rows) };
  }
  const rows = Array.from(x, (_, i) =>
    Array.from({ length: i + 1 }, (_, j) => mixedDerivative(f, x, unitVector(n, i), unitVector(n, j), A)),
  );
  return { entries: rows.flatMap((row, i) => rows.map((other, j) => (j <= i ? row[j]! : other[i]!))) };
}

/** H v of a scalar f of any number of inputs, by one reverse sweep over duals, of which two entries are checked in the same way. */
export function exactHessianProduct(f: Differentiable, x: Float64Array, v: Float64Array): Decimals {
  return settled((A) => sweptProduct(f, x, v, A, [f.inputs >> 2, (3 * f.inputs) >> 2]));
}

/** H v by the tangents along v of all partial derivatives, with the entries `checked` compared with u'Hv by duals over duals. */
function sweptProduct(
  f: Differentiable,
  x: Float64Array,
  v: Float64Array,
  A: Arithmetic<Decimal>,
  checked: readonly number[],
): Attempt {
  const record = recordAdjoints(dualArithmetic(A));
  const inputs = Array.from(x, (xj, j) => record.input({ v: A.constant(xj), d: A.constant(v[j]!) }));
  const [output] = f.evaluate(record.arithmetic, inputs);
  const adjoints = record.adjoints(output!);
  const entries = inputs.map(({ index }) => adjoints[index]!.d);
  const dispute = () => {
    for (const i of checked) {
      const other = mixedDerivative(f, x, unitVector(f.inputs, i), v, A);
      if (!agree(entries[i]!, other)) {
        return `duals over duals and the reverse sweep over duals disagree in entry ${i + 1}: ${other} and ${entries[i]}`;
      }
    }
    return undefined;
  };
  return { entries, dispute };
}

function firstDispute(attempts: readonly Attempt[]): string | undefined {
  for (const { dispute } of attempts) {
    const found = dispute?.();
    if (found !== undefined) return found;
  }
  return undefined;
}

/** u'Hv, by duals along v whose parts are duals along u. */
function mixedDerivative(
  f: Differentiable,
  x: Float64Array,
  u: Float64Array,
  v: Float64Array,
  A: Arithmetic<Decimal>,
): Decimal {
  const zero = A.constant(0);
  const seeded = Array.from(x, (xj, j) => ({
    v: { v: A.constant(xj), d: A.constant(u[j]!) },
    d: { v: A.constant(v[j]!), d: zero },
  }));
  return f.evaluate(dualArithmetic(dualArithmetic(A)), seeded)[0]!.d.d;
}

/** e_i of n numbers. */
export function unitVector(n: number, i: number): Float64Array {
  const unit = new Float64Array(n);
  unit[i] = 1;
  return unit;
}
