import { spawn } from 'node:child_process';
import { withoutGitVariables } from '../../command/git-call.ts';

/** How a command ended, and what it said last. */
export interface Ended {
  readonly status: number | null;
  readonly output: string;
}

/** The most characters of a command's output that are kept. */
const KEPT = 50_000;

/**
 * Runs a command to its end, in a process group of its own: Ctrl-C in a terminal reaches only us, who end the whole
 * group.
 * @throws where it can't be started, or was ended by the signal.
 */
export function runCommand(
  [file, ...args]: readonly [string, ...string[]],
  { cwd, signal }: { readonly cwd: string; readonly signal?: AbortSignal },
): Promise<Ended> {
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd,
      env: environment(),
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-KEPT);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const endGroup = () => {
      if (child.pid === undefined) return;
      try {
        if (process.platform === 'win32') child.kill();
        else process.kill(-child.pid, 'SIGKILL');
      } catch {} // it has just ended
    };
    signal?.addEventListener('abort', endGroup);
    child.once('error', reject);
    child.once('close', (status) => {
      signal?.removeEventListener('abort', endGroup);
      if (signal?.aborted) reject(signal.reason);
      else resolve({ status, output });
    });
  });
}

/** Ours, without what git and npm tell their own children: another checkout is not theirs. */
function environment(): NodeJS.ProcessEnv {
  const isTheirs = (name: string) => /^npm_(package|lifecycle)_|^npm_config_local_prefix$/.test(name);
  return Object.fromEntries(Object.entries(withoutGitVariables(process.env)).filter(([name]) => !isTheirs(name)));
}

/** npm, by the path by which it runs us where it does. */
export function npm(...args: readonly string[]): readonly [string, ...string[]] {
  const own = process.env.npm_execpath;
  return own?.endsWith('npm-cli.js') ? [process.execPath, own, ...args] : ['npm', ...args];
}

const TELLING = [
  /error TS\d+: .*/,
  /^npm (?:error|ERR!) (?!code\b|errno\b|syscall\b|path\b|command\b|cwd\b|A complete log)\S.*/m,
  /^\w*Error\b.*/m,
  /^fatal: .*/m,
];

/** The line of an output that says best why a command failed. */
export function failureLine(output: string): string {
  const found = TELLING.map((pattern) => pattern.exec(output)?.[0]).find((line) => line !== undefined);
  return (found ?? output.trim().split('\n').at(-1) ?? '').trim().replace(/[.]$/, '') || 'it said nothing';
}
