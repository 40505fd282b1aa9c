import { spawn } from 'node:child_process';
import path from 'node:path';
import { STARTED_IN } from '../../command/default-folder.ts';
import { CannotCompare } from '../sides/cannot-compare.ts';

/**
 * Measures the times of a default run with these options into the folder, as a user does. Its progress is shown; its
 * closing summary goes to `summary`.
 * @throws {CannotCompare} when the bench was interrupted or could not run.
 */
export async function timedRun(
  folder: string,
  options: readonly string[],
  summary: 'inherit' | 'ignore',
): Promise<void> {
  const status = await npm(
    ['run', 'bench', '--', '--harness', 'timing', ...options, '--no-report', '--out', path.resolve(folder)],
    summary,
  );
  if (status !== 0 && status !== 1)
    throw new CannotCompare(`There is no new run in ${folder}: the bench ended with status ${status}.`);
}

/** The exit status; the bench itself answers an interruption, which a terminal sends to it too. */
function npm(args: readonly string[], stdout: 'inherit' | 'ignore'): Promise<number | null> {
  const ignore = () => {};
  process.on('SIGINT', ignore);
  return new Promise<number | null>((resolve, reject) => {
    const isShell = process.platform === 'win32'; // there npm is a script
    spawn('npm', [...args], { cwd: STARTED_IN, stdio: ['inherit', stdout, 'inherit'], shell: isShell })
      .on('error', (error) => reject(new CannotCompare(`npm can't be started (${error.message}).`)))
      .on('close', resolve);
  }).finally(() => process.off('SIGINT', ignore));
}
