import type { CatalogueMethod } from './catalogue.ts';
import type { Parts } from './fork/parts.ts';
import { deviation, sizeOf } from './judgement/deviation.ts';
import { ratio } from './judgement/expected.ts';
import { judgeStep } from './judgement/judge-step.ts';
import { bestStep, type DifferenceErrorModel, roundOffError, truncationTerms } from './judgement/quotient-error.ts';
import { emptyRow, type TableFile } from './output/table-file.ts';
import { errorVsStep } from './output/tables.ts';
import { methodReference, problemCells, type SizedProblem, sequenceOf, sharedFork } from './plan.ts';
import { limitsFor, type RunContext, type Task } from './run-context.ts';
import { NO_FORK_MS } from './task-weight.ts';
import type { PointTruth } from './truth/point-truth.ts';

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

/** Error against step of each difference quotient on each function of one variable that is there for it, and of exact methods beside them. */
export function errorVsStepTasks(context: RunContext, table: TableFile<typeof errorVsStep.columns>): Task[] {
  // by method, so that the forks of one method follow each other and may be shared
  return context.catalogue.methods
    .filter(({ definition }) => definition.operators.includes('gradient'))
    .flatMap((method) =>
      context.problems
        .filter(isSwept)
        .filter(({ reference }) => context.share.hasMethod(reference, method.method))
        .filter((problem) => !table.rows.some((row) => isOf(row, problem, method.method)))
        .map((problem) => ({
          label: `error against step ${problem.reference.suite}/${problem.reference.problem} ${method.method}`,
          weight: whyUnswept(context, problem, method) === undefined ? 10 : NO_FORK_MS,
          sequence: sequenceOf(problem, method),
          run: () => measure(context, table, problem, method),
        })),
    );
}

/** The suite of the survey's function. */
const SURVEY = 'logistic-map';

/** The survey's function l_4, and every scalar problem of one variable outside the families that grow with n. */
function isSwept({ reference: { suite, size }, problem, instance }: SizedProblem): boolean {
  if (instance.kind !== 'scalar' || instance.inputs !== 1) return false;
  return suite === SURVEY ? problem.name === 'nested' && size === 4 : problem.sizes.length === 1;
}

/** Why a default run does not sweep: of the set that is there for the choice of a step the next harness tells more, and of kin l_4 does. */
function whyUnswept(
  { timesOnDemand, methodsOnDemand }: RunContext,
  { reference, problem }: SizedProblem,
  method: CatalogueMethod,
): string | undefined {
  const onDemand = (option: string) => `swept only on demand: ${option} or --thorough`;
  if (problem.interval !== undefined && !timesOnDemand) return onDemand(`--suite ${reference.suite}`);
  if (method.definition.timed !== 'on demand' || methodsOnDemand || reference.suite === SURVEY) return undefined;
  return onDemand(`--method ${method.method}`);
}

/** A default run takes fewer steps of kin. */
function perDecade({ effort, methodsOnDemand }: RunContext, { definition }: CatalogueMethod): number {
  const isSpared = definition.timed === 'on demand' && !methodsOnDemand;
  return isSpared ? Math.min(MOST_STEPS_OF_KIN, effort.stepsPerDecade) : effort.stepsPerDecade;
}

function isOf(
  row: { suite: string | undefined; problem: string | undefined; method: string | undefined },
  { reference }: SizedProblem,
  method: string,
): boolean {
  return row.suite === reference.suite && row.problem === reference.problem && row.method === method;
}

async function measure(
  context: RunContext,
  table: TableFile<typeof errorVsStep.columns>,
  problem: SizedProblem,
  method: CatalogueMethod,
): Promise<void> {
  const { outputs: _, ...keys } = problemCells(problem);
  const cells = { ...keys, method: method.method, run: context.run };
  const reason = whyUnswept(context, problem, method);
  if (reason !== undefined) return table.add([emptyRow(errorVsStep, { ...cells, outcome: 'skipped', reason })]);
  const truth = await context.truths.of(problem.reference, 1);
  if ('failure' in truth)
    return table.add([emptyRow(errorVsStep, { ...cells, outcome: 'error', reason: truth.failure })]);
  const { difference, estimatesError } = method.definition;
  const steps = difference || estimatesError ? stepGrid(perDecade(context, method)) : [];
  const job = {
    kind: 'steps',
    problem: problem.reference,
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
    context.knownFailures.find(problem, method.method) ??
    (await context.pool.run(job, options, (part) => {
      answers = part;
    }));
  if (failure) return table.add([emptyRow(errorVsStep, { ...cells, ...failure })]);
  const rows = answers.map(({ derivative, estimate, functionCalls }, i) => {
    const h = steps[i];
    const [point] = truth.points;
    const { outcome, reason, errorToBound } = judgeStep(problem.instance, point!, method.definition, {
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
  table.add(rows.map((row) => emptyRow(errorVsStep, row)));
}

function errorCells(derivative: number, { jacobian, ranges }: PointTruth) {
  if (Number.isNaN(derivative)) return {};
  const exact = jacobian[0]![0]!;
  const range = ranges?.[0]?.[0];
  const error = deviation(derivative, exact, range);
  return { absolute_error: error, relative_error: ratio(error, sizeOf(exact, range)) };
}

/**
 * The leading term of truncation plus round-off, and the step at which their sum is smallest (Press et al., Numerical Recipes, 5.7).
 * There is no best step where one of them is 0.
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
