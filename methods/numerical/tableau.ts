import { defaultStep } from './default-step.ts';
import {
  type EstimatedSlope,
  type FirstStep,
  isBetter,
  type Line,
  MOST_CALLS,
  NO_SLOPE,
  noiseOf,
  unconvergedError,
  withDenials,
} from './estimated-slope/estimated-slope.ts';

/** The first step, in units of max(1, |x|) by the relative rule. */
const FIRST = defaultStep(2 ** -3);
/**
 * Each step of a tableau is shorter by this factor: Ridders halves; 1.4 (Numerical Recipes) makes ten steps of as many
 * calls as six here.
 */
const RATIO = 2;
/** A row whose end is off by so many errors of the best entry ends the tableau. */
const WORSE = 2;
/**
 * The error of the best entry is at least this share of the change that ended the tableau. The cause of that change is
 * noise, which grows as 1/h, or a function that varies faster than the steps. It is in the best entry too, even where
 * two entries agree by luck.
 */
const SHARE = 1 / 8;
/**
 * A tableau that ends before an error of this part of the slope is begun anew with a first step shorter by `RESTART`.
 */
const CONVERGED = 2 ** -24;
const RESTART = 2 ** -6;

/** By how much more a step is shortened that leads out of the domain. */
const OUTSIDE = 2 ** -3;

/**
 * One sample of noise is below a third of its standard deviation in a quarter of all cases, and far below it in few.
 */
const SAMPLED = 3;

interface Entry {
  readonly slope: number;
  /**
   * The mean of the two values, extrapolated alike: to f(x). What it differs by in two rows is noise that quotients may
   * hide by luck.
   */
  readonly value: number;
  /** Its error by the rounding of f. */
  readonly roundOff: number;
}

/**
 * The slope by Ridders' extrapolation of central differences to step 0 (Advances in Engineering Software 4, 1982;
 * Numerical Recipes, 3rd ed., 5.7): Neville's tableau over shrinking steps, of which the entry with the least error is
 * taken. The error of an entry is its distance to those that it was made of, and what the rounding of f amounts to in
 * it, which the tableau alone does not see. It is at least the noise that the values show in their means, which is
 * larger than their rounding where f cancels inside.
 */
export function extrapolatedSlope(line: Line, { step, stepRule }: FirstStep = {}): EstimatedSlope {
  let best = NO_SLOPE;
  const seen: Seen = { leastNoise: Number.POSITIVE_INFINITY, bestOfRows: [] };
  const first = step ?? 2 ** Math.round(Math.log2(FIRST(line.x, stepRule)));
  let h = first;
  const isDone = (step: number) => line.calls() + 2 > MOST_CALLS || line.x + step === line.x;
  while (!isDone(h) && !(best.error <= CONVERGED * Math.abs(best.slope))) {
    const found = oneTableau(line, h, isDone, seen);
    if (isBetter(found, best)) best = found;
    h *= RESTART;
  }
  if (!Number.isNaN(best.slope)) return withDenials(best, seen.bestOfRows);
  // a first step so short that no second one is left: its quotient, 0 where it is lost in rounding, of which nothing is
  // claimed
  const quotient = line.x + first / RATIO === line.x ? centralQuotient(line, first) : undefined;
  return quotient ? { slope: quotient.slope, error: Number.POSITIVE_INFINITY } : NO_SLOPE;
}

/** Findings of all tableaux of a line. */
interface Seen {
  leastNoise: number;
  readonly bestOfRows: EstimatedSlope[];
}

/** Values that are whole multiples of their noise may show none of it: then it is the least that other rows showed. */
function oneTableau(line: Line, first: number, isDone: (step: number) => boolean, seen: Seen): EstimatedSlope {
  let best = NO_SLOPE;
  let above: readonly Entry[] = [];
  for (let h = first; !isDone(h); h /= RATIO) {
    const quotient = centralQuotient(line, h);
    if (!quotient) {
      h *= OUTSIDE;
      continue;
    }
    const row = nextRow(quotient, above);
    const shown = above.length > 0 ? Math.abs(row.at(-1)!.value - above.at(-1)!.value) : 0;
    const isFlat = quotient.slope === 0 && quotient.value === above[0]?.value;
    if (shown > 0 && !isFlat) seen.leastNoise = Math.min(seen.leastNoise, shown);
    const noise = (SAMPLED * (isFlat && Number.isFinite(seen.leastNoise) ? seen.leastNoise : shown)) / h;
    let bestOfRow = NO_SLOPE;
    for (let j = 1; j < row.length; j++) {
      const { slope, error } = errorOf(row[j]!, row[j - 1]!, above[j - 1]!);
      const entry = { slope, error: Math.max(error, noise) };
      if (isBetter(entry, bestOfRow)) bestOfRow = entry;
    }
    if (row.length > 1) seen.bestOfRows.push(bestOfRow);
    if (isBetter(bestOfRow, best)) best = bestOfRow;
    const change = row.length > 2 ? Math.abs(row.at(-1)!.slope - above.at(-1)!.slope) : 0;
    if (change >= WORSE * best.error) return { ...best, error: Math.max(best.error, change * SHARE) };
    above = row;
  }
  return best;
}

function centralQuotient(line: Line, h: number): Entry | undefined {
  const [right, left] = [line.at(h), line.at(-h)];
  const slope = (right - left) / (2 * h);
  if (!Number.isFinite(slope)) return undefined;
  const value = (right + left) / 2;
  return { slope, value, roundOff: noiseOf(Math.max(Math.abs(right), Math.abs(left)), line.x, slope) / h };
}

/** A row of the tableau: the quotient, then extrapolations that rid it of h^2, h^4, ..., from the row above. */
function nextRow(quotient: Entry, above: readonly Entry[]): Entry[] {
  const row = [quotient];
  let power = 1;
  for (const other of above) {
    power *= RATIO ** 2;
    const last = row.at(-1)!;
    row.push({
      slope: (last.slope * power - other.slope) / (power - 1),
      value: (last.value * power - other.value) / (power - 1),
      roundOff: (last.roundOff * power + other.roundOff) / (power - 1),
    });
  }
  return row;
}

function errorOf({ slope, roundOff }: Entry, left: Entry, above: Entry): EstimatedSlope {
  const difference = Math.max(Math.abs(slope - left.slope), Math.abs(slope - above.slope));
  return { slope, error: unconvergedError(slope, difference, roundOff + Number.EPSILON * Math.abs(slope)) };
}
