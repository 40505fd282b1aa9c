import type { Iterate, Stop } from './objective.ts';

/** Iterations without progress after which a solver stops: what is left is rounding, or the error of the gradient. */
const PATIENCE = 10;
/** A gradient is shorter than before where it is by this factor: in 10 iterations, even slow ones, that adds up. */
const SHORTER = 0.99;
/** A value is lower than before where more than its rounding is lost. */
const LOWER = 16 * Number.EPSILON;
/** More than any of the problems here takes. */
const MOST_ITERATIONS = 5000;

/** Watches a solver: whether it still gets on, and where it was best. */
export interface ProgressWatch {
  /** Takes the next iterate, and says whether to stop there. */
  see(iterate: Iterate): Stop | undefined;
  /** The iterate with the shortest gradient so far; before the first, that is an error. */
  best(): Iterate;
}

/**
 * A solver goes on for as long as its gradient gets shorter or its value lower, down to `tolerance` (length of the
 * gradient). With tolerance 0 it goes as far as the gradient lets it: where an exact one ends at the rounding of f, an
 * inaccurate one ends earlier.
 */
export function watchProgress(tolerance = 0): ProgressWatch {
  let best: Iterate | undefined;
  let shortest = Number.POSITIVE_INFINITY;
  let lowest = Number.POSITIVE_INFINITY;
  let idle = 0;
  let iterations = 0;
  return {
    see(iterate) {
      const { gradientNorm, value = Number.POSITIVE_INFINITY } = iterate;
      if (!best || gradientNorm < best.gradientNorm) best = iterate;
      if (!Number.isFinite(gradientNorm) || Number.isNaN(value)) return 'not a number';
      if (gradientNorm === 0) return 'zero gradient';
      if (gradientNorm <= tolerance) return 'tolerance';
      const isShorter = gradientNorm < SHORTER * shortest;
      const isLower = lowest === Number.POSITIVE_INFINITY ? value < lowest : lowest - value > LOWER * Math.abs(lowest);
      if (isShorter) shortest = gradientNorm;
      if (isLower) lowest = value;
      idle = isShorter || isLower ? 0 : idle + 1;
      iterations++;
      if (idle >= PATIENCE) return 'no progress';
      return iterations > MOST_ITERATIONS ? 'iteration limit' : undefined;
    },
    best() {
      if (!best) throw new Error('there is no iterate yet');
      return best;
    },
  };
}
