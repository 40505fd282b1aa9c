import type { StepRule } from '../../method.ts';
import type { CentralOrder } from '../central-weights.ts';
import { defaultStep } from '../default-step.ts';
import type { Line } from '../estimated-slope/estimated-slope.ts';

/** Probes that are made before the search; two calls each. */
const MOST_PROBES = 4;
/** The unit of a probe: max(1, |x|) by the relative rule, 1 by the absolute one. */
const UNIT = defaultStep(1);
/** The first probe in this unit, and the factor by which each is shorter than the one before. */
const PROBE = 2 ** -10;
/**
 * A second difference below this part of the value, or below half the first difference times this, is that of a smooth
 * stretch.
 */
const SMOOTH = 1 / 16;
/** The first step of a search, as a part of the length over which f changes: near the best one where f is like exp. */
const PART: Readonly<Record<CentralOrder, number>> = { 2: 2 ** -16, 4: 2 ** -9, 6: 2 ** -6, 8: 2 ** -5 };

/**
 * The length over which f changes, as a first guess of the step: the larger of |f'/f''| and sqrt(|f/f''|), at most
 * |f/f'|, or where that is less |f'/f''| and the unit, since at an inflection f'' tells no length; from differences
 * over a probe that is shortened until it is a smooth stretch of finite values. A power of two, so that x + k h is
 * mostly exact.
 */
export function firstStep(line: Line, order: CentralOrder, rule?: StepRule): number {
  const { x } = line;
  const f = line.at(0);
  const unit = UNIT(x, rule);
  let probe = powerOfTwo(unit * PROBE);
  for (let i = 0; i < MOST_PROBES; i++, probe *= PROBE) {
    const [right, left] = [line.at(probe), line.at(-probe)];
    const [first, second] = [right - left, right - 2 * f + left].map(Math.abs) as [number, number];
    const noise = Number.EPSILON * Math.max(Math.abs(f), Math.abs(right), Math.abs(left));
    const isSmooth = second <= 4 * noise || second <= SMOOTH * Math.abs(f) || second <= (SMOOTH * first) / 2;
    if (!Number.isFinite(second) || !isSmooth) continue;
    if (first <= 16 * noise) return probe; // flat: there is no length to be seen
    const [slope, bend] = [first / (2 * probe), second / probe ** 2];
    const toZero = Math.abs(f) / slope;
    if (second <= 4 * noise) {
      // straight: over this length f may turn without showing it in these values
      const seen = (first * probe) / (8 * noise);
      return powerOfTwo(Math.max(PART[order] * Math.min(toZero, Math.max(seen, unit)), probe / 8));
    }
    const turning = Math.max(slope / bend, Math.min(Math.sqrt(Math.abs(f) / bend), unit));
    return powerOfTwo(PART[order] * Math.min(turning, Math.max(toZero, Math.min(slope / bend, unit))));
  }
  return powerOfTwo(probe / PROBE);
}

/** The power of two nearest to a positive length, in the logarithm. */
export function powerOfTwo(length: number): number {
  return 2 ** Math.round(Math.log2(length));
}
