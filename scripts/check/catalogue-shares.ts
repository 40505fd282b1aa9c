import type { ScoredProblem } from '../bench/experiments/checks/problems.ts';

/** Checks that every problem gets, however long one takes. */
const LEAST = 64;
/** Problems that are all kink have no point to be checked at: the others do more than they are asked for. */
const SPARE = 1.05;

/**
 * Divides `checks` among the problems. A problem gets many where one check takes little time, so that all take about as
 * long.
 */
export function sharesOf(problems: readonly ScoredProblem[], checks: number): readonly number[] {
  const ease = problems.map((problem) => 1 / costOf(problem));
  const total = ease.reduce((sum, each) => sum + each, 0);
  return ease.map((each) => Math.max(Math.min(LEAST, checks), Math.ceil((SPARE * checks * each) / total)));
}

/**
 * How long one check of a problem takes beside one with a single input: each entry is computed with its rounding, from
 * a computation that has some n parts.
 */
export function costOf({ instance: { inputs, outputs } }: ScoredProblem): number {
  return inputs ** 2 * outputs;
}
