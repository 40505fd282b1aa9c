import type { TableColumns } from '../../../tables/tables.ts';
import type { PointTruth } from '../../../truth/point-truth.ts';
import type { CatalogueMethod } from '../../plan/catalogue.ts';
import type { Cells, Experiment } from '../../plan/experiment.ts';
import { methodReference, problemCells, type SizedProblem, sequenceOf, sharedFork } from '../../plan/plan.ts';
import { limitsFor, type RunContext } from '../../plan/run-context.ts';
import { numbersOf, type TruthPart } from '../../plan/truths.ts';
import type { Parts } from '../../process/job.ts';
import { type Rule, rulesFor } from './rules.ts';
import { SAMPLE_SIZE } from './sample.ts';
import { type SelectionSummary, summarise } from './summarise.ts';

/** The truth at points all over the interval of a problem of one variable. */
const SAMPLE_TRUTH: TruthPart<PointTruth> = {
  name: 'sample',
  timeMs: 120_000,
  run: ({ pool, problem, seed, options }, onPart) => pool.run({ kind: 'sample-truth', problem, seed }, options, onPart),
  numbers: numbersOf,
  title: 'the truth is',
};
/** The exact method that stands beside the numerical ones. */
const REFERENCE = 'manual';
/** A method may overclaim at less than this share of the points. */
const TOLERATED = 0.01;

/**
 * The choice of the step by each numerical method, on each problem with an interval: a case for a problem, method and
 * rule.
 */
export const stepSelectionExperiment: Experiment<TableColumns['stepSelection']> = {
  harness: 'steps',
  label: 'step selection',
  takes: 'numerical methods on functions of one variable with an interval from which points are drawn',
  needsTruth: false,
  cases: (context) =>
    context.catalogue.methods.filter(isSelected).flatMap((method) =>
      rulesFor(method.definition).flatMap((rule) =>
        withInterval(context).map((problem) => ({
          name: `${problem.reference.suite}/${problem.reference.problem} ${method.method} ${rule}`,
          problem: problem.reference,
          part: method.method,
          weight: 16,
          sequence: sequenceOf(problem, method),
          isThere: (table) => table.has({ ...problemCells(problem), method: method.method, rule }),
          measure: async () => [await measure(context, problem, method, rule)],
        })),
      ),
    ),
  truths: (context) =>
    withInterval(context).map(({ reference }) => ({
      name: `truth all over ${reference.suite}/${reference.problem}`,
      problem: reference,
      weight: 200,
      compute: () => context.truths.part(SAMPLE_TRUTH, reference),
    })),
};

function withInterval({ problems }: RunContext): readonly SizedProblem[] {
  return problems.filter(({ problem }) => problem.interval !== undefined);
}

function isSelected({ method, definition }: CatalogueMethod): boolean {
  if (!definition.operators.includes('gradient')) return false;
  return definition.family === 'numerical' || method === REFERENCE;
}

async function measure(
  context: RunContext,
  problem: SizedProblem,
  method: CatalogueMethod,
  rule: Rule,
): Promise<Cells<TableColumns['stepSelection']>> {
  const { outputs: _, ...keys } = problemCells(problem);
  const cells = { ...keys, method: method.method, rule };
  const truth = await context.truths.part(SAMPLE_TRUTH, problem.reference);
  if ('failure' in truth) return { ...cells, outcome: 'error', reason: truth.failure };
  let tried: Parts['selection'] = [];
  const failure =
    context.knownFailures.find(problem, method.method) ??
    (await context.pool.run(
      {
        kind: 'selection',
        problem: problem.reference,
        method: methodReference(method),
        rule,
        seed: context.seed,
      },
      { limits: limitsFor(context.effort, method.definition), share: sharedFork(problem, method) },
      (part) => {
        tried = part;
      },
    ));
  return { ...cells, ...(failure ?? cellsOf(summarise(tried, truth.points))) };
}

function cellsOf(summary: SelectionSummary) {
  const { digits, meanCalls, overclaimed, worstErrorToEstimate, ulpsOverCondition } = summary;
  const isWrong = overclaimed !== undefined && overclaimed >= TOLERATED;
  return {
    ...(isWrong
      ? {
          outcome: 'wrong',
          reason: `its estimate is below a tenth of the error at ${overclaimed * SAMPLE_SIZE} points`,
        }
      : { outcome: 'ok' }),
    points: SAMPLE_SIZE,
    mean_digits: digits.mean,
    median_digits: digits.median,
    least_digits: digits.least,
    mean_calls: meanCalls,
    overclaimed,
    worst_error_to_estimate: worstErrorToEstimate,
    max_ulps_over_condition: ulpsOverCondition,
  };
}
