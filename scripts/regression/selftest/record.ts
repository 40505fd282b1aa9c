import { spawn } from 'node:child_process';
import { CannotCompare } from '../cannot-compare.ts';

/** Forks of a case in a recording: twice what a side of a careful comparison has. */
const FORKS = 24;

/**
 * Measures the times of the default suite in many forks, into the folder; what was there goes to its `previous/`.
 * @throws {CannotCompare} when the bench was interrupted or could not run.
 */
export async function record(folder: string, isThorough: boolean): Promise<void> {
  const options = ['--harness', 'timing', '--forks', String(FORKS), '--no-report', '--out', folder];
  const status = await npm(['run', 'bench', '--', ...options, ...(isThorough ? ['--thorough'] : [])]);
  if (status !== 0 && status !== 1)
    throw new CannotCompare(`There is no new recording in ${folder}: the bench ended with status ${status}.`);
}

/** The exit status; the bench itself answers an interruption, which a terminal sends to it too. */
function npm(args: readonly string[]): Promise<number | null> {
  const ignore = () => {};
  process.on('SIGINT', ignore);
  return new Promise<number | null>((resolve, reject) => {
    spawn('npm', [...args], { stdio: 'inherit', shell: process.platform === 'win32' }) // there npm is a script
      .on('error', (error) => reject(new CannotCompare(`npm can't be started (${error.message}).`)))
      .on('close', resolve);
  }).finally(() => process.off('SIGINT', ignore));
}
