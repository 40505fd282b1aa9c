import path from 'node:path';
import { BUILD_PLUGINS, CACHE } from '../../command/paths.ts';
import { UsageError } from '../../command/usage-error.ts';
import { openFiles } from '../../tables/files.ts';
import { openResultsFolder, type ResultsFolder } from '../../tables/folder.ts';
import { loadWarning } from '../../tables/reading/busy-machine.ts';
import { nameOrder } from '../../tables/row-order.ts';
import type { RunRecord, Shard } from '../../tables/run-record.ts';
import { unfitLines } from '../experiments/error-vs-step/sweeps.ts';
import { type Catalogue, openCatalogue, select } from '../plan/catalogue.ts';
import { sizedProblems } from '../plan/plan.ts';
import { hasAnyMethod, shareOf } from '../plan/shard.ts';
import { createTruths } from '../plan/truths.ts';
import { createForkPool } from '../process/pool.ts';
import { fullSummary } from '../summary/summary.ts';
import { shortSummary } from '../summary/summary-short.ts';
import { failedRows } from '../summary/unexpected.ts';
import { contextOf } from './context-of.ts';
import { harnessTasks } from './harness-tasks.ts';
import { idleHarnesses, idleWords } from './idle-harnesses.ts';
import type { BenchOptions } from './options.ts';
import { createProgress } from './progress.ts';
import { resumedOptions } from './resumed-options.ts';
import { inTurn, runTasks } from './run-tasks.ts';
import { fingerprint, truthJobs } from './sources.ts';
import { startRecord } from './start-record.ts';
import { needTruth, truthTasks } from './truth-tasks.ts';

/** The result of a run. */
export interface BenchResult {
  readonly state: 'complete' | 'interrupted';
  readonly unexpected: number;
  /** The harnesses that were asked for and had nothing to measure. */
  readonly idle: readonly string[];
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
    const { catalogue, idle } = early ?? (await chosen(options));
    const record = await startRecord(folder, options, catalogue);
    const result = await measure(folder, catalogue, options, record, onStart);
    for (const sentence of idleWords(idle, options)) console.error(`\n${sentence}`);
    return { ...result, idle, shard: options.shard };
  } finally {
    await folder.release();
  }
}

/** Methods and problems that the options choose, and the harnesses that have nothing to do with them. */
async function chosen(
  options: BenchOptions,
): Promise<{ readonly catalogue: Catalogue; readonly idle: readonly string[] }> {
  const catalogue = select(await openCatalogue(options.plugins, BUILD_PLUGINS), options);
  const share = shareOf(options.shard, catalogue);
  if (
    !catalogue.problems.some(({ suite, problem }) => hasAnyMethod(share, catalogue, { suite, problem: problem.name }))
  )
    throw new UsageError(`Shard ${options.shard?.number}/${options.shard?.of} would have no case: take fewer shards.`);
  const problems = sizedProblems(catalogue, options.effort === 'quick', options.problems);
  if (problems.length === 0) {
    throw new UsageError('A quick run leaves out all problems that were chosen: run without --quick.');
  }
  const [unfit] = unfitLines(problems, options.along);
  if (unfit !== undefined)
    throw new UsageError(
      `--along ${unfit} fits no scalar function of the run: give a coordinate or as many numbers as one has inputs.`,
    );
  const idle = await idleHarnesses(options, catalogue);
  if (idle.length === options.harnesses.length) throw new UsageError(idleWords(idle, options).join(' '));
  return { catalogue, idle };
}

async function measure(
  folder: ResultsFolder,
  catalogue: Catalogue,
  options: BenchOptions,
  record: RunRecord,
  onStart: (interrupt: () => void) => void,
): Promise<Pick<BenchResult, 'state' | 'unexpected'>> {
  const files = await openFiles(folder.path, options.resume, nameOrder(catalogue));
  const pool = createForkPool(options.jobs);
  onStart(pool.close);
  const truths = createTruths(pool, CACHE, await fingerprint(await truthJobs()), options.seed);
  const context = contextOf(options, catalogue, { run: record.run, pool, truths });
  const tasks = inTurn([
    ...(needTruth(options) ? truthTasks(context) : []),
    ...options.harnesses.flatMap((name) => harnessTasks(name, context, files)),
  ]);
  const warning = options.harnesses.includes('timing') ? loadWarning() : undefined;
  if (warning !== undefined) console.error(warning);
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
  return { state, unexpected: unexpected.length };
}
