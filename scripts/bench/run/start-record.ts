import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { UsageError } from '../../command/usage-error.ts';
import type { ResultsFolder } from '../../tables/folder.ts';
import { askedOf, commit, type RunRecord, runName, thisMachine, versions } from '../../tables/run-record.ts';
import type { Catalogue } from '../plan/catalogue.ts';
import { forkFlags } from '../process/pool.ts';
import type { BenchOptions } from './options.ts';
import { fingerprint } from './sources.ts';

/** Fingerprint of the compiled code that is measured, plug-ins included. */
async function codeOf({ methods, problems }: Catalogue): Promise<string> {
  const own = await fingerprint(['scripts/bench/run/bench.js', 'scripts/bench/child.js']);
  const plugins = new Set([...methods, ...problems].flatMap(({ plugin }) => plugin ?? []));
  const texts = await Promise.all([...plugins].map((file) => readFile(file)));
  return [own, ...texts.map((text) => createHash('sha256').update(text).digest('hex').slice(0, 16))].join('-');
}

/**
 * Writes the record of a run that begins, or goes on with that of an interrupted one.
 * @throws {UsageError} for a run that was interrupted on another machine, with other code or other versions.
 */
export async function startRecord(
  folder: ResultsFolder,
  options: BenchOptions,
  catalogue: Catalogue,
): Promise<RunRecord> {
  const started = new Date().toISOString();
  const { resume, list, report, summary, saveBaseline, shard, ...kept } = options;
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
    const moved = await folder.startAfresh();
    if (moved !== undefined) console.error(moved);
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
