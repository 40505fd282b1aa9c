import { open, rename, rm } from 'node:fs/promises';

let files = 0;

/**
 * Writes a whole file beside the one that is there, and then puts it in its place: whatever happens, there is the old one or the new one.
 * (The package write-file-atomic, 7.0.1, takes a write that a full disk cut short for a whole one, and the rows are gone.)
 * @throws {Error} with the system's code, where it can't be written; then the old file stays.
 */
export async function writeAtomically(file: string, data: string | Uint8Array): Promise<void> {
  const beside = `${file}.${process.pid}-${files++}`;
  try {
    const handle = await open(beside, 'w');
    try {
      await handle.writeFile(data); // goes on until all is written
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
