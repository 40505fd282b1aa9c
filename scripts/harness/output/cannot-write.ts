/** A file of results that could not be written in the middle of a run; the message is a sentence for the user. */
export class CannotWrite extends Error {
  override readonly name = 'CannotWrite';
}

/**
 * Writes a file of results.
 * @throws {CannotWrite} where the system does not let it, as on a full disk.
 */
export async function writing(file: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new CannotWrite(
      `${file} can't be written (${error.code}). What was written before is kept: make room, and \`npm run bench -- --resume\` goes on.`,
    );
  }
}
