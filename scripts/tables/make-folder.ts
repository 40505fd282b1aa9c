import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../command/error-code.ts';

/**
 * Makes a folder and those that it is in, where they do not exist. (`mkdir` of Node with `recursive` never ends below
 * /proc, which has no place for a folder but says that the folder above is missing.)
 * @throws {Error} with the system's code, where it can't be made.
 */
export async function makeFolder(folder: string): Promise<void> {
  const whole = path.resolve(folder);
  if (await isFolder(whole)) return;
  try {
    await mkdir(whole);
  } catch (error) {
    if (errorCode(error) === 'EEXIST' && (await isFolder(whole))) return; // someone else has just made it
    const above = path.dirname(whole);
    if (errorCode(error) !== 'ENOENT' || (await isFolder(above))) throw error;
    await makeFolder(above);
    await mkdir(whole).catch(async (again) => {
      if (!(await isFolder(whole))) throw again;
    });
  }
}

function isFolder(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
