import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Operator, StepRule } from '../../methods/method.ts';
import { gitCall } from '../command/git-call.ts';
import { ROOT } from '../command/paths.ts';

/** The dependencies that can change a number. */
const MEASURING_DEPENDENCIES = [
  'tinybench',
  'mathjs',
  'decimal.js',
  'simple-statistics',
  'pure-rand',
  'typescript',
] as const;

/** The place and the settings of a run: run.json. */
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
  readonly options: KeptOptions;
  /** Which part of a whole run it is, if not all of it. */
  readonly shard?: Shard;
  /** Fingerprint of what was to be measured, and by what: the shards of one run have the same. */
  readonly asked?: string;
  /** The shards that `npm run merge` made this run of. */
  readonly shards?: readonly MergedShard[];
}

/** How much a run may measure. */
export const EFFORTS = ['quick', 'default', 'thorough'] as const;
/** How much a run measures. */
export type EffortName = (typeof EFFORTS)[number];

/** The options that a run keeps. One is absent where it was not given, or where an older version does not have it. */
export interface KeptOptions {
  readonly effort?: EffortName | undefined;
  readonly harnesses?: readonly string[] | undefined;
  readonly suites?: readonly string[] | undefined;
  readonly problems?: readonly string[] | undefined;
  readonly methods?: readonly string[] | undefined;
  readonly operators?: readonly Operator[] | undefined;
  readonly along?: readonly string[] | undefined;
  readonly stepRule?: StepRule | undefined;
  readonly plugins?: readonly string[] | undefined;
  readonly seed?: number | undefined;
  readonly jobs?: number | undefined;
  readonly timeLimit?: number | undefined;
  readonly memoryLimit?: number | undefined;
  readonly forks?: number | undefined;
  readonly precision?: number | undefined;
  readonly budget?: number | undefined;
  readonly [name: string]: unknown;
}

/** A run may be split into so many. */
export const MOST_SHARDS = 1000;

/** One of several runs that together are a whole one. */
export interface Shard {
  /** From 1. */
  readonly number: number;
  readonly of: number;
}

/** A shard of a run that was merged. */
export interface MergedShard {
  readonly number: number;
  /** Its own name, which its rows have. */
  readonly run: string;
  readonly started: string;
  readonly finished?: string;
  readonly machine: Machine;
}

/** The machine that measured. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly os: string;
  readonly architecture: string;
}

/** The name of a run: when it started, and which shard it is, since shards may well start in the same second. */
export function runName(started: string, shard: RunRecord['shard']): string {
  const time = started.replaceAll(/[-:]|\.\d+/g, '');
  return shard === undefined ? time : `${time}-${shard.number}of${shard.of}`;
}

/** Options that say where and how busily a run is made, but not what it measures. */
const CIRCUMSTANCES: readonly string[] = ['out', 'jobs'];

/** The measurements that were asked for, and the code that makes them. Shards of one run must agree in these. */
export function whatWasAsked({ commit, code, versions, options }: Asked): Readonly<Record<string, unknown>> {
  const own = Object.entries(options).filter(([name]) => !CIRCUMSTANCES.includes(name));
  return {
    commit: commit.replace(/\+$/, ''),
    code,
    ...prefixed('version', versions),
    ...prefixed('option', Object.fromEntries(own)),
  };
}

type Asked = Pick<RunRecord, 'commit' | 'code' | 'versions' | 'options'>;

function prefixed(prefix: string, values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix} ${name}`, value]));
}

/** The fingerprint of what was asked. */
export function askedOf(run: Asked): string {
  return createHash('sha256')
    .update(JSON.stringify(whatWasAsked(run)))
    .digest('hex')
    .slice(0, 16);
}

/**
 * Whether it is a complete run of all problems by all methods, which takes minutes: more than errors, or than times,
 * alone.
 */
export function isFullRun({ state, shard, options }: Pick<RunRecord, 'state' | 'shard' | 'options'>): boolean {
  const { effort, harnesses, suites = [], problems = [], methods = [], operators = [] } = options;
  const isChosen = [suites, problems, methods, operators].some((names) => names.length > 0);
  const isWhole = (['accuracy', 'timing'] as const).every((name) => harnesses?.includes(name) ?? true);
  return state === 'complete' && shard === undefined && effort !== 'quick' && !isChosen && isWhole;
}

/** The different machines that measured a run: several only where it was merged. */
export function machinesOf({ machine, shards }: RunRecord): readonly Machine[] {
  const all = shards === undefined || shards.length === 0 ? [machine] : shards.map((shard) => shard.machine);
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
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
    await readFile(path.join(ROOT, 'package-lock.json'), 'utf8'),
  );
  const { node, v8 } = process.versions;
  const own: Record<string, string> = { diffmark: lock.version ?? 'unknown', node, v8 };
  for (const name of MEASURING_DEPENDENCIES) own[name] = lock.packages?.[`node_modules/${name}`]?.version ?? 'unknown';
  return own;
}

/** The commit of the folder's checkout, with "+" after it when the work tree has changes; "unknown" outside git. */
export async function commit(folder: string = ROOT): Promise<string> {
  const git = async (...args: string[]) => (await promisify(execFile)(...gitCall(folder, ...args))).stdout.trim();
  try {
    return `${await git('rev-parse', '--short=12', 'HEAD')}${(await git('status', '--porcelain')) === '' ? '' : '+'}`;
  } catch {
    return 'unknown';
  }
}
