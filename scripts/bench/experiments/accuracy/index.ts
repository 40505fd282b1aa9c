import type { Operator, StepRule } from '../../../../methods/method.ts';
import type { TableFile } from '../../../tables/table-file.ts';
import type { TableColumns } from '../../../tables/tables.ts';
import { honestyOf, withEstimate } from '../../../truth/judgement/estimate.ts';
import { expectedAnswer } from '../../../truth/judgement/expected.ts';
import { judge } from '../../../truth/judgement/judge.ts';
import { testSeeds } from '../../../truth/seeds.ts';
import type { CatalogueMethod } from '../../plan/catalogue.ts';
import { type Cells, type Experiment, missingOperators, OPERATORS_OF_PROBLEMS } from '../../plan/experiment.ts';
import { operatorParts } from '../../plan/operator-parts.ts';
import {
  applicable,
  leftOut,
  orderOf,
  problemCells,
  type SizedProblem,
  sequenceOf,
  servedBy,
  sizedName,
} from '../../plan/plan.ts';
import type { RunContext } from '../../plan/run-context.ts';
import { answersMs, NO_FORK_MS } from '../../plan/task-weight.ts';
import type { TruthAnswer } from '../../plan/truths.ts';
import type { OperatorAnswers } from './answers-job.ts';

/** The most inputs for which a default run asks a method that is timed on demand. */
const MOST_INPUTS = 300;

/** Accuracy of every method on every problem at every point: a case for a problem and a method. */
export const accuracyExperiment: Experiment<TableColumns['accuracy']> = {
  harness: 'accuracy',
  label: 'accuracy',
  takes: OPERATORS_OF_PROBLEMS,
  needsTruth: true,
  // by method, so that the forks of one method follow each other and may be shared
  cases: (context) =>
    context.catalogue.methods.flatMap((method) =>
      context.problems.map((problem) => {
        const operators = applicable(context.operators, problem.instance);
        const missing = (table: TableFile<TableColumns['accuracy']>) =>
          missingOperators(table, problem, method, operators);
        return {
          name: `${sizedName(problem)} ${method.method}`,
          problem: problem.reference,
          part: method.method,
          weight: isKnown(context, problem, method, operators) ? NO_FORK_MS : answersMs(problem, method),
          sequence: sequenceOf(problem, method),
          isThere: (table) => missing(table).length === 0,
          measure: (table) => measure(context, problem, method, missing(table)),
        };
      }),
    ),
};

/** The operators that the method is asked for. */
function askedOf(
  context: RunContext,
  problem: SizedProblem,
  method: CatalogueMethod,
  operators: readonly Operator[],
): readonly Operator[] {
  return servedBy(method, operators).filter((operator) => whySkipped(context, problem, method, operator) === undefined);
}

/** Whether all rows are known before anything is asked. */
function isKnown(
  context: RunContext,
  problem: SizedProblem,
  method: CatalogueMethod,
  operators: readonly Operator[],
): boolean {
  const isFailure = context.knownFailures.find(problem, method.method) !== undefined;
  return isFailure || askedOf(context, problem, method, operators).length === 0;
}

function whySkipped(context: RunContext, problem: SizedProblem, method: CatalogueMethod, operator: Operator) {
  return leftOut(operator, problem.instance, context.effort.secondOrderInputs) ?? spared(context, problem, method);
}

async function measure(
  context: RunContext,
  problem: SizedProblem,
  method: CatalogueMethod,
  operators: readonly Operator[],
): Promise<readonly Cells<TableColumns['accuracy']>[]> {
  const served = askedOf(context, problem, method, operators);
  const request = { context, problem, method, operators: served, failsAs: method.method };
  const { parts: answers, failure } = await operatorParts<OperatorAnswers>(request, (job, options, onPart) =>
    context.pool.run({ kind: 'answers', ...job }, options, onPart),
  );
  const rowOf = async (operator: Operator) => {
    const cells = { ...problemCells(problem), method: method.method, operator };
    if (!method.definition.operators.includes(operator))
      return { ...cells, outcome: 'unsupported', reason: `${method.method} has no ${operator}` };
    if (!served.includes(operator))
      return { ...cells, outcome: 'skipped', reason: whySkipped(context, problem, method, operator) };
    const given = answers.get(operator);
    const problemFailure = given?.failure ?? (given ? undefined : failure);
    if (problemFailure) return { ...cells, ...problemFailure };
    const truth = await context.truths.of(problem.reference, orderOf(operator));
    return { ...cells, ...judged(truth, problem, method, given!, context.stepRule) };
  };
  const rows = await Promise.all(operators.map(rowOf));
  return rows;
}

/**
 * Why a default run does not ask a method that is timed on demand, of related methods that stand for it, for
 * derivatives that take it very many calls.
 */
function spared(
  { methodsOnDemand }: RunContext,
  { instance }: SizedProblem,
  method: CatalogueMethod,
): string | undefined {
  if (method.definition.timed !== 'on demand' || methodsOnDemand || instance.inputs <= MOST_INPUTS) return undefined;
  return `beyond ${MOST_INPUTS} inputs only on demand: --method ${method.method} or --thorough`;
}

function judged(
  truth: TruthAnswer,
  problem: SizedProblem,
  { definition }: CatalogueMethod,
  given: OperatorAnswers,
  rule: StepRule,
) {
  if ('failure' in truth) return { outcome: 'error', reason: truth.failure };
  const seeds = testSeeds(problem.instance);
  const expected = truth.points.map((point, p) =>
    withEstimate(
      expectedAnswer(point, given.operator, definition, seeds, rule),
      definition.estimatesError && given.estimates?.[p],
    ),
  );
  const honesty = honestyOf(given.answers ?? [], given.estimates, expected);
  const verdict = judge(given.answers ?? [], expected, definition.error);
  return {
    outcome: verdict.outcome,
    reason: verdict.reason,
    points: truth.points.length,
    max_relative_error: verdict.maxRelativeError,
    max_ulps: verdict.maxUlps,
    digits: verdict.digits,
    condition_number: verdict.conditionNumber,
    error_bound: verdict.errorBound,
    error_to_bound: verdict.errorToBound,
    error_estimate: honesty?.errorEstimate,
    error_to_estimate: honesty?.errorToEstimate,
  };
}
