import { numberArithmetic } from '../../../methods/arithmetic/number.ts';
import type { Differentiable } from '../../../methods/method.ts';
import type { Instance } from '../../../suites/problem.ts';
import { exactDerivative } from '../../truth/exact-derivative.ts';
import { exactHessian } from '../../truth/exact-hessian.ts';
import { UNIT_ROUNDOFF } from '../../truth/rounding.ts';
import { exactEntries } from './exact-entries.ts';
import type { HandWritten, WrittenOperator } from './hand-written.ts';

/** The exact derivative at one point, with the sizes for its errors. */
export interface Sample {
  readonly x: Float64Array;
  readonly exact: Float64Array;
  /**
   * Size of what each entry is computed from: the bound of its rounding error over the unit round-off, and never below
   * the smallest normal numbers.
   */
  readonly sizes: Float64Array;
  /** Sizes without what a derivative that is made of values of f may lose; absent where nothing is allowed for that. */
  readonly ownSizes?: Float64Array;
  /**
   * Computes `exact` from decimals, rounded once. It is slow, so it runs only when asked for. Absent where there is no
   * exact reference.
   */
  truth?(): Float64Array;
}

/** A derivative by hand at one point. */
export interface Answer {
  readonly entries: Float64Array;
  /** Places whose answer depends on what stood in `out` before. */
  readonly notWritten: readonly number[];
}

/**
 * The share of |f| / |x| that may be lost. A hand-written derivative is often made of values of f, and s (1 - s) of a
 * sigmoid loses digits that are small beside s.
 */
const OF_VALUE = 1e-2;
/** Below this sizes are lost in underflow, whatever is computed. */
export const SMALLEST = 1e-290;

/** The correct derivative at these points. Points at which it is no finite number are left out. */
export function samplesOf(f: Instance, { operator }: HandWritten, points: readonly Float64Array[]): readonly Sample[] {
  return points.flatMap((x) => {
    const { entries: exact, weights } = exactEntries(f, operator, x);
    const values = f.evaluate(numberArithmetic, Array.from(x));
    const lengths = x.map((xj) => Math.max(1, Math.abs(xj)));
    const ownSizes = weights.map((weight, e) => Math.max(weight, Math.abs(exact[e]!), SMALLEST));
    const sizes = ownSizes.map((size, e) => {
      const [row, column] = [Math.floor(e / x.length), e % x.length];
      const slope =
        operator === 'hessian'
          ? Math.abs(values[0]!) / (lengths[row]! * lengths[column]!)
          : Math.abs(values[row]!) / lengths[column]!;
      return Math.max(size, OF_VALUE * slope);
    });
    return exact.every(Number.isFinite) && sizes.every(Number.isFinite)
      ? [{ x, exact, sizes, ownSizes, truth: once(() => trueEntries(f, operator, x)) }]
      : [];
  });
}

/** Computes when it is first asked, and remembers. */
export function once<R>(compute: () => R): () => R {
  let known: { readonly result: R } | undefined;
  return () => {
    known ??= { result: compute() };
    return known.result;
  };
}

/**
 * The hand-written answer at x. It is written into zeros, then into other numbers, to see whether every entry is
 * written.
 */
export function answerAt(hand: HandWritten, x: Float64Array): Answer {
  const entries = new Float64Array(hand.rows * hand.columns);
  hand.write(x.slice(), entries);
  const again = entries.map((entry) => (Number.isFinite(entry) ? 3 + 2 * Math.abs(entry) : 3));
  hand.write(x.slice(), again);
  const notWritten = [...entries.keys()].filter((e) => !isNear(entries[e]!, again[e]!));
  return { entries, notWritten };
}

function isNear(a: number, b: number): boolean {
  return Object.is(a, b) || Math.abs(a - b) <= 64 * UNIT_ROUNDOFF * (Math.abs(a) + Math.abs(b));
}

/**
 * Gradient, Jacobian or Hessian of f at x, row by row, in decimals of more than 50 digits, of which each is then
 * rounded to a double.
 */
function trueEntries(f: Differentiable, operator: WrittenOperator, x: Float64Array): Float64Array {
  const rows = operator === 'hessian' ? exactHessian(f, x) : exactDerivative(f, x).jacobian;
  return Float64Array.from(rows.flat(), (entry) => entry.toNumber());
}
