import path from 'node:path';
import { OPERATORS } from '../../methods/method.ts';
import { accuracyTasks } from './accuracy.ts';
import { type Catalogue, openCatalogue, select } from './catalogue.ts';
import { checksTasks } from './checks.ts';
import { effortOf } from './effort.ts';
import { errorVsStepTasks } from './error-vs-step.ts';
import { expressionSizeTasks } from './expression-size.ts';
import { createForkPool } from './fork/pool.ts';
import { memoryTasks } from './memory.ts';
import { oneSidedTasks } from './one-sided.ts';
import { operationsTasks } from './operations.ts';
import type { BenchOptions } from './options.ts';
import { openResultsFolder, type ResultsFolder } from './output/folder.ts';
import { nameOrder } from './output/row-order.ts';
import type { RunRecord, Shard } from './output/run-record.ts';
import { openTableFile } from './output/table-file.ts';
import {
  accuracy,
  checks,
  errorVsStep,
  expressionSize,
  memory,
  oneSided,
  operations,
  solving,
  stepSelection,
  timing,
  training,
} from './output/tables.ts';
import { BUILD, BUILD_PLUGINS, CACHE } from './paths.ts';
import { sizedProblems } from './plan.ts';
import { createProgress } from './progress.ts';
import { resumedOptions } from './resumed-options.ts';
import { createKnownFailures, type RunContext } from './run-context.ts';
import { inTurn, runTasks } from './run-tasks.ts';
import { hasAnyMethod, shareOf } from './shard.ts';
import { solvingTasks } from './solving.ts';
import { fingerprint } from './sources.ts';
import { startRecord } from './start-record.ts';
import { stepSelectionTasks } from './step-selection.ts';
import { fullSummary } from './summary.ts';
import { shortSummary } from './summary-short.ts';
import { timingTasks } from './timing.ts';
import { trainingTasks } from './training.ts';
import { createTruths } from './truth/truths.ts';
import { needTruth, truthTasks } from './truth-tasks.ts';
import { failedRows } from './unexpected.ts';
import { UsageError } from './usage-error.ts';

/** What the truth depends on. */
const TRUTH_SOURCES = [
  'suites',
  'methods/arithmetic',
  'scripts/harness/truth',
  'scripts/harness/training',
  'scripts/harness/solving',
].map((folder) => path.join(BUILD, folder));

/** What a run came to. */
export interface BenchResult {
  readonly state: 'complete' | 'interrupted';
  readonly unexpected: number;
  /** Which part of a whole run it was, if not all of it. */
  readonly shard: Shard | undefined;
}

/**
 * Runs the harnesses and writes their tables. `onStart` is given a function that ends the run early and in good order.
 * @throws {UsageError} before anything is measured, for names, files or folders that are wrong.
 */
export async function bench(asked: BenchOptions, onStart: (interrupt: () => void) => void): Promise<BenchResult> {
  const early = asked.resume ? undefined : await chosen(asked); // a name that is wrong leaves no folder behind
  const folder = await openResultsFolder(path.resolve(asked.out));
  try {
    const options = asked.resume ? resumedOptions(folder, asked) : asked;
    const catalogue = early ?? (await chosen(options));
    const record = await startRecord(folder, options, catalogue);
    return await measure(folder, catalogue, options, record, onStart);
  } finally {
    await folder.release();
  }
}

/** What the options choose of the registries and plug-ins. */
async function chosen(options: BenchOptions): Promise<Catalogue> {
  const catalogue = select(await openCatalogue(options.plugins, BUILD_PLUGINS), options);
  const share = shareOf(options.shard, catalogue);
  if (
    !catalogue.problems.some(({ suite, problem }) => hasAnyMethod(share, catalogue, { suite, problem: problem.name }))
  )
    throw new UsageError(`Shard ${options.shard?.number}/${options.shard?.of} would have no case: take fewer shards.`);
  if (sizedProblems(catalogue, options.effort === 'quick', options.problems).length === 0) {
    throw new UsageError('A quick run leaves out all problems that were chosen: run without --quick.');
  }
  return catalogue;
}

async function measure(
  folder: ResultsFolder,
  catalogue: Catalogue,
  options: BenchOptions,
  record: RunRecord,
  onStart: (interrupt: () => void) => void,
): Promise<BenchResult> {
  const names = nameOrder(catalogue);
  const open = <T extends Parameters<typeof openTableFile>[1]>(table: T) =>
    openTableFile<T['columns']>(folder.path, table, options.resume, names);
  const files = {
    accuracy: await open(accuracy),
    errorVsStep: await open(errorVsStep),
    stepSelection: await open(stepSelection),
    oneSided: await open(oneSided),
    expressionSize: await open(expressionSize),
    operations: await open(operations),
    memory: await open(memory),
    training: await open(training),
    solving: await open(solving),
    checks: await open(checks),
    timing: await open(timing),
  };
  const pool = createForkPool(options.jobs);
  onStart(pool.close);
  const truths = createTruths(pool, CACHE, await fingerprint(TRUTH_SOURCES), options.seed);
  const share = shareOf(options.shard, catalogue);
  const effort = effortOf(options);
  const context: RunContext = {
    run: record.run,
    catalogue,
    problems: sizedProblems(catalogue, options.effort === 'quick', options.problems),
    share,
    timesOnDemand: options.effort === 'thorough' || options.suites.length + options.problems.length > 0,
    methodsOnDemand: options.effort === 'thorough' || options.methods.length > 0,
    stepRule: options.stepRule,
    askedOperators: options.operators,
    operators: options.operators ?? OPERATORS,
    timedOperators: options.operators ?? ['gradient', 'jacobian'],
    pool,
    truths,
    effort,
    seed: options.seed,
    knownFailures: createKnownFailures(effort),
  };
  const make = {
    accuracy: () => accuracyTasks(context, files.accuracy),
    error: () => errorVsStepTasks(context, files.errorVsStep),
    steps: () => [...stepSelectionTasks(context, files.stepSelection), ...oneSidedTasks(context, files.oneSided)],
    size: () => expressionSizeTasks(context, files.expressionSize),
    operations: () => operationsTasks(context, files.operations),
    memory: () => memoryTasks(context, files.memory),
    training: () => trainingTasks(context, files.training),
    solving: () => solvingTasks(context, files.solving),
    checks: () => checksTasks(context, files.checks),
    timing: () => timingTasks(context, files.timing),
  };
  const tasks = inTurn([
    ...(needTruth(options) ? truthTasks(context) : []),
    ...options.harnesses.flatMap((name) => make[name]()),
  ]);
  const progress = createProgress([{ tasks, width: options.jobs }]);
  const complete = await runTasks(tasks, options.jobs, progress).finally(async () => {
    progress.stop();
    pool.close();
    await Promise.all(Object.values(files).map((file) => file.flush()));
  });
  const state = complete ? 'complete' : 'interrupted';
  await folder.writeRecord({ ...record, state, finished: new Date().toISOString() });

  const measured = Object.values(files).map(({ table, rows }) => [table.name, rows] as const);
  const { expected, unexpected } = failedRows(catalogue, Object.fromEntries(measured), options.stepRule);
  const rows = { accuracy: files.accuracy.rows, operations: files.operations.rows, timing: files.timing.rows };
  const written = Object.values(files).filter((file) => file.rows.length > 0);
  const closing = { short: shortSummary, full: fullSummary }[options.summary];
  console.log(
    closing(catalogue, rows, { expected, unexpected }, [
      ...written.map(({ file, rows }) => ({ file: path.relative('', file), rows: rows.length })),
      { file: path.relative('', path.join(folder.path, 'run.json')) },
    ]),
  );
  return { state, unexpected: unexpected.length, shard: options.shard };
}
