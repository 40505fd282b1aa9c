import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../../command/error-code.ts';
import { UsageError } from '../../command/usage-error.ts';
import { rowKey } from '../../tables/column/column.ts';
import { writeCsv } from '../../tables/csv.ts';
import { openResultsFolder } from '../../tables/folder.ts';
import { machinesOf } from '../../tables/run-record.ts';
import { plural } from '../../words/words.ts';
import { CannotCompare } from '../sides/cannot-compare.ts';
import { ALL_TABLES, readRun, type Side } from '../sides/side.ts';
import type { MergeOptions } from './options.ts';
import { mergedRecord, shardsOfOneRun } from './shards.ts';

/**
 * Makes one run of its shards and says in a few lines what it wrote.
 * @throws {CannotCompare} when the folders are not all the shards of one run; then nothing is written.
 * @throws {UsageError} when the run can't be written; then what was there stays.
 */
export async function merge({ folders, out }: MergeOptions): Promise<string> {
  const taken = folders.find((folder) => path.resolve(folder) === path.resolve(out));
  if (taken !== undefined)
    throw new UsageError(`${taken} is the folder of a shard: name another for the whole run with --out.`);
  const sides: Side[] = [];
  for (const folder of folders) sides.push(await readRun(folder));
  const shards = shardsOfOneRun(sides);
  const tables = mergedTables(shards);
  const record = mergedRecord(shards, out);
  const moved = await write(tables, record, out);
  const machines = machinesOf(record).length;
  const rows = [...tables.values()].reduce((total, each) => total + each.length, 0);
  return [
    `Merged ${plural(shards.length, 'shard')} of run ${record.run} into ${out}: ${rows} rows of ${tables.size} tables.`,
    ...(machines > 1
      ? [
          `They were measured on ${machines} different machines: ratios of different rows can be compared, absolute times can not.`,
        ]
      : []),
    ...(moved === undefined ? [] : [moved]),
  ].join('\n');
}

type Rows = ReadonlyMap<string, Side['rows'] extends ReadonlyMap<string, infer R> ? R : never>;

/** The rows of all shards, of tables that have any. */
function mergedTables(shards: readonly Side[]): Rows {
  const merged = ALL_TABLES.map((table) => {
    const folders = new Map<string, string>();
    for (const { folder, rows } of shards)
      for (const row of rows.get(table.name) ?? []) {
        const key = rowKey(table, row);
        const before = folders.get(key);
        if (before !== undefined)
          throw new CannotCompare(`${before} and ${folder} both have the row ${key} of ${table.name}.csv.`);
        folders.set(key, folder);
      }
    return [table.name, shards.flatMap(({ rows }) => rows.get(table.name) ?? [])] as const;
  }).filter(([, rows]) => rows.length > 0);
  if (merged.length === 0) throw new CannotCompare('Nothing was measured: no shard has a row.');
  return new Map(merged);
}

/**
 * Writes all files before any takes its place, and the record, without which there is no run, last. Returns where the
 * results of the run before went, if there were any.
 */
async function write(tables: Rows, record: Side['record'], out: string): Promise<string | undefined> {
  const folder = await openResultsFolder(path.resolve(out));
  const beside = path.join(folder.path, '.merge');
  try {
    await rm(beside, { recursive: true, force: true }); // of a merge that was killed
    await mkdir(beside);
    for (const table of ALL_TABLES) {
      const rows = tables.get(table.name);
      if (rows) await writeCsv(path.join(beside, `${table.name}.csv`), table, rows);
    }
    const moved = await folder.startAfresh();
    for (const name of tables.keys())
      await rename(path.join(beside, `${name}.csv`), path.join(folder.path, `${name}.csv`));
    await folder.writeRecord(record);
    return moved;
  } catch (error) {
    throw new UsageError(`The run can't be written to ${out} (${errorCode(error)}): give another folder with --out.`);
  } finally {
    await rm(beside, { recursive: true, force: true });
    await folder.release();
  }
}
