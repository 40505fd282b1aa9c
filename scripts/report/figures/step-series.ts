/** The rows of a difference quotient over its steps on one problem. */
import { linearRegression, median, quantile } from 'simple-statistics';
import type { Results } from '../content/results.ts';

type StepRow = Results['errorVsStep'][number];

/** One step. */
export interface StepPoint {
  readonly h: number;
  readonly error: number;
  readonly predicted: number;
}

/** All steps of one difference quotient on one problem, from the shortest on. */
export interface StepSeries {
  readonly method: string;
  readonly points: readonly StepPoint[];
  /** The step that is predicted to be best, where the prediction has a minimum. */
  readonly bestStep: number | undefined;
}

/** Whether an answer came, right or wrong: a step that leaves no correct digit is a point of the curve. */
export function hasError({ outcome, absolute_error: error }: StepRow): boolean {
  return (outcome === 'ok' || outcome === 'wrong') && error !== undefined && !Number.isNaN(error);
}

/** One series for each method that has steps, in the order of the rows; what has no error is left out. */
export function stepSeries(rows: readonly StepRow[]): StepSeries[] {
  const answered = rows.filter((row) => row.h && hasError(row));
  return [...new Set(answered.map(({ method }) => method!))].map((method) => {
    const own = answered.filter((row) => row.method === method);
    const points = own.map((row) => ({
      h: row.h!,
      error: row.absolute_error!,
      predicted: row.predicted_error ?? Number.NaN,
    }));
    return { method, points: points.sort((a, b) => a.h - b.h), bestStep: own[0]!.predicted_best_h };
  });
}

/** Steps this close to the predicted best one, in decades either way, are taken together: a single one may be lucky. */
const NEAR_DECADES = 0.5;

/** The measurement at the predicted best step. */
export interface AtBestStep {
  readonly step: number;
  readonly predicted: number;
  /** Median of the errors of the steps near by. */
  readonly measured: number;
}

/** Why there is no comparison with the prediction. */
export type NoComparison = 'not predicted' | 'outside the sweep';

/** Measured against predicted at the step that is predicted to be best. */
export function atBestStep({ points, bestStep }: StepSeries): AtBestStep | NoComparison {
  const predictions = points.map(({ predicted }) => predicted).filter((error) => !Number.isNaN(error));
  if (!bestStep || predictions.length === 0) return 'not predicted';
  const near = points.filter(({ h }) => Math.abs(Math.log10(h / bestStep)) <= NEAR_DECADES);
  const isOutside = bestStep < points[0]!.h || bestStep > points.at(-1)!.h;
  if (isOutside || near.length === 0) return 'outside the sweep';
  return { step: bestStep, predicted: Math.min(...predictions), measured: median(near.map(({ error }) => error)) };
}

/**
 * Of first steps, so many are counted for what a search comes to: a few lead out of the domain, or beyond all that f
 * shows.
 */
const MOST_FIRST_STEPS = 0.9;

/**
 * The error of a method that searches for its step, over the first steps that it tries: nine in ten of them lead to at
 * most this absolute error. Undefined for a difference quotient, whose error is predicted at each step.
 */
export function errorOfSearch({ points }: StepSeries): number | undefined {
  if (!points.every(({ predicted }) => Number.isNaN(predicted))) return undefined;
  return quantile(
    points.map(({ error }) => error),
    MOST_FIRST_STEPS,
  );
}

/** The exponent e of error ~ h^e over a range of steps. */
export interface Slope {
  readonly from: number;
  readonly to: number;
  readonly exponent: number;
}

/** From this many steps on a slope is fitted. */
const FITTED_STEPS = 5;

/**
 * A branch begins where the prediction is this many times its least: at 10 times the best step of order 1, at 1.8 times
 * that of order 6.
 */
const ALONE = 5;

/**
 * The two branches, fitted by least squares on logarithms where the prediction is made of one of both errors alone; the
 * outermost two decades are left out.
 */
export function slopes({ points, bestStep }: StepSeries): { readonly roundOff?: Slope; readonly truncation?: Slope } {
  if (bestStep === undefined) return {};
  const least = Math.min(...points.map(({ predicted }) => predicted).filter((error) => !Number.isNaN(error)));
  const alone = points.filter(({ predicted }) => predicted >= ALONE * least);
  const fitted = (from: number, to: number): Slope | undefined => {
    const used = points.filter(({ h, error }) => h >= from && h <= to && error > 0 && error < Number.POSITIVE_INFINITY);
    if (used.length < FITTED_STEPS) return undefined;
    return { from, to, exponent: linearRegression(used.map(({ h, error }) => [Math.log(h), Math.log(error)])).m };
  };
  const below = alone.findLast(({ h }) => h < bestStep);
  const above = alone.find(({ h }) => h > bestStep);
  const roundOff = below && fitted(points[0]!.h * 100, below.h);
  const truncation = above && fitted(above.h, points.at(-1)!.h / 100);
  return { ...(roundOff && { roundOff }), ...(truncation && { truncation }) };
}

/** An answer of a method that has no step. */
export interface ExactAnswer {
  readonly method: string;
  readonly error: number;
}

/** The methods without a step. */
export function exactAnswers(rows: readonly StepRow[]): ExactAnswer[] {
  return rows.flatMap(({ method, h, outcome, absolute_error: error }) =>
    h === undefined && outcome === 'ok' && error !== undefined && Number.isFinite(error)
      ? [{ method: method!, error }]
      : [],
  );
}

/** |f'|, from an error that is known both ways; undefined where it is 0. */
export function slopeOf(rows: readonly StepRow[]): number | undefined {
  const known = rows.find(
    ({ absolute_error: error, relative_error: relative }) => error && relative && Number.isFinite(relative),
  );
  return known && known.absolute_error! / known.relative_error!;
}
