/**
 * Steps of the complex step: how far along the imaginary axis it goes at a point. Powers of two, so that dividing by
 * one rounds nothing.
 */

/** The step where numbers are near 1: its square is 2^-200, far below any rounding. */
const STEP = 2 ** -100;
/** At 0, which has no size of its own: its square is 0, so that the slope of x^3 is. */
const STEP_AT_ZERO = 2 ** -540;
/** The middle step there. */
const MIDDLE_AT_ZERO = 2 ** -300;
/** How far from 1 a number of ordinary size may be. */
const ORDINARY = 2 ** 60;
/** The middle step beside the smaller of x and 1, and the long one beside the largest number: squared, 2^-60. */
const MIDDLE = 2 ** -30;
/** From here on h^2 is no rounding beside x^2. */
const NOT_SMALL = 2 ** -26;

/**
 * Three steps. A function may change as fast as log x or as e^x, so the short one is small beside x and beside 1:
 * nothing is truncated. But its product with a slope may underflow, as with that of x^2 at 1e-200; the long one is
 * small beside the largest number alone.
 */
export interface Steps {
  readonly short: number;
  /** As long as leaves a slope its digits, unless a number lies much nearer to an edge of the function than to 0. */
  readonly middle: number;
  readonly long: number;
  /** Whether all numbers are of ordinary size. */
  readonly isOrdinary: boolean;
  /** Whether even the short one is not small beside x, since there is no smaller double. */
  readonly isTooLong: boolean;
}

/** The steps that are the same everywhere. */
export function fixedSteps(step: number): Steps {
  return { short: step, middle: step, long: step, isOrdinary: true, isTooLong: false };
}

/** The short step at the coordinate x. */
export function shortStep(x: number): number {
  const size = Math.abs(x);
  if (size === 0) return STEP_AT_ZERO;
  return size < 1 ? Math.max(STEP * powerOfTwoBelow(size), Number.MIN_VALUE) : STEP;
}

/** Whether the numbers are 0, or of a size beside which a product underflows only where the slope does itself. */
export function areAllOrdinary(x: Float64Array): boolean {
  for (let i = 0; i < x.length; i++) {
    const size = Math.abs(x[i]!);
    if (!((size <= ORDINARY && size >= 1 / ORDINARY) || size === 0)) return false;
  }
  return true;
}

const double = new Float64Array(1);
const halves = new Uint32Array(double.buffer);
const HIGH = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0;

/**
 * The largest power of two that is not above a positive number: its exponent alone. `Math.log2` takes 20 times as long.
 */
function powerOfTwoBelow(size: number): number {
  if (size < 2 ** -1022) return 2 ** Math.floor(Math.log2(size));
  double[0] = size;
  halves[HIGH]! &= 0x7ff00000;
  halves[1 - HIGH] = 0;
  return double[0]!;
}

/** The steps along coordinate i. */
export function stepsAt(x: Float64Array, i: number): Steps {
  const size = Math.abs(x[i]!);
  const short = shortStep(size);
  let largest = 1;
  for (const xi of x) {
    const other = Math.abs(xi);
    if (other > largest) largest = other;
  }
  const middle = size === 0 ? MIDDLE_AT_ZERO : Math.min(1, powerOfTwoBelow(size)) * MIDDLE;
  const isTooLong = size > 0 && short > size * NOT_SMALL;
  const long = Number.isFinite(largest) ? MIDDLE * powerOfTwoBelow(largest) : middle;
  return { short, middle, long, isOrdinary: areAllOrdinary(x), isTooLong };
}

/**
 * The steps along v, from those of the coordinates: the largest with which no coordinate goes further than by its own.
 */
export function stepsAlong(v: Float64Array, at: (i: number) => Steps): Steps {
  let along: Steps | undefined;
  v.forEach((vi, i) => {
    if (vi === 0) return;
    const own = at(i);
    const length = 2 ** Math.ceil(Math.log2(Math.abs(vi)));
    along = {
      short: Math.min(own.short / length, along?.short ?? Number.POSITIVE_INFINITY),
      middle: Math.min(own.middle / length, along?.middle ?? Number.POSITIVE_INFINITY),
      long: Math.min(own.long / length, along?.long ?? Number.POSITIVE_INFINITY),
      isOrdinary: own.isOrdinary,
      isTooLong: own.isTooLong || (along?.isTooLong ?? false),
    };
  });
  return along ?? fixedSteps(STEP);
}
