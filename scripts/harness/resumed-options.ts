import type { BenchOptions } from './options.ts';
import type { ResultsFolder } from './output/folder.ts';
import { UsageError } from './usage-error.ts';

/** Options that a record leaves out where they were not given. */
const NOT_GIVEN = {
  operators: undefined,
  timeLimit: undefined,
  forks: undefined,
  precision: undefined,
  budget: undefined,
} as const;

/**
 * The options of the run in the folder: a resumed run measures what was asked for at first.
 * @throws {UsageError} where there is no run, or it is complete.
 */
export function resumedOptions(folder: ResultsFolder, asked: BenchOptions): BenchOptions {
  const { record } = folder;
  if (!record || typeof record.options !== 'object')
    throw new UsageError(`There is no run to resume in ${folder.path}: run without --resume.`);
  if (record.state === 'complete')
    throw new UsageError(`The run in ${folder.path} is complete: there is nothing to resume.`);
  return { ...asked, ...NOT_GIVEN, ...record.options, shard: record.shard, out: asked.out, resume: true };
}
