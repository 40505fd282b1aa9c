import { isAsked, type SizedProblem } from '../../plan/plan.ts';
import type { RunContext } from '../../plan/run-context.ts';
import { hasLine, onLine } from '../../reference/line.ts';

/** A function of one variable whose step is swept. */
export interface Sweep {
  readonly problem: SizedProblem;
  /** The line on which it has one variable; absent where it has no other. */
  readonly along?: string;
  /** The function that is differentiated: the problem itself, or the problem on that line. */
  readonly swept: SizedProblem;
}

/** The suite of the survey's function. */
export const SURVEY = 'logistic-map';

/** The line that is taken where none is named. */
const FIRST = 'x1';

/**
 * The sweeps of a run. By default they are of the survey's function l_4 and of every scalar problem of one variable
 * outside the families that grow with n. A problem that is asked for is swept at every size, along the lines that were
 * named and that it has.
 */
export function sweepsOf({
  problems,
  everyProblem,
  along,
  seed,
}: Pick<RunContext, 'problems' | 'everyProblem' | 'along' | 'seed'>): Sweep[] {
  return problems.flatMap((problem) => {
    const { instance, reference } = problem;
    if (instance.kind !== 'scalar') return [];
    if (!isAsked({ everyProblem }, problem)) return isUsual(problem) ? [{ problem, swept: problem }] : [];
    const lines = (along.length > 0 ? along : [FIRST]).filter((each) => hasLine(instance.inputs, each));
    return lines.map((each) => {
      if (instance.inputs === 1 && each === FIRST) return { problem, swept: problem };
      const line = { along: each, seed };
      const swept = { ...problem, reference: { ...reference, line }, instance: onLine(instance, line) };
      return { problem, along: each, swept };
    });
  });
}

/** The lines that were named and that no function of the run has. */
export function unfitLines(problems: readonly SizedProblem[], along: readonly string[]): string[] {
  const scalars = problems.filter(({ instance }) => instance.kind === 'scalar');
  return along.filter((each) => !scalars.some(({ instance }) => hasLine(instance.inputs, each)));
}

function isUsual({ reference: { suite, size }, problem, instance }: SizedProblem): boolean {
  if (instance.inputs !== 1) return false;
  return suite === SURVEY ? problem.name === 'nested' && size === 4 : problem.sizes.length === 1;
}
