import path from 'node:path';

/** The folder in which the process was started: npm starts commands in the project's folder. */
export const STARTED_IN = process.cwd();

/**
 * The path of a folder of the project, where the user names none. It is short for a user who stands in the project's
 * folder.
 */
export function defaultFolder(name: string): string {
  return process.cwd() === STARTED_IN ? name : path.join(STARTED_IN, name);
}
