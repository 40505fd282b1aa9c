/** Gradient descent w <- w - eta grad L(w) with a fixed step, from the first point of a problem. */
export interface Descent {
  /** The step eta. */
  readonly rate: number;
  /** The steps at which the weights are kept, in increasing order: from 0, the start, to the last. */
  readonly logged: readonly number[];
  /**
   * The reference of the weights: the same descent over decimals, or with the hand-written gradient where decimals take
   * too long.
   */
  readonly comparedWith: 'decimals' | 'by hand';
}

/** A problem that is trained, by its name and size, and how. */
export interface TrainedProblem {
  readonly suite: string;
  readonly problem: string;
  readonly size: number;
  readonly descent: Descent;
}

/** How many of the logged steps are evenly spaced. */
const EVENLY = 24;

/**
 * The problems that are trained. A convex loss falls at every step where eta is below 2/L, with L the largest curvature
 * on the way. The steps are about as long as that allows. Their number is large enough that only the rounding of the
 * loss is left.
 */
export const trainedProblems: readonly TrainedProblem[] = [
  {
    suite: 'training',
    problem: 'logistic-regression',
    size: 10,
    descent: { rate: 0.2, logged: loggedSteps(72), comparedWith: 'decimals' },
  },
  {
    suite: 'training',
    problem: 'logistic-regression',
    size: 100,
    descent: { rate: 0.3, logged: loggedSteps(240), comparedWith: 'by hand' },
  },
];

/**
 * From 0 to the last step: the powers of two at first, where the loss falls most and a cold start shows, then evenly.
 */
export function loggedSteps(last: number): number[] {
  const spacing = Math.max(1, Math.round(last / EVENLY));
  const steps = [0];
  for (let step = 1; step < spacing; step *= 2) steps.push(step);
  for (let step = spacing; step < last; step += spacing) steps.push(step);
  return [...steps, last];
}
