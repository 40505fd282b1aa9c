/** Correct answers of hessian and hvp, and the errors that the error model of a method allows. */
import type { Method, StepRule } from '../../../methods/method.ts';
import type { PointTruth } from '../point-truth.ts';
import type { SecondOrderTruth } from '../second-order.ts';
import { combinedBound, type Expected, ratio, roundingBound } from './bounds.ts';
import { rangeOfDot } from './deviation.ts';
import { entryErrors, productErrors, UNMODELLED_SECOND_DIFFERENCE } from './second-difference.ts';

/** The Hessian, row by row. */
export function expectedHessian(truth: PointTruth, { secondDifference }: Method, rule?: StepRule): Expected {
  const second = secondOrderOf(truth);
  const { hessian, rounding } = second;
  if (!hessian) throw new Error('there is no truth of a Hessian of this size');
  const ofQuotient = secondDifference && entryErrors(secondDifference, truth, second, rule);
  const bounds = sumOf(entryBounds(second)?.flat(), ofQuotient?.flat(), secondDifference !== undefined);
  return {
    exact: hessian.flat(),
    ...(second.ranges && { ranges: second.ranges.flat() }),
    ...(bounds ? { bounds } : secondDifference?.of === 'function' && { tolerance: UNMODELLED_SECOND_DIFFERENCE }),
    ...(rounding && {
      conditions: hessian.flatMap((row, i) =>
        row.map(({ high }, j) => ratio(rounding[i]![j]!.sensitivity, Math.abs(high))),
      ),
    }),
  };
}

/** H v for the tangent v. */
export function expectedHessianProduct(
  truth: PointTruth,
  { secondDifference }: Method,
  v: Float64Array,
  rule?: StepRule,
): Expected {
  const second = secondOrderOf(truth);
  const ofEntries = entryBounds(second);
  const ofRounding = ofEntries?.map((row, i) => combinedBound(row, second.hessian![i]!, v));
  const ofQuotient = secondDifference && productErrors(secondDifference, truth, second, v, rule);
  const bounds = sumOf(ofRounding, ofQuotient, secondDifference !== undefined);
  const { hessian, ranges, productRanges } = second;
  const ofProduct = ranges ? hessian!.map((row, i) => rangeOfDot(row, ranges[i]!, v)) : productRanges;
  return {
    exact: second.product,
    ...(ofProduct && { ranges: ofProduct }),
    ...(bounds ? { bounds } : secondDifference?.of === 'function' && { tolerance: UNMODELLED_SECOND_DIFFERENCE }),
  };
}

function secondOrderOf({ second }: PointTruth): SecondOrderTruth {
  if (!second) throw new Error('no truth of second order was computed');
  return second;
}

/** The error that rounding may cause in each entry of a Hessian by an exact method. */
function entryBounds({ hessian, rounding }: SecondOrderTruth): number[][] | undefined {
  return rounding && hessian?.map((row, i) => row.map((entry, j) => roundingBound(rounding[i]![j]!.weight, entry)));
}

/** Both errors together; that of a quotient, which is far larger, alone where that of rounding is not at hand. */
function sumOf(
  ofRounding: readonly number[] | undefined,
  ofQuotient: readonly number[] | undefined,
  isQuotient: boolean,
): readonly number[] | undefined {
  if (!isQuotient) return ofRounding;
  return ofQuotient?.map((error, i) => error + (ofRounding?.[i] ?? 0));
}
