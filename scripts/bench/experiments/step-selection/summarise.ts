import { mean, median } from 'simple-statistics';
import { errorOf } from '../../../truth/exact-number.ts';
import { ratio } from '../../../truth/judgement/bounds.ts';
import { errorToEstimate } from '../../../truth/judgement/estimate.ts';
import { digitsOf, unitInLastPlace } from '../../../truth/judgement/judge.ts';
import type { PointTruth } from '../../../truth/point-truth.ts';
import type { SampledAnswers } from './sampled-answers.ts';

/** An error of more than this many estimates is one that the method claimed not to have. */
export const OVERCLAIMED = 10;

/** The errors of a rule over the points of one problem. */
export interface SelectionSummary {
  readonly digits: { readonly mean: number; readonly median: number; readonly least: number };
  /** Mean calls of f; undefined where the method does not count them. */
  readonly meanCalls: number | undefined;
  /**
   * Of a method that estimates its errors: the share of points where it overclaims, and the largest error / estimate.
   */
  readonly overclaimed?: number;
  readonly worstErrorToEstimate?: number;
  /** Largest over points of the error in ulps of the truth, over the condition number where that is above 1. */
  readonly ulpsOverCondition: number;
}

/** Digits and calls at each point by the best of the `tried` steps, which is the only one but for the oracle. */
export function summarise(tried: readonly SampledAnswers[], truth: readonly PointTruth[]): SelectionSummary {
  const points = truth.map((point, p) => {
    const exact = point.jacobian[0]![0]!;
    const size = Math.abs(exact.high);
    const errors = tried.map(({ slopes }) => Math.abs(errorOf(slopes[p]!, exact)));
    const error = errors.reduce((least, each) => (each < least || Number.isNaN(least) ? each : least), Number.NaN);
    const condition = ratio(point.rounding![0]!.sensitivity[0]!, size);
    const estimate = tried.length === 1 ? tried[0]!.estimates?.[p] : undefined; // the oracle has the truth
    return {
      digits: digitsOf(ratio(error, size)),
      calls: tried[0]!.functionCalls?.[p],
      ulpsOverCondition: ratio(error, unitInLastPlace(size)) / Math.max(1, condition),
      ...(estimate !== undefined && { honesty: errorToEstimate(error, estimate) }),
    };
  });
  const digits = points.map((point) => point.digits);
  const calls = points.flatMap((point) => point.calls ?? []);
  const honesty = points.flatMap((point) => point.honesty ?? []);
  return {
    digits: { mean: mean(digits), median: median(digits), least: Math.min(...digits) },
    meanCalls: calls.length > 0 ? mean(calls) : undefined,
    ...(honesty.length > 0 && {
      overclaimed: honesty.filter((each) => !(each <= OVERCLAIMED)).length / honesty.length,
      worstErrorToEstimate: Math.max(...honesty),
    }),
    ulpsOverCondition: Math.max(...points.map((point) => point.ulpsOverCondition)),
  };
}
