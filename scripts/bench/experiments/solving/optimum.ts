/** The optimum of a problem that is solved, by Newton's method over decimals. */
import type { Decimal } from 'decimal.js';
import math from 'mathjs/lib/browser/math.js';
import { decimalArithmetic } from '../../../../methods/arithmetic/decimal.ts';
import { manual } from '../../../../methods/manual.ts';
import type { ScalarFunction, VectorFunction } from '../../../../methods/method.ts';
import { byReverseSweeps } from '../../../truth/exact-derivative.ts';
import { type ExactNumber, exactNumber } from '../../../truth/exact-number.ts';
import { solve } from './solve.ts';

/** An optimum to 55 digits and more. */
export interface Optimum {
  readonly x: readonly ExactNumber[];
  readonly value: ExactNumber;
  /** A Lagrange multiplier for each constraint. */
  readonly multipliers: readonly ExactNumber[];
}

/** Working digits, of which the residual leaves some 60. */
const DIGITS = 75;
/** The equations are solved where none is off by more than this. */
const RESIDUAL = '1e-62';
const MOST_STEPS = 40;
/** A constraint without such a multiplier is taken for one that does not hold the optimum back. */
const ACTIVE = 1e-8;
/** Step of the differences of gradients that the matrix is made of, in units of max(1, |x|). */
const STEP = 1e-5;

/**
 * The minimum of f, under c(x) <= 0 where there is a c, that the solvers come to with the hand-written derivatives:
 * from there, in doubles, Newton's method solves grad f + J_c^T lambda = 0, c = 0 (of the constraints that hold it
 * back) over decimals. Its matrix stays that of the start, in doubles, so that a step gains some eight digits and costs
 * one gradient.
 * @throws {Error} where it does not come to an end: there the minimum is not isolated.
 */
export function optimumOf(f: ScalarFunction, c: VectorFunction | undefined, start: Float64Array): Optimum {
  const near = solve(f, c, manual, { name: c ? 'augmented-lagrangian' : 'lbfgs' }, start);
  const point = near.points.at(-1)!.x;
  const active = [...near.multipliers.keys()].filter((i) => near.multipliers[i]! > ACTIVE);
  const factors = math.lup(matrixOf(f, c, point, near.multipliers, active));
  const A = decimalArithmetic(DIGITS);
  let x = Array.from(point, A.constant);
  let multipliers = active.map((i) => A.constant(near.multipliers[i]!));
  for (let step = 0; step < MOST_STEPS; step++) {
    const ofF = byReverseSweeps(f, x, A);
    const ofC = c && byReverseSweeps(c, x, A);
    const rows = active.map((i) => ofC!.jacobian[i]!);
    const residual = [
      ...ofF.jacobian[0]!.map((g, j) => rows.reduce((sum, row, k) => sum.plus(multipliers[k]!.times(row[j]!)), g)),
      ...active.map((i) => ofC!.values[i]!),
    ];
    const largest = residual.reduce((most, r) => (r.abs().greaterThan(most) ? r.abs() : most), A.constant(0));
    if (largest.lessThan(RESIDUAL)) {
      const all = Array.from(near.multipliers, (_, i) => multipliers[active.indexOf(i)] ?? A.constant(0));
      return { x: x.map(exactNumber), value: exactNumber(ofF.values[0]!), multipliers: all.map(exactNumber) };
    }
    const change = solved(factors, residual, largest);
    x = x.map((xj, j) => xj.minus(change[j]!));
    multipliers = multipliers.map((lambda, k) => lambda.minus(change[x.length + k]!));
  }
  throw new Error('the optimum could not be found: Newton does not converge');
}

/** The solution for a residual of decimals, of which a double takes the leading digits whatever its size. */
function solved(factors: ReturnType<typeof math.lup>, residual: readonly Decimal[], largest: Decimal): Decimal[] {
  const scaled = residual.map((r) => r.div(largest).toNumber());
  return math
    .lusolve(factors, scaled)
    .toArray()
    .map((entry) => largest.times(Number(entry)));
}

/**
 * [H, J^T; J, 0] in doubles, with H the Hessian of f + sum_i lambda_i c_i by central differences of gradients by hand.
 */
function matrixOf(
  f: ScalarFunction,
  c: VectorFunction | undefined,
  x: Float64Array,
  multipliers: Float64Array,
  active: readonly number[],
): number[][] {
  const n = x.length;
  const jacobianAt = (at: Float64Array): Float64Array => {
    const out = new Float64Array(multipliers.length * n);
    c?.byHand.jacobian(at, out);
    return out;
  };
  const gradientAt = (j: number, h: number): Float64Array => {
    const at = x.slice();
    at[j]! += h;
    const out = new Float64Array(n);
    f.byHand.gradient(at, out);
    const jacobian = jacobianAt(at);
    return out.map((g, k) => multipliers.reduce((sum, lambda, i) => sum + lambda * jacobian[i * n + k]!, g));
  };
  const jacobian = jacobianAt(x);
  const rows = active.map((i) => Array.from(jacobian.subarray(i * n, i * n + n)));
  const upper = Array.from(x, (xj, j) => {
    const h = STEP * Math.max(1, Math.abs(xj));
    const [above, below] = [gradientAt(j, h), gradientAt(j, -h)];
    return [...Array.from(above, (g, k) => (g - below[k]!) / (2 * h)), ...rows.map((row) => row[j]!)];
  });
  return [...upper, ...rows.map((row) => [...row, ...active.map(() => 0)])];
}
