import type { DifferenceQuotient, Method, Operator } from '../../../methods/method.ts';
import type { HigherDerivatives } from '../truth/directional.ts';
import { type ExactNumber, exactDot } from '../truth/exact-number.ts';
import type { PointTruth } from '../truth/point-truth.ts';
import { UNIT_ROUNDOFF } from '../truth/rounding.ts';
import type { Seeds } from '../truth/seeds.ts';

/**
 * Rounding bounds are multiplied by this: by 2, since Math functions are within 1 ulp rather than half, and by 4, since
 * another order of the same operations (reverse instead of forward, a derivative written out) rounds elsewhere.
 */
export const ROUNDING_ALLOWANCE = 8;
/** The prediction of a difference quotient's error keeps only the leading term; so its error may be ten times that. */
export const TRUNCATION_ALLOWANCE = 10;

/** What an operator ought to answer at one point. */
export interface Expected {
  readonly exact: readonly ExactNumber[];
  /** Largest error that the method states for itself, per entry; absent where the error models are. */
  readonly bounds?: readonly number[];
  /** Condition number per entry; absent where the error models are. */
  readonly conditions?: readonly number[];
}

/** What `operator` ought to answer, and how far `method` may be from it by its own account. */
export function expectedAnswer(truth: PointTruth, operator: Operator, method: Method, seeds: Seeds): Expected {
  if (operator === 'value') {
    if (!truth.rounding) return { exact: truth.values };
    return {
      exact: truth.values,
      bounds: truth.rounding.map(({ value }) => ROUNDING_ALLOWANCE * UNIT_ROUNDOFF * value),
    };
  }
  const { jacobian } = truth;
  if (operator === 'jvp') return expectedProduct(truth, method, seeds.tangent);
  const bounds = entryBounds(truth, method);
  if (operator === 'vjp') {
    const columns = jacobian[0]!.map((_, i) => jacobian.map((row) => row[i]!));
    const columnBounds = bounds && columns.map((_, i) => bounds.map((row) => row[i]!));
    return {
      exact: columns.map((column) => exactDot(column, seeds.adjoint)),
      ...(columnBounds && {
        bounds: columns.map((column, i) => combinedBound(columnBounds[i]!, column, seeds.adjoint)),
      }),
    };
  }
  const conditions = entryConditions(truth);
  return {
    exact: jacobian.flat(),
    ...(bounds && { bounds: bounds.flat() }),
    ...(conditions && { conditions }),
  };
}

/** J v; a difference quotient takes one step along v, so it has an error model of its own there. */
function expectedProduct(
  { jacobian, rounding, higherAlongTangent, point }: PointTruth,
  method: Method,
  v: Float64Array,
): Expected {
  const exact = jacobian.map((row) => exactDot(row, v));
  if (!rounding || !higherAlongTangent || !isModelled(method)) return { exact };
  const { difference } = method;
  const h = difference && difference.stepAt(Math.max(...point.map(Math.abs))) / Math.max(...v.map(Math.abs));
  const bounds = jacobian.map((row, k) => {
    const entries = row.map((entry, i) => roundingBound(rounding[k]!.partials[i]!, entry));
    const ofRounding = combinedBound(entries, row, v);
    if (!difference) return ofRounding;
    // x + h v is rounded in every coordinate, which no realised step can undo
    const ofArguments = row.reduce((total, { high }, i) => total + Math.abs(high * point[i]!), 0);
    return ofRounding + quotientBound(difference, h!, higherAlongTangent[k]!, rounding[k]!.value + ofArguments);
  });
  return { exact, bounds };
}

/** Whether the error of the method can be predicted: a truncation of unknown form can't. */
function isModelled({ error, difference }: Method): boolean {
  return error === 'rounding' || difference !== undefined;
}

/** Bound of a sum of products: the errors of its terms, and the rounding of the sum. */
function combinedBound(bounds: readonly number[], entries: readonly ExactNumber[], factors: Float64Array): number {
  const terms = entries.length * ROUNDING_ALLOWANCE * UNIT_ROUNDOFF;
  return bounds.reduce(
    (total, bound, i) => total + Math.abs(factors[i]!) * (bound + terms * Math.abs(entries[i]!.high)),
    0,
  );
}

/** Bound of each entry of the Jacobian, by rows. */
function entryBounds(
  { rounding, higher, point, jacobian }: PointTruth,
  { difference }: Method,
): number[][] | undefined {
  if (!rounding || !higher) return undefined;
  return jacobian.map((row, k) =>
    row.map((entry, i) => {
      const ofRounding = roundingBound(rounding[k]!.partials[i]!, entry);
      if (!difference) return ofRounding;
      return ofRounding + quotientBound(difference, difference.stepAt(point[i]!), higher[k]![i]!, rounding[k]!.value);
    }),
  );
}

/** What rounding may do to one entry. */
function roundingBound(weight: number, entry: ExactNumber): number {
  return ROUNDING_ALLOWANCE * UNIT_ROUNDOFF * (weight + Math.abs(entry.high));
}

/** What truncation, and the rounding of f by `weight` units, may do to a difference quotient of step h. */
function quotientBound(
  { order }: DifferenceQuotient,
  h: number,
  { second, third }: HigherDerivatives,
  weight: number,
): number {
  const truncation = order === 1 ? (h / 2) * Math.abs(second) : (h ** 2 / 6) * Math.abs(third);
  const roundOff = ((2 / order) * 2 * UNIT_ROUNDOFF * weight) / h;
  return TRUNCATION_ALLOWANCE * (truncation + roundOff);
}

function entryConditions({ rounding, jacobian }: PointTruth): number[] | undefined {
  return (
    rounding &&
    jacobian.flatMap((row, k) => row.map((entry, i) => ratio(rounding[k]!.sensitivity[i]!, Math.abs(entry.high))))
  );
}

/** a / b, where 0 / 0 is 0: what does not matter is not large. */
export function ratio(a: number, b: number): number {
  return a === 0 ? 0 : a / b;
}
