/**
 * Derivatives at a step that is given, by the judgement of every other answer: the error model at that step is the
 * bound.
 */
import type { DifferenceQuotient, Method } from '../../../methods/method.ts';
import type { Instance } from '../../../suites/problem.ts';
import type { PointTruth } from '../point-truth.ts';
import { testSeeds } from '../seeds.ts';
import { withEstimate } from './estimate.ts';
import { expectedAnswer } from './expected.ts';
import { type Judgement, judge } from './judge.ts';
import { truncationTerms } from './quotient-error.ts';

/** The derivative of a function of one variable that came of a step; without one where the method has none. */
export interface StepAnswer {
  readonly derivative: number;
  /** The error that the method expects; absent where it does not say. */
  readonly estimate?: number | undefined;
  readonly h: number | undefined;
}

/** Judges the derivative. Where no error model holds at the step, the reason says why, and no bound is stated. */
export function judgeStep(
  f: Instance,
  truth: PointTruth,
  method: Method,
  { derivative, estimate, h }: StepAnswer,
): Pick<Judgement, 'outcome' | 'reason' | 'errorToBound'> {
  const { difference } = method;
  const unknown = difference && h !== undefined ? whyUnmodelled(f, truth, difference, h) : undefined;
  const atStep: Method =
    difference && h !== undefined
      ? { ...method, error: 'truncation', difference: { ...difference, stepAt: () => h } }
      : method;
  const stated = withEstimate(
    expectedAnswer(truth, 'gradient', atStep, testSeeds(f)),
    method.estimatesError && Float64Array.of(estimate ?? Number.NaN),
  );
  const { exact, ranges } = stated;
  const expected = unknown === undefined ? stated : { exact, ...(ranges && { ranges }) };
  const verdict = judge([Float64Array.of(derivative)], [expected], method.error);
  if (unknown === undefined || verdict.outcome === 'ok') return verdict;
  return { ...verdict, reason: `${verdict.reason}: ${unknown}` };
}

/** Why an error model says nothing of a step, if so. */
function whyUnmodelled(f: Instance, truth: PointTruth, difference: DifferenceQuotient, h: number): string | undefined {
  const x = truth.point[0]!;
  if (difference.weights > 0) {
    if (x + h === x || x - h === x) return 'the step is lost in the rounding of x';
    const reach = Math.max(1, Math.floor(difference.order / 2));
    const steps = Array.from({ length: 2 * reach }, (_, i) => (i < reach ? i - reach : i - reach + 1));
    const isInside = steps.every((k) => (difference.order === 1 && k < 0) || Number.isFinite(valueAt(f, x + k * h)));
    if (!isInside) return 'the step leads out of the domain';
  }
  return isFalling(truncationTerms(difference, h, truth.higher![0]![0]!))
    ? undefined
    : 'the step is too long for the derivatives that are known';
}

function valueAt(f: Instance, x: number): number {
  return f.kind === 'scalar' ? f.byHand.value(Float64Array.of(x)) : Number.NaN;
}

/**
 * Whether the last known term of a truncation error is less than the leading ones, so that those after it may be left
 * out.
 */
function isFalling(terms: readonly number[]): boolean {
  const last = terms.at(-1) ?? 0;
  return Number.isFinite(last) && (last === 0 || last < Math.max(...terms.slice(0, -1)));
}

/** Whether a row is wrong at a step of which its error model says so, or of which it says nothing. */
export function isForeseen(row: {
  readonly h?: number | undefined;
  readonly error_to_bound?: number | undefined;
}): boolean {
  return row.h !== undefined && (row.error_to_bound === undefined || row.error_to_bound <= 1);
}
