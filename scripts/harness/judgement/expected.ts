import type { Method, Operator } from '../../../methods/method.ts';
import { type ExactNumber, exactDot } from '../truth/exact-number.ts';
import type { PointTruth } from '../truth/point-truth.ts';
import { UNIT_ROUNDOFF } from '../truth/rounding.ts';

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

/** Tangent and adjoint with which jvp and vjp are tested: they are the same for every method. */
export interface Seeds {
  readonly tangent: Float64Array;
  readonly adjoint: Float64Array;
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
  const bounds = entryBounds(truth, method);
  const conditions = entryConditions(truth);
  if (operator === 'jvp') {
    return {
      exact: jacobian.map((row) => exactDot(row, seeds.tangent)),
      ...(bounds && { bounds: bounds.map((row, k) => combinedBound(row, jacobian[k]!, seeds.tangent)) }),
    };
  }
  if (operator === 'vjp') {
    const columns = jacobian[0]!.map((_, i) => jacobian.map((row) => row[i]!));
    return {
      exact: columns.map((column) => exactDot(column, seeds.adjoint)),
      ...(bounds && {
        bounds: columns.map((column, i) =>
          combinedBound(
            bounds.map((row) => row[i]!),
            column,
            seeds.adjoint,
          ),
        ),
      }),
    };
  }
  return {
    exact: jacobian.flat(),
    ...(bounds && { bounds: bounds.flat() }),
    ...(conditions && { conditions }),
  };
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
function entryBounds({ rounding, higher, point, jacobian }: PointTruth, method: Method): number[][] | undefined {
  if (!rounding || !higher) return undefined;
  return jacobian.map((row, k) =>
    row.map((entry, i) => {
      const ofRounding = ROUNDING_ALLOWANCE * UNIT_ROUNDOFF * (rounding[k]!.partials[i]! + Math.abs(entry.high));
      if (!method.difference) return ofRounding;
      const { order, stepAt } = method.difference;
      const h = stepAt(point[i]!);
      const { second, third } = higher[k]![i]!;
      const truncation = order === 1 ? (h / 2) * Math.abs(second) : (h ** 2 / 6) * Math.abs(third);
      const roundOff = ((2 / order) * 2 * UNIT_ROUNDOFF * rounding[k]!.value) / h;
      return ofRounding + TRUNCATION_ALLOWANCE * (truncation + roundOff);
    }),
  );
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
