import { writeFile } from 'node:fs/promises';
import { errorCode } from '../command/error-code.ts';
import { UsageError } from '../command/usage-error.ts';
import { writeAtomically } from '../command/write-atomically.ts';

/**
 * Writes a file that the user has named, or adds to its end.
 * @throws {UsageError} when it can't be written.
 */
export async function writeText(file: string, text: string, flag: 'w' | 'a' = 'w'): Promise<void> {
  try {
    await (flag === 'w' ? writeAtomically(file, text) : writeFile(file, text, { flag }));
  } catch (error) {
    throw new UsageError(`${file} can't be written (${errorCode(error)}): give another file.`);
  }
}
