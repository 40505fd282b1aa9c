import { type CentralOrder, centralWeights } from '../central-weights.ts';
import { type Line, noiseOf } from '../estimated-slope/estimated-slope.ts';

const WEIGHTS: Readonly<Record<CentralOrder, readonly number[]>> = {
  2: centralWeights(2),
  4: centralWeights(4),
  6: centralWeights(6),
  8: centralWeights(8),
};

/** A central difference at a step h, beside the same one at 2 h. */
export interface Trial {
  readonly h: number;
  readonly slope: number;
  /** |slope at h - slope at 2 h|: the truncation at 2 h, as long as both converge. */
  readonly difference: number;
  /** The error of the slope at h by the rounding of f. */
  readonly roundOff: number;
  /** The error of the slope by noise of f, as a multiple of the noise. */
  readonly amplification: number;
  /**
   * The noise that the values themselves show, which is larger than their rounding where f cancels inside; 0 where they
   * tell nothing.
   */
  readonly seenNoise: number;
  /**
   * Shi, Xie, Xuan and Nocedal's testing ratio: the difference in units of the least that rounding alone makes of it.
   */
  readonly ratio: number;
  /** The error that the slope could have if the values said nothing of it. */
  readonly range: number;
  /**
   * Whether f grows far more over the step than its value and slope explain: a shorter step has less round-off as well.
   */
  readonly isSteep: boolean;
}

/** So many times what value and slope explain. */
const STEEP = 4;

/** Calls of f that a trial takes where none of its values is known yet: some multiples of h are those of 2 h. */
export function callsOf(order: CentralOrder): number {
  return order + 2 * Math.ceil(order / 4);
}

/** Tries a step; undefined where a value is not finite. It calls f at 0 and at the multiples 1 ... p/2 of h and 2 h. */
export function tryStep(line: Line, order: CentralOrder, h: number): Trial | undefined {
  const weights = WEIGHTS[order];
  let [slope, twice, largest] = [0, 0, 0];
  for (const [i, weight] of weights.entries()) {
    const k = (i + 1) * h;
    const values = [line.at(k), line.at(-k), line.at(2 * k), line.at(-2 * k)] as const;
    if (!values.every(Number.isFinite)) return undefined;
    slope += weight * (values[0] - values[1]);
    twice += weight * (values[2] - values[3]);
    largest = Math.max(largest, Math.abs(values[0]), Math.abs(values[1]));
  }
  slope /= h;
  const amplification = (2 * weights.reduce((total, weight) => total + Math.abs(weight), 0)) / h;
  const difference = Math.abs(slope - twice / (2 * h));
  const least = amplification * Number.EPSILON * largest;
  return {
    h,
    slope,
    difference,
    roundOff: amplification * noiseOf(largest, line.x, slope) + Number.EPSILON * Math.abs(slope),
    amplification,
    seenNoise: seenNoise(line, order, h),
    range: amplification * largest,
    ratio: difference === 0 ? 0 : difference / least,
    isSteep: largest > STEEP * (Math.abs(line.at(0)) + weights.length * h * Math.abs(slope)),
  };
}

/** Multiples of h to either side whose values a trial of order 6 has without a gap: 1, 2, 3, and 4 as twice 2. */
const NEIGHBOURS = 4;
/** The standard deviation of a difference of noise, by its order k: the root of (2k)! / (k! k!). */
const AMPLIFIED = { 7: Math.sqrt(3432), 8: Math.sqrt(12_870) } as const;
/** The largest of three samples that depend on each other is seldom below a third of the standard deviation. */
const SAMPLED = 3;

/**
 * The noise of f as its differences of order 7 and 8 show it (Hamming, Introduction to Applied Numerical Analysis,
 * 1971; Moré and Wild, SIAM Journal on Scientific Computing 33, 2011, 1292-1314): from values that a trial of order 6
 * has already. Its truncation is of degree 7: the eighth difference is free of it, and what a seventh holds of it is
 * less than what the trial at 2 h shows. At order 8 the same values hold lower powers than its truncation, and below
 * there are too few.
 */
function seenNoise(line: Line, order: CentralOrder, h: number): number {
  if (order !== 6) return 0;
  let row = Array.from({ length: 2 * NEIGHBOURS + 1 }, (_, k) => line.at((k - NEIGHBOURS) * h));
  const differences = () => {
    row = row.slice(1).map((value, i) => value - row[i]!);
    return Math.max(...row.map(Math.abs));
  };
  while (row.length > 3) differences();
  return SAMPLED * Math.max(differences() / AMPLIFIED[7], differences() / AMPLIFIED[8]);
}
