import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../command/error-code.ts';
import { UsageError } from '../command/usage-error.ts';
import { makeFolder } from '../tables/make-folder.ts';

/** Files by their path in the folder of the report, with slashes. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

/** The files that a report makes in its folders, by the endings of their names. */
const MADE = {
  figures: /\.(svg|png|dot|vl\.json)$/,
  tables: /\.(md|tex|csv)$/,
} as const;

/**
 * Puts the files in place, and removes what an older report left.
 * @throws {UsageError} when the folder can't be written.
 */
export async function writeReport(folder: string, files: Files): Promise<void> {
  try {
    for (const [name, made] of Object.entries(MADE)) {
      await makeFolder(path.join(folder, name));
      for (const file of await readdir(path.join(folder, name))) {
        if (made.test(file) && !files.has(`${name}/${file}`)) await rm(path.join(folder, name, file));
      }
    }
    for (const [file, content] of files) await writeFile(path.join(folder, file), content);
  } catch (error) {
    throw new UsageError(`The folder ${folder} can't be written (${errorCode(error)}): give another with --out.`);
  }
}
