import { spawn } from 'node:child_process';
import path from 'node:path';
import { BUILD } from '../command/paths.ts';
import { UsageError } from '../command/usage-error.ts';

const ENTRY = path.join(BUILD, 'scripts/plugin/probe-entry.js');
const TIME_LIMIT_S = 20;
/** Exit status of a process that came to the end of the plug-in; any other is the plug-in's doing. */
export const ENDED = 77;

/**
 * Loads a compiled plug-in in a process of its own, since one that loops or exits would take the harness with it.
 * @throws {UsageError} when loading it does not come to an end.
 */
export function probePlugin(file: string, compiled: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (why: string) => reject(new UsageError(`The plug-in ${file} can't be loaded: ${why}.`));
    const child = spawn(process.execPath, [ENTRY, compiled], { stdio: 'ignore' });
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      refuse(`it is not finished after ${TIME_LIMIT_S} s`);
    }, TIME_LIMIT_S * 1000);
    child.once('error', (error) => refuse(error.message));
    child.once('exit', (status, signal) => {
      clearTimeout(timer);
      if (status === ENDED) resolve();
      else refuse(`its process died (${signal ?? `exit status ${status}`})`);
    });
  });
}
