import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import os from 'node:os';
import { promisify } from 'node:util';

/** The dependencies that can change a number. */
const MEASURING_DEPENDENCIES = [
  'tinybench',
  'mathjs',
  'decimal.js',
  'simple-statistics',
  'pure-rand',
  'typescript',
] as const;

/** Where and how a run was made: run.json. */
export interface RunRecord {
  /** Name of the run, repeated in every row. */
  readonly run: string;
  readonly started: string;
  readonly finished?: string;
  /** complete, or interrupted: `--resume` continues it. */
  readonly state: 'running' | 'interrupted' | 'complete';
  readonly machine: Machine;
  readonly versions: Readonly<Record<string, string>>;
  /** Flags with which the forks ran. */
  readonly flags: readonly string[];
  /** The commit, with "+" when the work tree had changes. */
  readonly commit: string;
  /** Fingerprint of the compiled code that was measured. */
  readonly code: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** The machine that measured. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly os: string;
  readonly architecture: string;
}

/** Reads run.json; `undefined` where there is none, or none of our making. */
export async function readRecord(file: string): Promise<RunRecord | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** This machine. */
export function thisMachine(): Machine {
  return {
    cpu: os.cpus()[0]?.model.trim() ?? 'unknown',
    cores: os.availableParallelism(),
    memoryGb: Math.round(os.totalmem() / 2 ** 30),
    os: `${os.platform()} ${os.release()}`,
    architecture: os.arch(),
  };
}

/** Versions of Node, V8 and the dependencies that can change a number. */
export async function versions(): Promise<Record<string, string>> {
  const lock: { version?: string; packages?: Record<string, { version?: string }> } = JSON.parse(
    await readFile(new URL('../../../package-lock.json', import.meta.url), 'utf8'),
  );
  const { node, v8 } = process.versions;
  const own: Record<string, string> = { diffmark: lock.version ?? 'unknown', node, v8 };
  for (const name of MEASURING_DEPENDENCIES) own[name] = lock.packages?.[`node_modules/${name}`]?.version ?? 'unknown';
  return own;
}

/** The commit of this checkout, with "+" after it when the work tree has changes; "unknown" outside git. */
export async function commit(): Promise<string> {
  const git = async (...args: string[]) => (await promisify(execFile)('git', args)).stdout.trim();
  try {
    return `${await git('rev-parse', '--short=12', 'HEAD')}${(await git('status', '--porcelain')) === '' ? '' : '+'}`;
  } catch {
    return 'unknown';
  }
}
