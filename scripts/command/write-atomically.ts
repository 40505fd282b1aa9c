import { constants, type Stats } from 'node:fs';
import { lstat, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { standardStreamOf } from './standard-stream.ts';

let files = 0;

/**
 * Writes a whole file beside the one that is there, and then puts it in its place: whatever happens, there is the old
 * one or the new one. A link stays, and its target is written. A pipe, a terminal or another device takes the data
 * itself. (The package write-file-atomic, 7.0.1, takes a write that a full disk cut short for a whole one, and the rows
 * are gone.)
 * @throws {Error} with the system's code, where it can't be written; then the old file stays.
 */
export async function writeAtomically(file: string, data: string | Uint8Array): Promise<void> {
  const stream = standardStreamOf(file);
  if (stream !== undefined) return writeTo(stream, data);
  const present = await stat(file).catch(() => undefined);
  if (present === undefined) {
    const isLink = await lstat(file).then(
      (link) => link.isSymbolicLink(),
      () => false,
    );
    return isLink ? writeFile(file, data) : replace(file, data); // a link to nothing: its target is made
  }
  // A pipe or a device takes the data itself; no new file may stand in its place.
  if (isTaker(present)) return writeFile(file, data, { flag: constants.O_WRONLY });
  return replace(await realpath(file), data);
}

/** Whether it is neither a file nor a folder, and so has no content to keep. */
function isTaker(present: Stats): boolean {
  return !present.isFile() && !present.isDirectory();
}

function writeTo(stream: NodeJS.WritableStream, data: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(data, (error) => (error ? reject(error) : resolve()));
  });
}

async function replace(file: string, data: string | Uint8Array): Promise<void> {
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
