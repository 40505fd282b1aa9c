import type { TableColumns } from '../../../tables/tables.ts';
import { ratio } from '../../../truth/judgement/bounds.ts';
import type { Cells, Experiment } from '../../plan/experiment.ts';
import { problemCells, type SizedProblem, sharedFork } from '../../plan/plan.ts';
import { patient, type RunContext } from '../../plan/run-context.ts';
import type { Parts } from '../../process/job.ts';

/** The method that finds the slopes, by which a shard chooses them: they stand beside the forward difference. */
const METHOD = 'forward-difference';
/** An error of this part of the slope is wrong: a forward difference has half the digits. */
const TOLERANCE = 1e-6;

/** Slopes to the left and to the right at the kinks of each scalar problem of one variable that is not smooth. */
export const oneSidedExperiment: Experiment<TableColumns['oneSided']> = {
  harness: 'steps',
  label: 'one-sided slopes',
  takes: 'or with a kink (suites step-size and scalar)',
  needsTruth: false,
  cases(context) {
    if (!context.catalogue.methods.some(({ method }) => method === METHOD)) return [];
    return context.problems
      .filter(({ problem, instance }) => !problem.smooth && instance.kind === 'scalar' && instance.inputs === 1)
      .map((problem) => {
        const { reference } = problem;
        return {
          name: `${reference.suite}/${reference.problem}`,
          problem: reference,
          part: METHOD,
          weight: 15,
          sequence: problem.plugin === undefined ? METHOD : undefined,
          isThere: ({ rows }) => rows.some((row) => row.suite === reference.suite && row.problem === reference.problem),
          measure: () => measure(context, problem),
        };
      });
  },
};

async function measure(
  context: RunContext,
  problem: SizedProblem,
): Promise<readonly Cells<TableColumns['oneSided']>[]> {
  const { outputs: _, ...keys } = problemCells(problem);
  const cells = { ...keys };
  const truth = await context.truths.of(problem.reference, 1);
  if ('failure' in truth) return [{ ...cells, outcome: 'error', reason: truth.failure }];
  let slopes: Parts['one-sided'] = [];
  const failure = await context.pool.run(
    { kind: 'one-sided', problem: problem.reference, seed: context.seed },
    { limits: patient(context.effort), share: sharedFork(problem) },
    (part) => {
      slopes = part;
    },
  );
  if (failure) return [{ ...cells, ...failure }];
  if (slopes.length === 0) {
    return [{ ...cells, outcome: 'skipped', reason: 'no kink at its points' }];
  }
  return slopes.map(({ x, side, formula, slope, functionCalls, exact }) => {
    const error = Math.abs(slope - exact.high); // the truth is that of a point 1e-45 away: its low part says nothing
    const convention = truth.points.find(({ point }) => point[0] === x)?.jacobian[0]?.[0]?.high;
    const verdict = judgeSide(slope, exact.high);
    const numbers = {
      slope,
      exact_slope: exact.high,
      convention,
      absolute_error: error,
      function_calls: functionCalls,
    };
    return { ...cells, x, side, formula, ...verdict, ...numbers };
  });
}

/** Whether a slope is that to its side. */
export function judgeSide(slope: number, exact: number) {
  const isOk = ratio(Math.abs(slope - exact), Math.max(1, Math.abs(exact))) <= TOLERANCE;
  return isOk ? { outcome: 'ok' } : { outcome: 'wrong', reason: 'off from the slope to this side' };
}
