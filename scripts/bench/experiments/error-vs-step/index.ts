import type { TableColumns } from '../../../tables/tables.ts';
import { deviation, sizeOf } from '../../../truth/judgement/deviation.ts';
import { ratio } from '../../../truth/judgement/expected.ts';
import { judgeStep } from '../../../truth/judgement/judge-step.ts';
import {
  bestStep,
  type DifferenceErrorModel,
  roundOffError,
  truncationTerms,
} from '../../../truth/judgement/quotient-error.ts';
import type { PointTruth } from '../../../truth/point-truth.ts';
import type { CatalogueMethod } from '../../plan/catalogue.ts';
import type { Cells, Experiment } from '../../plan/experiment.ts';
import { methodReference, problemCells, sequenceOf, sharedFork } from '../../plan/plan.ts';
import { createKnownFailures, limitsFor, type RunContext } from '../../plan/run-context.ts';
import { NO_FORK_MS } from '../../plan/task-weight.ts';
import type { Parts } from '../../process/job.ts';
import { SURVEY, type Sweep, sweepsOf } from './sweeps.ts';

const SMALLEST_EXPONENT = -17;
/** Steps in each decade, at most, of a method that is timed on demand. */
const MOST_STEPS_OF_KIN = 4;

/** Steps from 1e-17 to 1, evenly spaced in the logarithm. */
export function stepGrid(perDecade: number): number[] {
  const count = -SMALLEST_EXPONENT * perDecade;
  return Array.from({ length: count + 1 }, (_, k) => {
    const decade = Number(`1e${SMALLEST_EXPONENT + Math.floor(k / perDecade)}`); // 10 ** -17 is not 1e-17 in V8
    return decade * 10 ** ((k % perDecade) / perDecade);
  });
}

/** Error against step of each difference quotient on each function that is swept, and of exact methods beside them. */
export const errorVsStepExperiment: Experiment<TableColumns['errorVsStep']> = {
  harness: 'error',
  label: 'error against step',
  takes: 'methods that have gradients, on scalar functions, along lines that they have (--along)',
  needsTruth: false,
  cases(context) {
    // On lines, where less is derived than elsewhere in the run.
    const failures = createKnownFailures({ triesLong: true });
    const sweeps = sweepsOf(context);
    // by method, so that the forks of one method follow each other and may be shared
    return context.catalogue.methods
      .filter(({ definition }) => definition.operators.includes('gradient'))
      .flatMap((method) =>
        sweeps.map((sweep) => ({
          name: `${nameOf(sweep)} ${method.method}`,
          problem: sweep.problem.reference,
          part: method.method,
          weight: whyUnswept(context, sweep, method) === undefined ? 10 : NO_FORK_MS,
          sequence: sequenceOf(sweep.problem, method),
          isThere: ({ rows }) => rows.some((row) => isOf(row, sweep, method.method)),
          measure: () => measure(context, sweep, method, sweep.along === undefined ? context.knownFailures : failures),
        })),
      );
  },
  truths: (context) =>
    sweepsOf(context).map((sweep) => ({
      name: `truth of ${nameOf(sweep)}`,
      problem: sweep.problem.reference,
      weight: 20,
      compute: () => context.truths.of(sweep.swept.reference, 1),
    })),
};

function nameOf({ problem: { reference }, along }: Sweep): string {
  const problem = `${reference.suite}/${reference.problem}`;
  return along === undefined ? problem : `${problem} ${reference.size} along ${along}`;
}

/**
 * Why a default run does not sweep: of the set that is there for the choice of a step the next harness tells more, and
 * of related problems l_4 does.
 */
function whyUnswept(
  { timesOnDemand, methodsOnDemand }: RunContext,
  { problem: { reference, problem } }: Sweep,
  method: CatalogueMethod,
): string | undefined {
  const onDemand = (option: string) => `swept only on demand: ${option} or --thorough`;
  if (problem.interval !== undefined && !timesOnDemand) return onDemand(`--suite ${reference.suite}`);
  if (method.definition.timed !== 'on demand' || methodsOnDemand || reference.suite === SURVEY) return undefined;
  return onDemand(`--method ${method.method}`);
}

/** A default run takes fewer steps of related problems. */
function perDecade({ effort, methodsOnDemand }: RunContext, { definition }: CatalogueMethod): number {
  const isSpared = definition.timed === 'on demand' && !methodsOnDemand;
  return isSpared ? Math.min(MOST_STEPS_OF_KIN, effort.stepsPerDecade) : effort.stepsPerDecade;
}

interface StepKeys {
  readonly suite: string | undefined;
  readonly problem: string | undefined;
  readonly size: number | undefined;
  readonly along: string | undefined;
  readonly method: string | undefined;
}

function isOf(row: StepKeys, { problem: { reference }, along }: Sweep, method: string): boolean {
  return (
    row.suite === reference.suite &&
    row.problem === reference.problem &&
    row.size === reference.size &&
    row.along === along &&
    row.method === method
  );
}

async function measure(
  context: RunContext,
  sweep: Sweep,
  method: CatalogueMethod,
  failures: RunContext['knownFailures'],
): Promise<readonly Cells<TableColumns['errorVsStep']>[]> {
  const { problem, along, swept } = sweep;
  const { outputs: _, ...keys } = problemCells(problem);
  const cells = { ...keys, along, method: method.method };
  const reason = whyUnswept(context, sweep, method);
  if (reason !== undefined) return [{ ...cells, outcome: 'skipped', reason }];
  const truth = await context.truths.of(swept.reference, 1);
  if ('failure' in truth) return [{ ...cells, outcome: 'error', reason: truth.failure }];
  const { difference, estimatesError } = method.definition;
  const steps = difference || estimatesError ? stepGrid(perDecade(context, method)) : [];
  const job = {
    kind: 'steps',
    problem: swept.reference,
    method: methodReference(method),
    steps,
    seed: context.seed,
  } as const;
  let answers: Parts['steps'] = [];
  const options = {
    limits: limitsFor(context.effort, method.definition),
    share: sharedFork(problem, method),
  };
  const failure =
    failures.find(swept, method.method) ??
    (await context.pool.run(job, options, (part) => {
      answers = part;
    }));
  if (failure && along !== undefined) failures.add(swept, method.method, failure);
  if (failure) return [{ ...cells, ...failure }];
  const rows = answers.map(({ derivative, estimate, functionCalls }, i) => {
    const h = steps[i];
    const [point] = truth.points;
    const { outcome, reason, errorToBound } = judgeStep(swept.instance, point!, method.definition, {
      derivative,
      estimate,
      h,
    });
    return {
      ...cells,
      h,
      outcome,
      reason,
      ...errorCells(derivative, point!),
      error_to_bound: errorToBound,
      ...(h !== undefined && difference && predictedError(point!, difference, h)),
      function_calls: functionCalls,
    };
  });
  return rows;
}

function errorCells(derivative: number, { jacobian, ranges }: PointTruth) {
  if (Number.isNaN(derivative)) return {};
  const exact = jacobian[0]![0]!;
  const range = ranges?.[0]?.[0];
  const error = deviation(derivative, exact, range);
  return { absolute_error: error, relative_error: ratio(error, sizeOf(exact, range)) };
}

/**
 * The leading term of truncation plus round-off, and the step at which their sum is smallest (Press et al., Numerical
 * Recipes, 5.7). There is no best step where one of them is 0.
 */
export function predictedError(
  { values, higher }: Pick<PointTruth, 'values' | 'higher'>,
  difference: DifferenceErrorModel,
  h: number,
) {
  const f = values[0]!.high;
  const derivatives = higher![0]![0]!;
  const [leading = 0] = truncationTerms(difference, h, derivatives);
  const best = bestStep(difference, f, derivatives[difference.order + 1]!);
  return {
    predicted_error: leading + roundOffError(difference, h, Math.abs(f)),
    predicted_best_h: best > 0 && Number.isFinite(best) ? best : undefined,
  };
}
