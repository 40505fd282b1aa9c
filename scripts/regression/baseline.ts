import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../harness/usage-error.ts';
import { ALL_TABLES } from './side.ts';

/** What a baseline consists of: the tables of a run, their schema and the record of the run. */
const FILES = [...ALL_TABLES.map(({ name }) => `${name}.csv`), 'datapackage.json', 'run.json'];

/**
 * Puts the results of a folder in the place of a baseline. They are copied beside it first, so that a full disk or a kill
 * leaves it as it was; what else lies in its folder stays.
 * @throws {UsageError} when it can't be written.
 */
export async function replaceBaseline(from: string, baseline: string): Promise<void> {
  if (path.resolve(from) === path.resolve(baseline)) return;
  let beside: string | undefined;
  try {
    beside = await mkdtemp(path.join(path.dirname(path.resolve(baseline)), '.baseline-'));
    await cp(baseline, beside, { recursive: true });
    for (const name of FILES) {
      await rm(path.join(beside, name), { force: true });
      await cp(path.join(from, name), path.join(beside, name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error; // a run without this table
      });
    }
    const old = `${beside}-old`;
    await rename(baseline, old);
    await rename(beside, baseline);
    await rm(old, { recursive: true, force: true });
  } catch (error) {
    if (beside !== undefined) await rm(beside, { recursive: true, force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError(`The baseline in ${baseline} can't be replaced (${code}); it is as it was.`);
  }
}
