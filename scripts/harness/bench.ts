import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { OPERATORS } from '../../methods/method.ts';
import { accuracyTasks } from './accuracy.ts';
import { type Catalogue, openCatalogue, select } from './catalogue.ts';
import { checksTasks } from './checks.ts';
import { effortOf } from './effort.ts';
import { errorVsStepTasks } from './error-vs-step.ts';
import { expressionSizeTasks } from './expression-size.ts';
import { createForkPool, forkFlags } from './fork/pool.ts';
import { memoryTasks } from './memory.ts';
import { operationsTasks } from './operations.ts';
import type { BenchOptions, Harness } from './options.ts';
import { openResultsFolder, type ResultsFolder } from './output/folder.ts';
import { askedOf, commit, type RunRecord, runName, type Shard, thisMachine, versions } from './output/run-record.ts';
import { openTableFile } from './output/table-file.ts';
import {
  accuracy,
  checks,
  errorVsStep,
  expressionSize,
  memory,
  operations,
  timing,
  training,
} from './output/tables.ts';
import { BUILD, BUILD_PLUGINS, CACHE } from './paths.ts';
import { applicable, leftOut, orderOf, sizedProblems } from './plan.ts';
import { createProgress } from './progress.ts';
import { createKnownFailures, type RunContext, type Task } from './run-context.ts';
import { runTasks } from './run-tasks.ts';
import { hasAnyMethod, shareOf } from './shard.ts';
import { fingerprint } from './sources.ts';
import { failureText, summaryText } from './summary.ts';
import { timingTasks } from './timing.ts';
import { trainingTasks } from './training.ts';
import { createTruths } from './truth/truths.ts';
import { failedRows } from './unexpected.ts';
import { UsageError } from './usage-error.ts';

/** What the truth depends on. */
const TRUTH_SOURCES = ['suites', 'methods/arithmetic', 'scripts/harness/truth', 'scripts/harness/training'].map(
  (folder) => path.join(BUILD, folder),
);

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

/** Fingerprint of the compiled code that is measured, plug-ins included. */
async function codeOf({ methods, problems }: Catalogue): Promise<string> {
  const own = await fingerprint(['methods', 'suites', 'scripts/harness'].map((name) => path.join(BUILD, name)));
  const plugins = new Set([...methods, ...problems].flatMap(({ plugin }) => plugin ?? []));
  const texts = await Promise.all([...plugins].map((file) => readFile(file)));
  return [own, ...texts.map((text) => createHash('sha256').update(text).digest('hex').slice(0, 16))].join('-');
}

async function startRecord(folder: ResultsFolder, options: BenchOptions, catalogue: Catalogue): Promise<RunRecord> {
  const started = new Date().toISOString();
  const { resume, list, report, saveBaseline, shard, ...kept } = options;
  const described = { commit: await commit(), code: await codeOf(catalogue), versions: await versions() };
  const fresh: RunRecord = {
    run: runName(started, shard),
    started,
    state: 'running',
    machine: thisMachine(),
    versions: described.versions,
    flags: forkFlags({ memoryMb: options.memoryLimit }),
    commit: described.commit,
    code: described.code,
    options: kept,
    ...(shard !== undefined && { shard }),
    asked: askedOf({ ...described, options: kept }),
  };
  if (!resume) {
    await folder.startAfresh();
    await folder.writeRecord(fresh);
    return fresh;
  }
  const before = folder.record!;
  for (const what of ['code', 'machine', 'versions'] as const) {
    if (JSON.stringify(before[what]) !== JSON.stringify(fresh[what])) {
      throw new UsageError(
        `The interrupted run can't be resumed: its ${what} differs from what is here now; run without --resume.`,
      );
    }
  }
  const resumed: RunRecord = { ...before, state: 'running' };
  await folder.writeRecord(resumed);
  return resumed;
}

/** Options that a record leaves out where they were not given. */
const NOT_GIVEN = {
  operators: undefined,
  timeLimit: undefined,
  forks: undefined,
  precision: undefined,
  budget: undefined,
} as const;

/** The options of the run in the folder: a resumed run measures what was asked for at first. */
function resumedOptions(folder: ResultsFolder, asked: BenchOptions): BenchOptions {
  const { record } = folder;
  if (!record || typeof record.options !== 'object')
    throw new UsageError(`There is no run to resume in ${folder.path}: run without --resume.`);
  if (record.state === 'complete')
    throw new UsageError(`The run in ${folder.path} is complete: there is nothing to resume.`);
  return { ...asked, ...NOT_GIVEN, ...record.options, shard: record.shard, out: asked.out, resume: true };
}

async function measure(
  folder: ResultsFolder,
  catalogue: Catalogue,
  options: BenchOptions,
  record: RunRecord,
  onStart: (interrupt: () => void) => void,
): Promise<BenchResult> {
  const open = <T extends Parameters<typeof openTableFile>[1]>(table: T) =>
    openTableFile<T['columns']>(folder.path, table, options.resume);
  const files = {
    accuracy: await open(accuracy),
    errorVsStep: await open(errorVsStep),
    expressionSize: await open(expressionSize),
    operations: await open(operations),
    memory: await open(memory),
    training: await open(training),
    checks: await open(checks),
    timing: await open(timing),
  };
  const pool = createForkPool(options.jobs);
  onStart(pool.close);
  const truths = createTruths(pool, CACHE, await fingerprint(TRUTH_SOURCES), options.seed);
  const share = shareOf(options.shard, catalogue);
  const context: RunContext = {
    run: record.run,
    catalogue,
    problems: sizedProblems(catalogue, options.effort === 'quick', options.problems),
    share,
    timesOnDemand: options.effort === 'thorough' || options.suites.length + options.problems.length > 0,
    askedOperators: options.operators,
    operators: options.operators ?? OPERATORS,
    timedOperators: options.operators ?? ['gradient', 'jacobian'],
    pool,
    truths,
    effort: effortOf(options),
    seed: options.seed,
    knownFailures: createKnownFailures(),
  };
  const make = {
    accuracy: () => accuracyTasks(context, files.accuracy),
    error: () => errorVsStepTasks(context, files.errorVsStep),
    size: () => expressionSizeTasks(context, files.expressionSize),
    operations: () => operationsTasks(context, files.operations),
    memory: () => memoryTasks(context, files.memory),
    training: () => trainingTasks(context, files.training),
    checks: () => checksTasks(context, files.checks),
    timing: () => timingTasks(context, files.timing),
  };
  const tasks = [
    ...(needTruth(options) ? truthTasks(context) : []),
    ...options.harnesses.flatMap((name) => make[name]()),
  ];
  const progress = createProgress(
    tasks.length,
    tasks.reduce((total, { weight }) => total + weight, 0),
  );
  const complete = await runTasks(tasks, options.jobs, progress).finally(async () => {
    progress.stop();
    pool.close();
    await Promise.all(Object.values(files).map((file) => file.flush()));
  });
  const state = complete ? 'complete' : 'interrupted';
  await folder.writeRecord({ ...record, state, finished: new Date().toISOString() });

  const measured = Object.values(files).map(({ table, rows }) => [table.name, rows] as const);
  const { expected, unexpected } = failedRows(catalogue, Object.fromEntries(measured));
  const rows = { accuracy: files.accuracy.rows, operations: files.operations.rows, timing: files.timing.rows };
  const written = Object.values(files).filter((file) => file.rows.length > 0);
  const paths = [
    ...written.map(({ file, rows }) => `${path.relative('', file)} (${rows.length} rows)`),
    path.relative('', path.join(folder.path, 'run.json')),
  ];
  console.log(
    [summaryText(catalogue, rows), failureText(expected, unexpected), `Wrote ${paths.join('\n      ')}`]
      .filter(Boolean)
      .join('\n\n'),
  );
  return { state, unexpected: unexpected.length, shard: options.shard };
}

/** What these harnesses count, or compare with what they find themselves; the rest is compared with the truth. */
const COUNTED: readonly Harness[] = ['size', 'operations', 'memory', 'training', 'checks'];

function needTruth({ harnesses }: BenchOptions): boolean {
  return harnesses.some((name) => !COUNTED.includes(name));
}

function truthTasks({ problems, truths, operators, effort, share, catalogue }: RunContext): Task[] {
  const ofShare = problems.filter(({ reference }) => hasAnyMethod(share, catalogue, reference));
  return ofShare.map(({ reference, instance }) => ({
    label: `truth of ${reference.suite}/${reference.problem} ${reference.size}`,
    weight: 100,
    async run() {
      const isSecond = applicable(operators, instance).some(
        (operator) => orderOf(operator) === 2 && leftOut(operator, instance, effort.secondOrderInputs) === undefined,
      );
      await truths.of(reference, isSecond ? 2 : 1);
    },
  }));
}
