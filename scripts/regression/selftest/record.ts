import { timedRun } from './timed-run.ts';

/** Forks of a case in a recording: twice what a side of a careful comparison has. */
const FORKS = 24;

/**
 * Measures the times of the default suite in many forks, into the folder; what was there goes to its `previous/`.
 * @throws {CannotCompare} when the bench was interrupted or could not run.
 */
export async function record(folder: string, isThorough: boolean): Promise<void> {
  await timedRun(folder, ['--forks', String(FORKS), ...(isThorough ? ['--thorough'] : [])], 'inherit');
}
