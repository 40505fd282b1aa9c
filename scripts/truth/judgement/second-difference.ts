/**
 * The stated error of difference quotients of second order: leading truncation term plus round-off (Press et al., 3rd
 * ed., 5.7).
 */
import type { SecondDifference, StepRule } from '../../../methods/method.ts';
import type { ExactNumber } from '../exact-number.ts';
import type { PointTruth } from '../point-truth.ts';
import { UNIT_ROUNDOFF } from '../rounding.ts';
import type { SecondOrderTruth } from '../second-order.ts';
import { TRUNCATION_ALLOWANCE } from './bounds.ts';

/**
 * Relative error (to the largest true entry) that is allowed for second differences of the function without an error
 * model. A division by h^2 leaves a third of the digits (order 1) or a half (order 2).
 */
export const UNMODELLED_SECOND_DIFFERENCE = 0.1;

/**
 * The error of each entry of a Hessian by truncation and round-off, by rows; undefined where there are no models (n >
 * 50).
 */
export function entryErrors(
  { of, order, stepAt }: SecondDifference,
  { point, jacobian, rounding }: PointTruth,
  { hessian, higher }: SecondOrderTruth,
  rule?: StepRule,
): number[][] | undefined {
  if (!hessian || !higher || !rounding) return undefined;
  const steps = Array.from(point, (x) => stepAt(x, rule));
  const { value, partials } = rounding[0]!;

  /** Leading term of the truncation error, along i with step h and along j with step k. */
  function truncation(i: number, j: number, h: number, k: number): number {
    if (order === 1) return (h * Math.abs(higher![i]!.third[j]!) + k * Math.abs(higher![j]!.third[i]!)) / 2;
    const sum = h * (h * Math.abs(higher![i]!.fourth[j]!)) + k * (k * Math.abs(higher![j]!.fourth[i]!));
    return sum / (of === 'gradient' ? 12 : i === j ? 24 : 6);
  }

  /**
   * The rounding of the values that are differenced, which differ from f(x) by the slopes times the steps, times the
   * magnitudes of their coefficients.
   */
  function roundOff(i: number, j: number, h: number, k: number): number {
    if (of === 'function') {
      const size = value + h * Math.abs(jacobian[0]![i]!.high) + k * Math.abs(jacobian[0]![j]!.high);
      return ((2 * UNIT_ROUNDOFF * size) / h / k) * (order === 1 || i === j ? 4 : 1);
    }
    const slope = (at: number) => partials[at]! + Math.abs(jacobian[0]![at]!.high);
    return UNIT_ROUNDOFF * (slope(i) / k + slope(j) / h);
  }

  return steps.map((h, i) =>
    steps.map((k, j) => TRUNCATION_ALLOWANCE * (truncation(i, j, h, k) + roundOff(i, j, h, k))),
  );
}

/** The error of each entry of H v. Here x + t v is rounded in every coordinate, which no realised step can undo. */
export function productErrors(
  { of, order, stepAt }: SecondDifference,
  { point, jacobian, rounding }: PointTruth,
  { hessian, higher, higherAlongTangent: along }: SecondOrderTruth,
  v: Float64Array,
  rule?: StepRule,
): number[] | undefined {
  if (!hessian || !higher || !along || !rounding) return undefined;
  const { value, partials } = rounding[0]!;
  const t = stepAt(largest(point), rule) / largest(v);
  const moved = (row: readonly ExactNumber[]) => row.reduce((sum, { high }, k) => sum + Math.abs(high * point[k]!), 0);
  const alongV = (gradient: readonly number[]) => Math.abs(gradient.reduce((sum, slope, k) => sum + slope * v[k]!, 0));

  function ofGradient(i: number): number {
    const weight = partials[i]! + Math.abs(jacobian[0]![i]!.high) + moved(hessian![i]!);
    return (t * (t * Math.abs(along!.fourth[i]!))) / 6 + (2 * UNIT_ROUNDOFF * weight) / t;
  }

  function ofFunction(i: number): number {
    const h = stepAt(point[i]!, rule);
    const away = h * Math.abs(jacobian[0]![i]!.high) + t * alongV(jacobian[0]!.map(({ high }) => high));
    const roundOff = (2 * UNIT_ROUNDOFF * (value + away + moved(jacobian[0]!))) / h / t;
    if (order === 1) {
      return (h * alongV(higher![i]!.third) + t * Math.abs(along!.third[i]!)) / 2 + 4 * roundOff;
    }
    return (h * (h * alongV(higher![i]!.fourth)) + t * (t * Math.abs(along!.fourth[i]!))) / 6 + roundOff;
  }

  return hessian.map((_, i) => TRUNCATION_ALLOWANCE * (of === 'gradient' ? ofGradient(i) : ofFunction(i)));
}

function largest(x: Float64Array): number {
  return x.reduce((found, xi) => Math.max(found, Math.abs(xi)), 0);
}
