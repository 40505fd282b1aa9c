import { emptyRow, type TableFile } from '../../../tables/table-file.ts';
import { stepSelection } from '../../../tables/tables.ts';
import type { PointTruth } from '../../../truth/point-truth.ts';
import type { CatalogueMethod } from '../../plan/catalogue.ts';
import { methodReference, problemCells, type SizedProblem, sequenceOf, sharedFork } from '../../plan/plan.ts';
import { limitsFor, type RunContext, type Task } from '../../plan/run-context.ts';
import { hasAnyMethod } from '../../plan/shard.ts';
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
 * The choice of the step by each numerical method, on each problem with an interval: one task for a problem, method and
 * rule. The truths come first.
 */
export function stepSelectionTasks(context: RunContext, table: TableFile<typeof stepSelection.columns>): Task[] {
  const problems = context.problems.filter(({ problem }) => problem.interval !== undefined);
  const tasks = context.catalogue.methods.filter(isSelected).flatMap((method) =>
    rulesFor(method.definition).flatMap((rule) =>
      problems
        .filter(({ reference }) => context.share.hasMethod(reference, method.method))
        .filter((problem) => !table.has({ ...problemCells(problem), method: method.method, rule }))
        .map((problem) => ({
          label: `step selection ${problem.reference.suite}/${problem.reference.problem} ${method.method} ${rule}`,
          weight: 16,
          sequence: sequenceOf(problem, method),
          run: () => measure(context, table, problem, method, rule),
        })),
    ),
  );
  if (tasks.length === 0) return [];
  const truths = problems
    .filter(({ reference }) => hasAnyMethod(context.share, context.catalogue, reference))
    .map(({ reference }) => ({
      label: `truth all over ${reference.suite}/${reference.problem}`,
      weight: 200,
      isTruth: true as const,
      async run() {
        await context.truths.part(SAMPLE_TRUTH, reference);
      },
    }));
  return [...truths, ...tasks];
}

function isSelected({ method, definition }: CatalogueMethod): boolean {
  if (!definition.operators.includes('gradient')) return false;
  return definition.family === 'numerical' || method === REFERENCE;
}

async function measure(
  context: RunContext,
  table: TableFile<typeof stepSelection.columns>,
  problem: SizedProblem,
  method: CatalogueMethod,
  rule: Rule,
): Promise<void> {
  const { outputs: _, ...keys } = problemCells(problem);
  const add = (cells: object) =>
    table.add([emptyRow(stepSelection, { ...keys, method: method.method, rule, run: context.run, ...cells })]);
  const truth = await context.truths.part(SAMPLE_TRUTH, problem.reference);
  if ('failure' in truth) return add({ outcome: 'error', reason: truth.failure });
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
  add(failure ?? cellsOf(summarise(tried, truth.points)));
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
