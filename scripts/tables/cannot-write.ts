import { errorCode } from '../command/error-code.ts';

/** A file of results that could not be written; the message is a sentence for the user. */
export class CannotWrite extends Error {
  override readonly name = 'CannotWrite';
  /** The system's name of the error. */
  readonly code: string;

  constructor(file: string, cause: unknown) {
    const code = errorCode(cause);
    super(`${file} can't be written (${code}). What was written before is kept.`, { cause });
    this.code = code;
  }
}

/**
 * Writes a file of results.
 * @throws {CannotWrite} where the system does not let it, as on a full disk.
 */
export async function writing(file: string, write: () => Promise<void>): Promise<void> {
  await write().catch((error: unknown) => {
    throw new CannotWrite(file, error);
  });
}
