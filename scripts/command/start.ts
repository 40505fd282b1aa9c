import path from 'node:path';
import { STARTED_IN } from './default-folder.ts';
import { watchOutput } from './watch-output.ts';

/**
 * Runs a command as a process: with the arguments of the command line, in the folder where the user stands. The process
 * ends with the status that the command returns, or with that of an output that can't be written.
 */
export async function startCommand(name: string, run: (args: readonly string[]) => Promise<number>): Promise<void> {
  const output = watchOutput();
  const folder = userFolder(name, process.env);
  if (folder !== undefined) process.chdir(folder);
  const status = await run(process.argv.slice(2));
  process.exitCode = output.status() ?? status;
}

/**
 * The folder in which npm was called, where npm runs this command in the project's folder instead. Undefined where
 * another script of npm has started the command: the folder is then that script's affair.
 */
export function userFolder(name: string, environment: NodeJS.ProcessEnv): string | undefined {
  const { npm_lifecycle_event: script, npm_package_json: manifest, INIT_CWD: folder } = environment;
  const isOurs = script === name && manifest !== undefined && path.dirname(manifest) === STARTED_IN;
  return isOurs && folder !== STARTED_IN ? folder : undefined;
}
