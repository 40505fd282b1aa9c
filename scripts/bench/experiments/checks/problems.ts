import type { SizedProblem } from '../../plan/plan.ts';

/** A problem into which slips are planted, at the size at which that is done. */
export type ScoredProblem = SizedProblem;

/** More inputs or entries make a check slower and show no slip that fewer do not show. */
const MOST_INPUTS = 10;
const MOST_ENTRIES = 110;
/** Sums over data sets of hundreds of samples: minutes for slips that shorter sums have as well. */
const LEFT_OUT: readonly string[] = ['training'];

/** Chooses the problems that are small enough, each at its smallest size of at least two inputs, if it has one. */
export function scoredProblems(problems: readonly SizedProblem[], mostInputs = MOST_INPUTS): readonly ScoredProblem[] {
  const small = problems.filter(
    ({ suite, instance: { inputs, outputs } }) =>
      !LEFT_OUT.includes(suite) && inputs <= mostInputs && inputs * outputs <= MOST_ENTRIES,
  );
  return small.filter((each) => {
    const sizes = small.filter(({ problem }) => problem === each.problem);
    return each === (sizes.find(({ instance }) => instance.inputs > 1) ?? sizes[0]);
  });
}
