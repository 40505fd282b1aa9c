import { access, mkdir, rename, rm, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import lockfile from 'proper-lockfile';
import { errorCode } from '../command/error-code.ts';
import { UsageError } from '../command/usage-error.ts';
import { writeAtomically } from '../command/write-atomically.ts';
import { writing } from './cannot-write.ts';
import { makeFolder } from './make-folder.ts';
import { readRunFile } from './run-file.ts';
import { isFullRun, type RunRecord } from './run-record.ts';
import { datapackageText } from './schema.ts';
import { tables } from './tables.ts';

const RECORD = 'run.json';
const SCHEMA = 'datapackage.json';
/** The folder of the report of the results. */
export const REPORT = 'report';
/** The folder of the results of the run before. */
export const PREVIOUS = 'previous';
/** The folder of these results after a full run, so that small runs after it don't replace them. */
export const PREVIOUS_FULL = 'previous-full';

/** A folder of results, held by this process alone. */
export interface ResultsFolder {
  readonly path: string;
  /** The run that the folder holds, if any. */
  readonly record: RunRecord | undefined;
  /** Why its run.json is not the record of a run, in a sentence; absent where it is, or where there is none. */
  readonly damage?: string;
  /**
   * Moves the results of the run before to a folder inside, so that this folder holds one run. Returns a sentence on
   * where they are; undefined where there were none.
   */
  startAfresh(): Promise<string | undefined>;
  writeRecord(record: RunRecord): Promise<void>;
  release(): Promise<void>;
}

/**
 * Opens the folder for writing, making it if need be.
 * @throws {UsageError} when it can't be written, or another run holds it.
 */
export async function openResultsFolder(folder: string): Promise<ResultsFolder> {
  await checkWritable(folder);
  const release = await lock(folder);
  const inside = (name: string) => path.join(folder, name);
  const held = await recordIn(inside(RECORD));
  let { record } = held;
  return {
    path: folder,
    ...held,
    async startAfresh() {
      const names = [RECORD, SCHEMA, REPORT, ...tables.map(({ name }) => `${name}.csv`)];
      const present: string[] = [];
      for (const name of names) if (await exists(inside(name))) present.push(name);
      const kept = inside(record !== undefined && isFullRun(record) ? PREVIOUS_FULL : PREVIOUS);
      if (present.length > 0) {
        await rm(kept, { recursive: true, force: true });
        await mkdir(kept);
        for (const name of present) await rename(inside(name), path.join(kept, name));
      }
      await writing(inside(SCHEMA), () => writeAtomically(inside(SCHEMA), datapackageText()));
      return present.length > 0 ? `The results of the run before are now in ${path.relative('', kept)}.` : undefined;
    },
    async writeRecord(written) {
      await writing(inside(RECORD), () => writeAtomically(inside(RECORD), `${JSON.stringify(written, null, 2)}\n`));
      record = written;
    },
    release,
  };
}

async function checkWritable(folder: string): Promise<void> {
  const probe = path.join(folder, `.diffmark-${process.pid}`);
  try {
    await makeFolder(folder);
    await writeFile(probe, datapackageText()); // as much as any run writes at least: a full disk takes an empty file
    await unlink(probe);
  } catch (error) {
    await rm(probe, { force: true }).catch(() => {});
    throw new UsageError(`The folder ${folder} can't be written (${errorCode(error)}): give another with --out.`);
  }
}

/** A record that can't be read is no reason not to measure anew. */
async function recordIn(file: string): Promise<Pick<ResultsFolder, 'record' | 'damage'>> {
  try {
    return { record: await readRunFile(file, 'run without --resume') };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { record: undefined, damage: error.message };
  }
}

async function lock(folder: string): Promise<() => Promise<void>> {
  try {
    return await lockfile.lock(folder, { stale: 10_000, onCompromised: () => {} });
  } catch {
    throw new UsageError(`Another run is writing to ${folder}: wait for it to end, or give another folder with --out.`);
  }
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
