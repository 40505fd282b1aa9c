/**
 * The truth of second order: Hessian and Hessian-vector product to 30 digits and mostly to 50, by duals over duals over
 * decimals.
 */
import type { Decimal } from 'decimal.js';
import { recordAdjoints } from '../../methods/arithmetic/adjoint.ts';
import type { Arithmetic } from '../../methods/arithmetic/arithmetic.ts';
import { type Dual, dualArithmetic } from '../../methods/arithmetic/dual.ts';
import type { Differentiable } from '../../methods/method.ts';
import { type Range, rangesOf, regular } from './regular.ts';
import { type Attempt, agree } from './settled.ts';

/**
 * Above this many inputs a Hessian comes from reverse sweeps, since n^2 / 2 passes of duals over duals would be slow.
 */
const MAX_NESTED_INPUTS = 4;

type Decimals = readonly Decimal[];

/**
 * The Hessian of a scalar f at the doubles x, exactly as they are: n rows of n numbers. Up to 4 inputs by duals over
 * duals; above, each row by a reverse sweep over duals, and the last entries of the first and of the last row checked
 * against duals over duals.
 * @throws {NoTruth} where no precision is enough.
 * @throws {Error} when the two disagree, which would be a fault of diffmark.
 */
export function exactHessian(f: Differentiable, x: Float64Array): readonly Decimals[] {
  return knownHessian(f, x).rows;
}

/** Second derivatives as they are known: rows, and for each entry that a convention chose what its sides say. */
export interface KnownSecond {
  readonly rows: readonly Decimals[];
  readonly ranges?: readonly (readonly (Range | undefined)[])[];
}

/** The Hessian as it is known. */
export function knownHessian(f: Differentiable, x: Float64Array): KnownSecond {
  const n = f.inputs;
  const [row] = regular({
    f,
    x,
    width: 1 + n + n * n,
    compute: (A, at) => computed(hessianAt(f, at, A)),
    basis: (entry) => (entry <= n ? [] : [1 + Math.floor((entry - 1 - n) / n), 1 + ((entry - 1 - n) % n)]),
  });
  const rows = Array.from(x, (_, i) => row!.slice(1 + n + i * n, 1 + n + (i + 1) * n));
  return { rows: rows.map((entries) => entries.map(({ value }) => value)), ...rangesOf(rows) };
}

/** The entries of the Hessian, row by row, in the precision of A, whatever cancels. */
export function hessianOver(f: Differentiable, x: Float64Array, A: Arithmetic<Decimal>): Attempt {
  const { entries, dispute } = hessianAt(f, Array.from(x, A.constant), A);
  return { entries, ...(dispute && { dispute }) };
}

/** Second derivatives with the value and the gradient, which come along. */
interface SecondOrder {
  readonly value: Decimal;
  readonly gradient: Decimals;
  readonly entries: Decimals;
  dispute?(): string | undefined;
}

function computed({ value, gradient, entries, dispute }: SecondOrder) {
  return { rows: [[value, ...gradient, ...entries]], ...(dispute && { dispute }) };
}

function hessianAt(f: Differentiable, x: Decimals, A: Arithmetic<Decimal>): SecondOrder {
  const n = f.inputs;
  if (n > MAX_NESTED_INPUTS) {
    const rows = x.map((_, i) => {
      const checked = i === 0 || i === n - 1 ? [n - 1] : [];
      return sweptProduct(f, x, unitVector(n, i), A, checked);
    });
    return { ...rows[0]!, entries: rows.flatMap(({ entries }) => entries), dispute: () => firstDispute(rows) };
  }
  const rows = x.map((_, i) =>
    Array.from({ length: i + 1 }, (__, j) => mixedDerivative(f, x, unitVector(n, i), unitVector(n, j), A)),
  );
  return {
    value: rows[0]![0]!.v.v,
    gradient: rows.map((row) => row[0]!.v.d),
    entries: rows.flatMap((row, i) => rows.map((other, j) => (j <= i ? row[j]! : other[i]!).d.d)),
  };
}

/**
 * H v of a scalar f of any number of inputs, by one reverse sweep over duals, of which two entries are checked in the
 * same way.
 */
export function exactHessianProduct(f: Differentiable, x: Float64Array, v: Float64Array): Decimals {
  return knownHessianProduct(f, x, v).rows[0]!;
}

/** H v as it is known, as a single row. */
export function knownHessianProduct(f: Differentiable, x: Float64Array, v: Float64Array): KnownSecond {
  const n = f.inputs;
  const gradient = Array.from(x, (_, i) => 1 + i);
  const [row] = regular({
    f,
    x,
    width: 1 + 2 * n,
    compute: (A, at) => computed(sweptProduct(f, at, v, A, [n >> 2, (3 * n) >> 2])),
    basis: (entry) => (entry <= n ? [] : gradient),
  });
  const product = row!.slice(1 + n);
  return { rows: [product.map(({ value }) => value)], ...rangesOf([product]) };
}

/**
 * H v by the tangents along v of all partial derivatives, with the entries `checked` compared with u'Hv by duals over
 * duals.
 */
function sweptProduct(
  f: Differentiable,
  x: Decimals,
  v: Float64Array,
  A: Arithmetic<Decimal>,
  checked: readonly number[],
): SecondOrder {
  const record = recordAdjoints(dualArithmetic(A));
  const inputs = x.map((xj, j) => record.input({ v: xj, d: A.constant(v[j]!) }));
  const [output] = f.evaluate(record.arithmetic, inputs);
  const adjoints = record.adjoints(output!);
  const slopes = inputs.map(({ index }) => adjoints[index]!);
  const entries = slopes.map(({ d }) => d);
  const dispute = () => {
    for (const i of checked) {
      const other = mixedDerivative(f, x, unitVector(f.inputs, i), v, A).d.d;
      if (!agree(entries[i]!, other)) {
        return `duals over duals and the reverse sweep over duals disagree in entry ${i + 1}: ${other} and ${entries[i]}`;
      }
    }
    return undefined;
  };
  return { value: output!.v.v, gradient: slopes.map((slope) => slope.v), entries, dispute };
}

function firstDispute(attempts: readonly SecondOrder[]): string | undefined {
  for (const { dispute } of attempts) {
    const found = dispute?.();
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Duals along v whose parts are duals along u: f, u'grad, v'grad, and u'Hv. */
function mixedDerivative(
  f: Differentiable,
  x: Decimals,
  u: Float64Array,
  v: Float64Array,
  A: Arithmetic<Decimal>,
): Dual<Dual<Decimal>> {
  const zero = A.constant(0);
  const seeded = x.map((xj, j) => ({
    v: { v: xj, d: A.constant(u[j]!) },
    d: { v: A.constant(v[j]!), d: zero },
  }));
  return f.evaluate(dualArithmetic(dualArithmetic(A)), seeded)[0]!;
}

/** e_i of n numbers. */
export function unitVector(n: number, i: number): Float64Array {
  const unit = new Float64Array(n);
  unit[i] = 1;
  return unit;
}
