import type { Iterate, Objective } from './objective.ts';

/** A point with value and gradient. */
export interface Evaluated extends Iterate {
  readonly value: number;
  readonly gradient: Float64Array;
}

/** delta: the share of the decrease that the slope promises which is asked for. */
const SUFFICIENT = 0.1;
/** sigma: the share of the slope that may be left. */
const CURVATURE = 0.9;
/** A rise of f by this share is taken for its rounding. Paper: epsilon, 1e-6. */
const SLACK = 1e-9;
/** An interval shrinks by tens or to tens at the least. */
const MOST_TRIALS = 40;
/** How much longer a step becomes that is too short. */
const GROWTH = 4;

/** Value and gradient at x. */
export function evaluate(f: Objective, x: Float64Array, value = f.value(x)): Evaluated {
  const gradient = new Float64Array(x.length);
  f.gradient(x, gradient);
  return { x, value, gradient, gradientNorm: Math.hypot(...gradient) };
}

/**
 * A step along `direction`, `first` tried first, by the (approximate) Wolfe conditions of Hager and Zhang, A new
 * conjugate gradient method with guaranteed descent and an efficient line search, SIAM J. Optim. 16 (2005), (T1) and
 * (T2). Near a minimum values of f differ by rounding alone once x is within some 1e-8 of it; (T2) goes on by slopes,
 * so that the gradient decides how near one comes. Undefined where there is no such step: the direction does not go
 * down, or what is left of the interval is rounding of x.
 */
export function lineSearch(
  f: Objective,
  from: Evaluated,
  direction: Float64Array,
  first: number,
): Evaluated | undefined {
  const slope = dot(from.gradient, direction);
  if (!(slope < 0)) return undefined;
  const highest = from.value + SLACK * Math.abs(from.value);
  let low: End = { at: 0, slope };
  let high: (Pick<End, 'at'> & Partial<End>) | undefined;
  let step = first;
  for (let trial = 0; trial < MOST_TRIALS; trial++) {
    const x = from.x.map((xi, i) => xi + step * direction[i]!);
    if (x.every((xi, i) => xi === from.x[i])) return undefined;
    const value = f.value(x);
    if (value <= highest) {
      const here = evaluate(f, x, value);
      const left = dot(here.gradient, direction);
      if (Number.isNaN(left)) return here; // whoever watches sees it
      const isFlat = left >= CURVATURE * slope;
      const isEnough = value <= from.value + SUFFICIENT * step * slope; // (T1)
      if (isFlat && (isEnough || left <= (2 * SUFFICIENT - 1) * slope)) return here;
      if (isFlat) high = { at: step, slope: left };
      else low = { at: step, slope: left };
    } else high = { at: step };
    step = between(low, high);
  }
  return undefined;
}

/** An end of the interval of steps. */
interface End {
  readonly at: number;
  readonly slope: number;
}

/**
 * The next trial point: where the slope is 0 by the secant, kept off the ends. It is the middle where f is too high to
 * be asked for a slope, and lies further on where there is no end.
 */
function between(low: End, high: (Pick<End, 'at'> & Partial<End>) | undefined): number {
  if (!high) return GROWTH * low.at;
  const share = high.slope === undefined ? 0.5 : low.slope / (low.slope - high.slope);
  const kept = Number.isFinite(share) ? Math.min(0.9, Math.max(0.1, share)) : 0.5;
  return low.at + kept * (high.at - low.at);
}

/** x'y. */
export function dot(x: Float64Array, y: Float64Array): number {
  return x.reduce((sum, xi, i) => sum + xi * y[i]!, 0);
}
