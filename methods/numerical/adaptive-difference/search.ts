import type { CentralOrder } from '../central-weights.ts';
import {
  type EstimatedSlope,
  type FirstStep,
  isBetter,
  type Line,
  MOST_CALLS,
  NO_SLOPE,
  unconvergedError,
  withDenials,
} from '../estimated-slope/estimated-slope.ts';
import { firstStep, powerOfTwo } from './first-step.ts';
import { callsOf, type Trial, tryStep } from './stencil.ts';

/** Below this testing ratio a longer step has less round-off and hardly more truncation. */
const LEAST_RATIO = 1.5;
/** From this round-off on, in units of the slope's own rounding, a longer step is not worth it. */
const ROUNDED = 8;
/** By how much the step grows where truncation can't be seen at all, and how much more each time. */
const GROWTH = 8;
/** By how much the step is shortened where it leads out of the domain, or to values that say nothing of the slope. */
const OUTSIDE = 1 / 32;
/**
 * An accepted step has a truncation of the difference over 2^p - 1. The estimate takes it over 2 only: where f cancels
 * inside, its rounding is larger than its value tells, and the difference is that.
 */
const SHRINKING = 2;

/** More than this many round-offs no slope is off. */
const SURE = 10;

/**
 * The testing ratio up to which a step is accepted: there its truncation, 2^p times less than at 2 h, is about the
 * round-off.
 */
function mostRatio(order: CentralOrder): number {
  return 1.5 * 2 ** order;
}

/**
 * The slope by a central difference of order p, at a step for which its difference to the same at 2 h stands out of the
 * round-off, but not far (Shi, Xie, Xuan and Nocedal, SIAM Journal on Scientific Computing 44, 2022, algorithm 2.1,
 * with their testing ratio for this pair). A step that is too long is shortened by what order p predicts, one that is
 * too short grows; halving and doubling keep most values.
 */
export function adaptiveSlope(line: Line, order: CentralOrder, { step, stepRule }: FirstStep = {}): EstimatedSlope {
  const most = mostRatio(order);
  const middle = Math.sqrt(LEAST_RATIO * most);
  let [low, high, growth] = [0, Number.POSITIVE_INFINITY, GROWTH];
  const trials: Trial[] = [];
  let short: Trial | undefined;
  let noise = Number.POSITIVE_INFINITY;
  let h = step ?? firstStep(line, order, stepRule);
  /** The step itself times a power of two, strictly between the bounds if there is one. */
  const scaled = (factor: number): number => {
    const wanted = h * powerOfTwo(factor);
    return wanted > low && wanted < high ? wanted : h * powerOfTwo(Math.sqrt(low * high) / h);
  };
  for (;;) {
    const tried = tryStep(line, order, h);
    const trial = tried && short && contradicts(tried, short) ? undefined : tried;
    if (trial) {
      if (trial.seenNoise > 0) noise = Math.min(noise, trial.seenNoise);
      trials.push(trial);
    }
    if (trial && trial.ratio <= most && (trial.ratio >= LEAST_RATIO || isRounded(trial))) break;
    const isTooLong = trial === undefined || trial.ratio > most || trial.isSteep;
    if (isTooLong) high = h;
    else {
      low = h;
      short = trial;
    }
    let next: number;
    if (trial === undefined) next = low > 0 ? scaled(1 / 2) : h * OUTSIDE;
    else if (trial.ratio > most) next = scaled(Math.min(1 / 2, (middle / trial.ratio) ** (1 / (order + 1))));
    else if (isTooLong) next = scaled(OUTSIDE);
    else if (trial.ratio < 1) {
      next = scaled(growth);
      growth *= growth;
    } else next = scaled(Math.max(2, (middle / trial.ratio) ** (1 / (order + 1))));
    const isNew = next > low && next < high && next !== h && line.x + next !== line.x;
    const reused = next === h / 2 || next === 2 * h;
    if (!isNew || line.calls() + (reused ? 4 : callsOf(order)) > MOST_CALLS) break;
    h = next;
  }
  const candidates = trials.map((trial) => estimated(line, trial, most, noise));
  const best = candidates.reduce((least, candidate) => (isBetter(candidate, least) ? candidate : least), NO_SLOPE);
  return withDenials(best, candidates);
}

function isRounded({ slope, roundOff }: Trial): boolean {
  return roundOff <= ROUNDED * Number.EPSILON * Math.abs(slope);
}

/** A slope at a step, and what rounding does to it. */
type ShownSlope = Pick<Trial, 'h' | 'slope' | 'roundOff'>;

/**
 * Whether a longer step denies what a shorter one, of which only round-off is wrong, is sure of: then a kink lies
 * between them.
 */
export function contradicts(longer: ShownSlope, shorter: ShownSlope): boolean {
  return longer.h > shorter.h && Math.abs(longer.slope - shorter.slope) > SURE * shorter.roundOff + longer.roundOff;
}

/**
 * The slope by a trial: it tells nothing where its step is lost in the rounding of x. Values that are whole multiples
 * of their noise may show none of it: then it is the least, `noise`, that other steps showed.
 */
function estimated({ x }: Line, trial: Trial, most: number, noise: number): EstimatedSlope {
  const { h, slope, difference, roundOff, amplification, seenNoise, ratio, range, isSteep } = trial;
  if (x + h === x || x - h === x) return { slope, error: Number.POSITIVE_INFINITY };
  if (isSteep && ratio < LEAST_RATIO) return { slope, error: range };
  const hidden = seenNoise > 0 || noise === Number.POSITIVE_INFINITY ? seenNoise : noise;
  const error = ratio > most ? unconvergedError(slope, difference, roundOff) : difference / SHRINKING + roundOff;
  return { slope, error: Math.max(error, amplification * hidden) };
}
