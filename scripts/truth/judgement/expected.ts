import type { DifferenceQuotient, Method, Operator, StepRule } from '../../../methods/method.ts';
import type { DirectionalDerivatives } from '../directional.ts';
import type { PointTruth } from '../point-truth.ts';
import { UNIT_ROUNDOFF } from '../rounding.ts';
import type { Seeds } from '../seeds.ts';
import {
  combinedBound,
  type Expected,
  ROUNDING_ALLOWANCE,
  ratio,
  roundingBound,
  TRUNCATION_ALLOWANCE,
} from './bounds.ts';
import { rangeOfDot } from './deviation.ts';
import { exactProduct, exactTransposedProduct } from './exact-products.ts';
import { expectedHessian, expectedHessianProduct } from './expected-second-order.ts';
import { displacementError, ownRounding, roundOffError, truncationError } from './quotient-error.ts';

export { type Expected, ROUNDING_ALLOWANCE, ratio, TRUNCATION_ALLOWANCE } from './bounds.ts';

/** The correct answer of `operator`, and the error that the error model of `method` allows with steps by `rule`. */
export function expectedAnswer(
  truth: PointTruth,
  operator: Operator,
  method: Method,
  seeds: Seeds,
  rule: StepRule = 'relative',
): Expected {
  if (operator === 'value') {
    if (!truth.rounding) return { exact: truth.values };
    return {
      exact: truth.values,
      bounds: truth.rounding.map(({ value }) => ROUNDING_ALLOWANCE * UNIT_ROUNDOFF * value),
    };
  }
  if (operator === 'hessian') return expectedHessian(truth, method, rule);
  if (operator === 'hvp') return expectedHessianProduct(truth, method, seeds.tangent, rule);
  const { jacobian, ranges } = truth;
  if (operator === 'jvp') return expectedProduct(truth, method, seeds.tangent, rule);
  const bounds = entryBounds(truth, method, rule);
  if (operator === 'vjp') {
    const column = <E>(rows: readonly (readonly E[])[], i: number) => rows.map((row) => row[i]!);
    return {
      exact: exactTransposedProduct(truth, seeds.adjoint),
      ...(ranges && {
        ranges: jacobian[0]!.map((_, i) => rangeOfDot(column(jacobian, i), column(ranges, i), seeds.adjoint)),
      }),
      ...(bounds && {
        bounds: jacobian[0]!.map((_, i) => combinedBound(column(bounds, i), column(jacobian, i), seeds.adjoint)),
      }),
    };
  }
  const conditions = entryConditions(truth);
  return {
    exact: jacobian.flat(),
    ...(ranges && { ranges: ranges.flat() }),
    ...(bounds && { bounds: bounds.flat() }),
    ...(conditions && { conditions }),
  };
}

/** J v; a difference quotient takes one step along v, so it has an error model of its own there. */
function expectedProduct(truth: PointTruth, method: Method, v: Float64Array, rule: StepRule): Expected {
  const { jacobian, rounding, higherAlongTangent, point } = truth;
  const ranges = truth.ranges && { ranges: jacobian.map((row, k) => rangeOfDot(row, truth.ranges![k]!, v)) };
  const exact = exactProduct(truth, v);
  if (!rounding || !higherAlongTangent || !isModelled(method)) return { exact, ...ranges };
  const difference = truncated(method);
  const h = difference && difference.stepAt(Math.max(...point.map(Math.abs)), rule) / Math.max(...v.map(Math.abs));
  const bounds = jacobian.map((row, k) => {
    const entries = row.map((entry, i) => roundingBound(rounding[k]!.partials[i]!, entry));
    const ofRounding = combinedBound(entries, row, v);
    if (!difference) return ofRounding;
    // x + h v is rounded in every coordinate, which no realised step can undo
    const ofArguments = row.reduce((total, { high }, i) => total + Math.abs(high * point[i]!), 0);
    return ofRounding + quotientBound(difference, h!, higherAlongTangent[k]!, rounding[k]!.value + ofArguments);
  });
  return { exact, ...ranges, bounds };
}

/**
 * The quotient whose truncation an answer may have; an exact method, as complex-step, takes a step that leaves none.
 */
function truncated({ error, difference }: Method): DifferenceQuotient | undefined {
  return error === 'truncation' ? difference : undefined;
}

/** Whether the error of the method can be predicted: a truncation of unknown form can't. */
function isModelled({ error, difference }: Method): boolean {
  return error === 'rounding' || difference !== undefined;
}

/** Bound of each entry of the Jacobian, by rows. */
function entryBounds(
  { rounding, higher, point, jacobian }: PointTruth,
  method: Method,
  rule: StepRule,
): number[][] | undefined {
  if (!rounding || !higher) return undefined;
  const difference = truncated(method);
  return jacobian.map((row, k) =>
    row.map((entry, i) => {
      const ofRounding = roundingBound(rounding[k]!.partials[i]!, entry);
      if (!difference) return ofRounding;
      const h = difference.stepAt(point[i]!, rule);
      const ofPoints = TRUNCATION_ALLOWANCE * displacementError(difference, h, point[i]!, higher[k]![i]!);
      const ofQuotient = quotientBound(difference, h, higher[k]![i]!, rounding[k]!.value);
      return ofRounding + ofPoints + ofQuotient + ownRounding(difference, entry.high);
    }),
  );
}

/** The error of a difference quotient of step h by truncation, and by the rounding of f by `weight` units. */
function quotientBound(
  difference: DifferenceQuotient,
  h: number,
  derivatives: DirectionalDerivatives,
  weight: number,
): number {
  return TRUNCATION_ALLOWANCE * (truncationError(difference, h, derivatives) + roundOffError(difference, h, weight));
}

function entryConditions({ rounding, jacobian }: PointTruth): number[] | undefined {
  return (
    rounding &&
    jacobian.flatMap((row, k) => row.map((entry, i) => ratio(rounding[k]!.sensitivity[i]!, Math.abs(entry.high))))
  );
}
