import { isDeepStrictEqual } from 'node:util';
import { fits } from '../../tables/fault-of.ts';
import { type RunRecord, runName, type Shard, whatWasAsked } from '../../tables/run-record.ts';
import { SHARD } from '../../tables/run-record-schema.ts';
import { CannotCompare } from '../sides/cannot-compare.ts';
import type { Side } from '../sides/side.ts';

/**
 * The shards in their order.
 * @throws {CannotCompare} when they are not all the shards of one run, each once.
 */
export function shardsOfOneRun(sides: readonly Side[]): readonly Side[] {
  const [first, ...others] = sides;
  if (first === undefined) throw new CannotCompare('There is no shard to merge.');
  const byNumber = new Map<number, Side>();
  const { of } = shardIn(first);
  for (const side of sides) {
    const shard = shardIn(side);
    if (shard.of !== of)
      throw new CannotCompare(
        `${first.folder} and ${side.folder} are of different runs: one of ${of} shards, one of ${shard.of}.`,
      );
    const before = byNumber.get(shard.number);
    if (before)
      throw new CannotCompare(`Shard ${shard.number}/${of} is there twice: in ${before.folder} and in ${side.folder}.`);
    byNumber.set(shard.number, side);
  }
  for (const side of others) checkSame(first, side);
  const numbers = Array.from({ length: of }, (_, k) => k + 1);
  const missing = numbers.filter((number) => !byNumber.has(number));
  if (missing.length > 0)
    throw new CannotCompare(
      `${missing.length} of ${of} shards ${missing.length === 1 ? 'is' : 'are'} missing (${missing.map((number) => `${number}/${of}`).join(', ')}): measure with --shard, and name all ${of} folders.`,
    );
  return numbers.flatMap((number) => byNumber.get(number) ?? []);
}

function shardIn({ folder, record }: Side): Shard {
  const { shard } = record;
  if (!fits(SHARD, shard))
    throw new CannotCompare(`The run in ${folder} is no shard: measure one with \`npm run bench -- --shard K/N\`.`);
  return shard;
}

/** Machines may differ, since each ratio is of one of them; all else must not. */
function checkSame(first: Side, other: Side): void {
  if (first.record.asked === other.record.asked) return;
  const [a, b] = [whatWasAsked(first.record), whatWasAsked(other.record)];
  const name = [...new Set([...Object.keys(a), ...Object.keys(b)])].find((key) => !isDeepStrictEqual(a[key], b[key]));
  const what = name === undefined ? '' : `: ${name} is ${told(a[name])} in one, ${told(b[name])} in the other`;
  throw new CannotCompare(`${first.folder} and ${other.folder} are of different runs${what}.`);
}

function told(value: unknown): string {
  if (value === undefined) return 'not given';
  return Array.isArray(value) ? value.join(' ') || 'empty' : String(value);
}

/** The record of the whole run: that of the first shard, with the time that all took and where each was measured. */
export function mergedRecord(shards: readonly Side[], out: string): RunRecord {
  const records = shards.map(({ record }) => record);
  const [first] = records;
  const { shard: _, finished: __, options, ...rest } = first!;
  const { jobs, ...asked } = options;
  const started = records.map((record) => record.started).sort()[0]!;
  const finished = records
    .flatMap((record) => record.finished ?? [])
    .sort()
    .at(-1);
  const isDirty = records.some(({ commit }) => commit.endsWith('+'));
  return {
    ...rest,
    run: runName(started, undefined),
    started,
    ...(finished !== undefined && { finished }),
    commit: isDirty ? `${rest.commit.replace(/\+$/, '')}+` : rest.commit,
    options: { ...asked, out },
    shards: records.map((record) => ({
      number: record.shard!.number,
      run: record.run,
      started: record.started,
      ...(record.finished !== undefined && { finished: record.finished }),
      machine: record.machine,
    })),
  };
}
