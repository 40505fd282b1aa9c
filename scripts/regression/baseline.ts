import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { defaultFolder } from '../command/default-folder.ts';
import { errorCode } from '../command/error-code.ts';
import { UsageError } from '../command/usage-error.ts';
import { accepted } from '../tables/columns/accepted.ts';
import { writeCsv } from '../tables/csv.ts';
import { makeFolder } from '../tables/make-folder.ts';
import { removed } from '../tables/removed.ts';
import { readRemovals, removalsThatFit } from './comparison/declared.ts';
import { acceptedRows, readAccepted } from './exact/accepted.ts';
import { CannotCompare } from './sides/cannot-compare.ts';
import { ALL_TABLES, readRun } from './sides/side.ts';

/** The folder of results, with baselines beside them. */
export function resultsFolder(): string {
  return defaultFolder('results');
}

/** The numbers that growth is counted from, beside the tables of a baseline. */
export const ACCEPTED = 'accepted.csv';

/** The file in which removals on purpose are declared, beside the baseline. */
export const REMOVED = 'removed.csv';

const RECORD = 'run.json';
/** The files of a baseline: the tables of a run, their schema and the record of the run. */
const FILES = [...ALL_TABLES.map(({ name }) => `${name}.csv`), 'datapackage.json', RECORD];

/** The folder of a baseline: a name is one of the folders beside the results; anything else is a path. */
export function baselineFolder(name: string): string {
  return /^[\w-]+$/.test(name) ? path.join(resultsFolder(), name) : name;
}

/**
 * Checks that a folder may become a baseline: that there is none, or an empty one, or one that holds the results of a
 * run.
 * @throws {UsageError} when it is something else, which a baseline must not replace.
 */
export async function checkReplaceable(baseline: string): Promise<void> {
  if (!existsSync(baseline) || existsSync(path.join(baseline, RECORD))) return;
  const names = await readdir(baseline).catch(() => undefined);
  if (names?.length !== 0) throw new UsageError(`${baseline} holds no results of a run: give another name.`);
}

/** Takes out the declarations whose rows a new baseline has no longer; no file where none is left. */
async function writeRemovals(file: string, from: string): Promise<void> {
  const removals = await readRemovals(file).catch(none);
  const head = await readRun(from, 'its own header').catch(none);
  if (!removals || !head) return;
  const left = removalsThatFit(removals, head);
  if (left.length === removals.length) return;
  if (left.length === 0) await rm(file);
  else
    await writeCsv(
      file,
      removed,
      left.map((removal) => ({ ...removal, keys: removal.keys })),
    );
}

/** Keeps what the numbers of the baseline were before they grew within their allowance; no file where none did. */
async function writeAccepted(file: string, baseline: string, from: string): Promise<void> {
  await rm(file, { force: true });
  const [base, head] = await Promise.all(
    [baseline, from].map((folder) => readRun(folder, 'its own header').catch(none)),
  );
  if (!base || !head) return;
  const before = await readAccepted(path.join(baseline, ACCEPTED));
  const rows = ALL_TABLES.flatMap((table) =>
    acceptedRows(table, base.rows.get(table.name) ?? [], head.rows.get(table.name) ?? [], before),
  );
  if (rows.length > 0) await writeCsv(file, accepted, rows);
}

/** A folder that can't be read has no numbers to keep. */
function none(error: unknown): undefined {
  if (!(error instanceof CannotCompare)) throw error;
}

/** The place of a baseline in the moment in which another replaces it. */
function aside(baseline: string): string {
  return path.join(path.dirname(path.resolve(baseline)), `.${path.basename(baseline)}-replaced`);
}

/** Puts a baseline back that was killed in that moment. */
export async function restoreBaseline(baseline: string): Promise<void> {
  if (!existsSync(baseline) && existsSync(aside(baseline))) await rename(aside(baseline), baseline);
}

/**
 * Puts the results of a folder in the place of a baseline. They are copied beside it first, so that a full disk leaves
 * it as it was; so does a kill, after which `restoreBaseline` may have to put it back. What else lies in its folder
 * stays.
 * @throws {UsageError} when it can't be written.
 */
export async function replaceBaseline(from: string, baseline: string): Promise<void> {
  if (path.resolve(from) === path.resolve(baseline)) return;
  let beside: string | undefined;
  try {
    await restoreBaseline(baseline);
    const parent = path.dirname(path.resolve(baseline));
    await makeFolder(parent);
    beside = await mkdtemp(path.join(parent, '.baseline-'));
    const isThere = existsSync(baseline);
    if (isThere) await cp(baseline, beside, { recursive: true });
    for (const name of FILES) {
      await rm(path.join(beside, name), { force: true });
      await cp(path.join(from, name), path.join(beside, name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error; // a run without this table
      });
    }
    await writeAccepted(path.join(beside, ACCEPTED), baseline, from);
    await writeRemovals(path.join(beside, REMOVED), from);
    await rm(aside(baseline), { recursive: true, force: true });
    if (isThere) await rename(baseline, aside(baseline));
    await rename(beside, baseline);
    await rm(aside(baseline), { recursive: true, force: true });
  } catch (error) {
    await restoreBaseline(baseline);
    if (beside !== undefined) await rm(beside, { recursive: true, force: true });
    throw new UsageError(`The baseline in ${baseline} can't be replaced (${errorCode(error)}); it is as it was.`);
  }
}
