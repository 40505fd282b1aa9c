import { UsageError } from '../../command/usage-error.ts';
import type { ResultsFolder } from '../../tables/folder.ts';
import { HARNESSES } from './harness-tasks.ts';
import type { BenchOptions } from './options.ts';

/**
 * The options of the run in the folder: a resumed run measures what was asked for at first.
 * @throws {UsageError} where there is no run that can be read, or it is complete.
 */
export function resumedOptions(folder: ResultsFolder, asked: BenchOptions): BenchOptions {
  const { record, damage } = folder;
  if (damage !== undefined) throw new UsageError(damage);
  if (!record) throw new UsageError(`There is no run to resume in ${folder.path}: run without --resume.`);
  if (record.state === 'complete')
    throw new UsageError(`The run in ${folder.path} is complete: there is nothing to resume.`);
  const { options: kept } = record;
  return {
    ...asked,
    effort: kept.effort ?? asked.effort,
    harnesses: kept.harnesses?.map(harnessOf) ?? asked.harnesses,
    suites: kept.suites ?? asked.suites,
    problems: kept.problems ?? asked.problems,
    methods: kept.methods ?? asked.methods,
    operators: kept.operators,
    along: kept.along ?? asked.along,
    stepRule: kept.stepRule ?? asked.stepRule,
    plugins: kept.plugins ?? asked.plugins,
    seed: kept.seed ?? asked.seed,
    jobs: kept.jobs ?? asked.jobs,
    timeLimit: kept.timeLimit,
    memoryLimit: kept.memoryLimit ?? asked.memoryLimit,
    forks: kept.forks,
    precision: kept.precision,
    budget: kept.budget,
    shard: record.shard,
    resume: true,
  };
}

function harnessOf(name: string): string {
  const harness = HARNESSES.find((each) => each === name);
  if (harness === undefined)
    throw new UsageError(
      `The run to resume was asked for the harness ${name}, which is not here: run without --resume.`,
    );
  return harness;
}
