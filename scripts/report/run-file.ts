import { readFile } from 'node:fs/promises';
import type { RunRecord } from '../harness/output/run-record.ts';
import { UsageError } from '../harness/usage-error.ts';

/** What a field of a record must be. */
type Kind = 'string' | 'number' | 'object' | 'list';

/** The fields that a report reads; a record may have more. */
const FIELDS: Readonly<Record<string, Kind>> = {
  run: 'string',
  started: 'string',
  state: 'string',
  machine: 'object',
  'machine.cpu': 'string',
  'machine.cores': 'number',
  'machine.memoryGb': 'number',
  'machine.os': 'string',
  'machine.architecture': 'string',
  versions: 'object',
  flags: 'list',
  commit: 'string',
  code: 'string',
  options: 'object',
};

/**
 * Reads run.json; undefined where there is none.
 * @throws {UsageError} naming the file and the field, when it is not a record of a run.
 */
export async function readRunFile(file: string, advice: string): Promise<RunRecord | undefined> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new UsageError(`${file} can't be read; ${advice}.`);
  });
  if (text === undefined) return undefined;
  const record = parse(file, text, advice);
  const fault = firstFault(record);
  if (fault !== undefined) throw new UsageError(`${file} is not the record of a run: ${fault}; ${advice}.`);
  return record;
}

function parse(file: string, text: string, advice: string): RunRecord {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message.replaceAll(/\s+/g, ' ') : String(error);
    throw new UsageError(`${file} is not well-formed JSON (${message}); ${advice}.`);
  }
}

function firstFault(record: unknown): string | undefined {
  if (kindOf(record) !== 'object') return 'it is no object';
  for (const [field, kind] of Object.entries(FIELDS)) {
    if (kindOf(valueAt(record, field)) !== kind)
      return `its field \`${field}\` must be ${kind === 'object' ? 'an' : 'a'} ${kind}`;
  }
  const shards = entry(record, 'shards') ?? [];
  if (!Array.isArray(shards)) return 'its field `shards` must be a list';
  const isOfMachine = (shard: unknown) =>
    kindOf(entry(shard, 'run')) === 'string' &&
    Object.entries(FIELDS)
      .filter(([field]) => field.startsWith('machine.'))
      .every(([field, kind]) => kindOf(valueAt(shard, field)) === kind);
  return shards.every(isOfMachine) ? undefined : 'each of its `shards` must have a `run` and a `machine`';
}

function valueAt(record: unknown, field: string): unknown {
  return field.split('.').reduce<unknown>((at, name) => entry(at, name), record);
}

function entry(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  return value === null ? 'null' : typeof value;
}
