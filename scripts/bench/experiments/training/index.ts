import type { TableColumns } from '../../../tables/tables.ts';
import { type ExactNumber, errorOf } from '../../../truth/exact-number.ts';
import { ratio } from '../../../truth/judgement/bounds.ts';
import { UNMODELLED_TOLERANCE } from '../../../truth/judgement/judge.ts';
import type { CatalogueMethod } from '../../plan/catalogue.ts';
import type { Cells, Experiment } from '../../plan/experiment.ts';
import { methodReference, problemCells, type SizedProblem } from '../../plan/plan.ts';
import { limitsFor, type RunContext } from '../../plan/run-context.ts';
import { NO_FORK_MS } from '../../plan/task-weight.ts';
import type { Answer } from '../../plan/truths.ts';
import type { Failure } from '../../process/job.ts';
import { type Descent, trainedProblems } from './descent.ts';
import type { Training } from './train.ts';
import type { TrajectoryPoint } from './trajectory.ts';
import { trajectoryTruth } from './trajectory-truth.ts';

/**
 * Time for a whole descent, in times of a case: what takes a case's time to prepare can't be told from what will never
 * be prepared.
 */
const DESCENT = 3;

/** A problem that is trained, and how. */
interface Trained {
  readonly problem: SizedProblem;
  readonly descent: Descent;
}

/** Training of the problems that are there for it by every method, a fork each, since it is timed. */
export const trainingExperiment: Experiment<TableColumns['training']> = {
  harness: 'training',
  label: 'training',
  takes: 'problems that are trained by descent (suite training)',
  needsTruth: false,
  cases: (context) =>
    trainedIn(context).flatMap((each) =>
      context.catalogue.methods.map((method) => {
        const { reference } = each.problem;
        const keys = { ...problemCells(each.problem), method: method.method };
        return {
          name: `${reference.problem} ${reference.size} ${method.method}`,
          problem: reference,
          part: method.method,
          weight: whyUntrained(context, each, method) ? NO_FORK_MS : 450,
          isThere: (table) => table.has({ ...keys, step: 0 }) || table.has(keys), // the first row, or the only one
          measure: () => measure(context, each, method),
        };
      }),
    ),
  truths: (context) =>
    trainedIn(context).map(({ problem: { reference }, descent }) => ({
      name: `descent of ${reference.problem} ${reference.size}`,
      problem: reference,
      weight: 1500,
      compute: () => context.truths.part(trajectoryTruth(descent), reference),
    })),
};

function trainedIn({ problems }: RunContext): readonly Trained[] {
  return problems.flatMap((problem) => trainedAs(problem) ?? []);
}

function trainedAs(problem: SizedProblem): Trained | undefined {
  const { suite, problem: name, size } = problem.reference;
  const found = trainedProblems.find((each) => each.suite === suite && each.problem === name && each.size === size);
  return found && { problem, descent: found.descent };
}

function cellsOf({ problem, descent }: Trained, { method }: CatalogueMethod) {
  const { outputs: _, ...keys } = problemCells(problem);
  return { ...keys, method, rate: descent.rate };
}

async function measure(
  context: RunContext,
  trained: Trained,
  method: CatalogueMethod,
): Promise<readonly Cells<TableColumns['training']>[]> {
  const cells = cellsOf(trained, method);
  const given = await trainingOf(context, trained, method);
  if ('outcome' in given) return [{ ...cells, ...given }];
  const truth = await context.truths.part(trajectoryTruth(trained.descent), trained.problem.reference);
  const rows = given.points.map(({ step, loss, gradientNorm, timeNs, weights }, i) => ({
    ...cells,
    step,
    loss,
    gradient_norm: gradientNorm,
    prepare_ns: given.prepareNs,
    time_ns: timeNs,
    compared_with: trained.descent.comparedWith,
    ...driftCells(truth, i, weights, method),
  }));
  return rows;
}

/** A descent that a default run spares itself. */
interface Skipped {
  readonly outcome: 'skipped';
  readonly reason: string;
}

/** The cells of a case that is not tried; undefined where it is. */
function whyUntrained(
  { knownFailures, methodsOnDemand }: RunContext,
  { problem }: Trained,
  method: CatalogueMethod,
): Failure | Skipped | undefined {
  if (!method.definition.operators.includes('gradient')) {
    return { outcome: 'unsupported', reason: `${method.method} has no gradient` };
  }
  if (method.definition.timed === 'on demand' && !methodsOnDemand) {
    return { outcome: 'skipped', reason: `trained only on demand: --method ${method.method} or --thorough` };
  }
  return knownFailures.find(problem, method.method);
}

async function trainingOf(
  context: RunContext,
  trained: Trained,
  method: CatalogueMethod,
): Promise<Training | Failure | Skipped> {
  const untrained = whyUntrained(context, trained, method);
  if (untrained) return untrained;
  const { pool, effort, seed, stepRule } = context;
  const { problem, descent } = trained;
  const job = {
    kind: 'training',
    problem: problem.reference,
    method: methodReference(method),
    descent,
    stepRule,
    seed,
  } as const;
  let given: Training | undefined;
  const limits = limitsFor(effort, method.definition);
  const failure = await pool.run(job, { limits: { ...limits, timeMs: DESCENT * limits.timeMs } }, (part) => {
    given = part;
  });
  return failure ?? given!;
}

function driftCells(truth: Answer<TrajectoryPoint>, i: number, weights: Float64Array, { definition }: CatalogueMethod) {
  if ('failure' in truth) return { outcome: 'error', reason: truth.failure };
  const drift = distance(weights, truth.points[i]!.weights);
  const tolerance = UNMODELLED_TOLERANCE[definition.error];
  if (Number.isNaN(drift)) return { outcome: 'wrong', reason: 'not a number' };
  if (drift <= tolerance) return { outcome: 'ok', drift };
  return { outcome: 'wrong', reason: `drift is above ${tolerance}`, drift };
}

/** Distance of the weights from the exact ones, relative to these. */
export function distance(weights: Float64Array, exact: readonly ExactNumber[]): number {
  const errors = exact.map((entry, j) => errorOf(weights[j]!, entry));
  return ratio(Math.hypot(...errors), Math.hypot(...exact.map(({ high }) => high)));
}
