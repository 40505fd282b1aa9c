import type { Outcome } from '../../tables/tables.ts';
import { type Expected, ratio } from './bounds.ts';
import { deviation, sizeOf } from './deviation.ts';

/** Largest relative error (to the largest true entry) of an answer for which no error model is at hand (n > 50). */
export const UNMODELLED_TOLERANCE = { rounding: 1e-10, truncation: 1e-3 } as const;
/** From this relative error on an answer has no correct digit, whatever its method says of itself. */
const NO_DIGIT = 0.5;
/** -log10 of half an ulp: no double can be told to have more digits than this. */
export const MOST_DIGITS = 53 * Math.log10(2);

/**
 * Of a row that is ok: there is no derivative at one of its points, and its answer is within the range of what may
 * count as one.
 */
export const BY_CONVENTION = 'by convention: no derivative at a kink';

/** How far answers are from the truth. */
export interface Judgement {
  readonly outcome: Extract<Outcome, 'ok' | 'wrong'>;
  /** Why it is wrong, or that it is right by convention. */
  readonly reason: string | undefined;
  readonly maxRelativeError: number;
  readonly maxUlps: number;
  readonly digits: number;
  readonly conditionNumber: number | undefined;
  /** Largest stated bound, relative to the entry's truth. */
  readonly errorBound: number | undefined;
  readonly errorToBound: number | undefined;
}

interface EntryError {
  readonly relative: number;
  readonly ulps: number;
  readonly normwise: number;
  readonly toBound: number | undefined;
  readonly bound: number | undefined;
  readonly isUnknown: boolean;
}

/** Judges the answers at all points: the worst entry decides. */
export function judge(
  answers: readonly Float64Array[],
  expected: readonly Expected[],
  limits: keyof typeof UNMODELLED_TOLERANCE,
): Judgement {
  const errors = expected.flatMap((point, p) => entryErrors(answers[p]!, point));
  const worst = (pick: (error: EntryError) => number | undefined) => largest(errors.map(pick));
  const maxRelativeError = worst((e) => e.relative) ?? Number.NaN;
  const errorToBound = worst((e) => e.toBound);
  const tolerance = expected[0]?.tolerance ?? UNMODELLED_TOLERANCE[limits];
  const wrong = whyWrong(errors, errorToBound, tolerance);
  const isChosen = expected.some(({ ranges }) => ranges?.some((range) => range));
  return {
    outcome: wrong === undefined ? 'ok' : 'wrong',
    reason: wrong ?? (isChosen ? BY_CONVENTION : undefined),
    maxRelativeError,
    maxUlps: worst((e) => e.ulps) ?? Number.NaN,
    digits: digitsOf(maxRelativeError),
    conditionNumber: largest(expected.flatMap(({ conditions }) => conditions ?? [])),
    errorBound: worst((e) => e.bound),
    errorToBound,
  };
}

/** Correct digits of a relative error, from 0 to 15.95. */
export function digitsOf(relativeError: number): number {
  if (Number.isNaN(relativeError)) return 0;
  return Math.min(MOST_DIGITS, Math.max(0, -Math.log10(relativeError)));
}

function whyWrong(
  errors: readonly EntryError[],
  errorToBound: number | undefined,
  tolerance: number,
): string | undefined {
  const normwise = largest(errors.map((e) => e.normwise)) ?? Number.NaN;
  if (Number.isNaN(normwise)) return 'not a number';
  if (normwise >= NO_DIGIT) return 'no correct digit';
  if (errors.some((e) => e.isUnknown)) return 'unknown: the method claims no digit of its answer';
  if (errorToBound !== undefined && !(errorToBound <= 1)) {
    return `error is ${errorToBound.toPrecision(2)} times the bound that the method states`;
  }
  const unbounded = largest(errors.map((e) => (e.toBound === undefined ? e.normwise : undefined))) ?? 0;
  return unbounded <= tolerance ? undefined : `relative error ${unbounded.toExponential(1)} is above ${tolerance}`;
}

function entryErrors(answer: Float64Array, { exact, ranges, bounds, isEstimated }: Expected): EntryError[] {
  const sizes = exact.map((entry, i) => sizeOf(entry, ranges?.[i]));
  const scale = Math.max(...sizes);
  return exact.map((entry, i) => {
    const error = deviation(answer[i]!, entry, ranges?.[i]);
    const size = sizes[i] === 0 ? scale : sizes[i]!;
    const stated = bounds?.[i];
    const isUnknown = isEstimated === true && stated === Number.POSITIVE_INFINITY;
    // an estimate that is not a number is a fault; a model that overflows says nothing
    const bound = Number.isFinite(stated) || (isEstimated && !isUnknown) ? stated : undefined;
    return {
      relative: ratio(error, size),
      ulps: ratio(error, unitInLastPlace(size)),
      // All values are 0: there is no digit to lose.
      normwise: scale === 0 && bound !== undefined && !Number.isNaN(error) ? 0 : ratio(error, scale),
      bound: bound === undefined ? undefined : ratio(bound, size),
      // A missing bound stays missing, even where there is no error.
      toBound: bound === undefined || Number.isNaN(bound) ? bound : ratio(error, bound),
      isUnknown,
    };
  });
}

/** The distance of doubles at |x|. */
export function unitInLastPlace(x: number): number {
  if (x < 2 ** -1022) return Number.MIN_VALUE;
  const exponent = Math.floor(Math.log2(x));
  const power = 2 ** exponent; // log2 may round up to the next power
  return (power > x ? power / 2 : power) * Number.EPSILON;
}

/** The largest of the numbers that there are; NaN if any is NaN. */
function largest(values: readonly (number | undefined)[]): number | undefined {
  let result: number | undefined;
  for (const value of values) {
    if (value === undefined) continue;
    result = result === undefined ? value : Math.max(result, value);
  }
  return result;
}
