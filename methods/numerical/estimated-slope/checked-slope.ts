import { defaultStep } from '../default-step.ts';
/**
 * The claim of a slope, held against values far nearer to x and far off: a search does not see what is finer than its
 * steps.
 */
import { type EstimatedSlope, type FirstStep, type Line, noiseOf, type SlopeFinder } from './estimated-slope.ts';

/** An error of more than this part of the slope may be noise of f, or a structure of f finer than the steps. */
const UNSURE = 2 ** -24;
/**
 * The shorter of two steps that tell noise from structure, in units of max(1, |x|): of a structure that is longer they
 * see the slope.
 */
const FINE = defaultStep(2 ** -26);
/**
 * Two quotients agree within this part of what they differ by from the slope: those of noise differ by about as much.
 */
const AGREED = 1 / 8;
/** A quotient confirms a slope that is within so many of its round-offs. */
const CONFIRMED = 4;
/** Where all values are alike, they are looked at over this length, in the same units. */
const FAR = defaultStep(2 ** -3);

/**
 * The slope of a line by `find`. It calls f at most four times more: where the slope is unsure or denied, or f flat as
 * far as it looked.
 */
export function checkedSlope(line: Line, find: SlopeFinder, first: FirstStep): EstimatedSlope {
  let level: number | undefined;
  let isFlat = true;
  const watched: Line = {
    ...line,
    at(t) {
      const value = line.at(t);
      level ??= value;
      isFlat &&= value === level;
      return value;
    },
  };
  const found = find(watched, first);
  const { slope, error, deniedBy = 0 } = found;
  if (!Number.isFinite(error)) return found;
  if (isFlat && level !== undefined) return { slope, error: Math.max(error, slopeOfStairs(line, level)) };
  if (error <= UNSURE * Math.abs(slope) && deniedBy === 0) return found;
  const fine = fineQuotient(line);
  const distance = Math.abs(fine.slope - slope);
  if (distance <= CONFIRMED * fine.roundOff) return { slope, error };
  const isStructure = !fine.isFlat && fine.difference <= AGREED * distance;
  return { slope, error: Math.max(error, deniedBy, isStructure ? distance : 0) };
}

/** The slope of stairs that are longer than any step of the search; 0 of a function that does not vary. */
function slopeOfStairs({ x, at }: Line, level: number): number {
  const h = FAR(x);
  const rise = Math.max(Math.abs(at(h) - level), Math.abs(at(-h) - level)) / h;
  return Number.isFinite(rise) ? rise : Number.POSITIVE_INFINITY;
}

interface FineQuotient {
  readonly slope: number;
  /** Its difference from that of twice the step. */
  readonly difference: number;
  readonly roundOff: number;
  /** Whether all four values are alike: x stands on a stair, whose height is noise. */
  readonly isFlat: boolean;
}

function fineQuotient({ x, at }: Line): FineQuotient {
  const h = FINE(x);
  const [right, left, farRight, farLeft] = [at(h), at(-h), at(2 * h), at(-2 * h)];
  const slope = (right - left) / (2 * h);
  return {
    slope,
    difference: Math.abs(slope - (farRight - farLeft) / (4 * h)),
    roundOff: noiseOf(Math.max(Math.abs(right), Math.abs(left)), x, slope) / h,
    isFlat: right === left && farRight === farLeft && right === farRight,
  };
}
