import type { Catalogue } from '../catalogue.ts';
import { type SizedProblem, sizedProblems } from '../plan.ts';

/** A problem into which slips are planted, at the size at which that is done. */
export type ScoredProblem = SizedProblem;

/** More inputs or entries make a check slower and show no slip that fewer do not show. */
const MOST_INPUTS = 10;
const MOST_ENTRIES = 110;
/** Sums over data sets of hundreds of samples: minutes for slips that shorter sums have as well. */
const LEFT_OUT: readonly string[] = ['training'];

/** The chosen problems at their smallest size of at least two inputs, if they have one. */
export function scoredProblems(
  catalogue: Catalogue,
  isQuick: boolean,
  named: readonly string[] = [],
): readonly ScoredProblem[] {
  const sized = sizedProblems(catalogue, isQuick, named).filter(
    ({ suite, instance: { inputs, outputs } }) =>
      !LEFT_OUT.includes(suite) && inputs <= MOST_INPUTS && inputs * outputs <= MOST_ENTRIES,
  );
  return sized.filter(
    (each) =>
      each ===
      (sized.find((other) => other.problem === each.problem && other.instance.inputs > 1) ??
        sized.find((other) => other.problem === each.problem)),
  );
}
