import { readFile } from 'node:fs/promises';
import { errorCode } from '../command/error-code.ts';
import { UsageError } from '../command/usage-error.ts';
import { faultOf, fits } from './fault-of.ts';
import type { RunRecord } from './run-record.ts';
import { RUN_RECORD } from './run-record-schema.ts';

/**
 * Reads run.json; undefined where there is none. `advice` is what its reader can do about a file that is refused.
 * @throws {UsageError} naming the file and the field, when it is not the record of a run.
 */
export async function readRunFile(file: string, advice: string): Promise<RunRecord | undefined> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new UsageError(`${file} can't be read (${code}); ${advice}.`);
  });
  return text === undefined ? undefined : parseRunRecord(text, file, advice);
}

/**
 * The record that a file with this text holds.
 * @throws {UsageError} as `readRunFile`.
 */
export function parseRunRecord(text: string, file: string, advice: string): RunRecord {
  const record = parseJson(text, file, advice);
  if (!fits(RUN_RECORD, record))
    throw new UsageError(`${file} is not the record of a run: ${faultOf(RUN_RECORD, record)}; ${advice}.`);
  return record;
}

function parseJson(text: string, file: string, advice: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const message = error instanceof Error ? error.message.replaceAll(/\s+/g, ' ') : String(error);
    throw new UsageError(`${file} is not well-formed JSON (${message}); ${advice}.`);
  }
}
