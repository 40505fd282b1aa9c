import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import pidusage from 'pidusage';
import { BUILD } from '../../command/paths.ts';
import { oneLine } from './failure.ts';
import type { Failure, ForkMessage, Job, Parts } from './job.ts';

/** The limits of a job: beyond them its fork is killed. */
export interface ForkLimits {
  readonly timeMs: number;
  readonly memoryMb: number;
}

/** How a job is run. */
export interface RunOptions {
  readonly limits: ForkLimits;
  /** Jobs of one key may share a fork, one after the other; without a key a job has a fresh one. */
  readonly share?: string | undefined;
}

/** Runs jobs in processes of their own, a few at a time. */
export interface ForkPool {
  /**
   * Resolves when the job has ended: with nothing, or with why it failed. Parts that arrived before a failure count.
   */
  run<J extends Job>(
    job: J,
    options: RunOptions,
    onPart: (part: Parts[J['kind']]) => void,
  ): Promise<Failure | undefined>;
  /** Ends every fork; jobs that are under way or waiting reject with `Interrupted`. */
  close(): void;
}

/** The pool was closed before the job ended: there is nothing to record of it. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

// pidusage asks getconf once, which Ctrl-C ends as well: it then takes the usual sizes, and would print a stack trace
process.env.PIDUSAGE_SILENT = '1';

const MEMORY_CHECK_MS = 200;
/** Reading modules is no part of a job's time; it must end all the same. mathjs takes seconds on a busy machine. */
const LOADING_MS = 20_000;
/** The file that forks of this checkout run. */
export const ENTRY = path.join(BUILD, 'scripts/bench/child.js');

/** Flags with which Node runs a fork. */
export function forkFlags({ memoryMb }: Pick<ForkLimits, 'memoryMb'>): string[] {
  return [`--max-old-space-size=${memoryMb}`];
}

interface Slot {
  child?: ChildProcess;
  /** Resolves when the child can take a job, or has died. */
  ready?: Promise<unknown>;
  share?: string;
}

/** A pool of at most `size` forks at once, which run compiled JavaScript from build/. */
export function createForkPool(size: number, entry: string = ENTRY): ForkPool {
  const idle: Slot[] = Array.from({ length: size }, () => ({}));
  const waiting: { share: string | undefined; take: (slot: Slot) => void; refuse: (error: Error) => void }[] = [];
  const children = new Set<ChildProcess>();
  let closed = false;

  function killAll(): void {
    for (const child of children) child.kill('SIGKILL');
  }
  process.on('exit', killAll);

  /** A free slot, best one whose fork has the same key. */
  function acquire(share: string | undefined): Promise<Slot> {
    if (closed) return Promise.reject(new Interrupted());
    const position = Math.max(
      0,
      idle.findIndex((slot) => share !== undefined && slot.share === share),
    );
    const [slot] = idle.splice(position, 1);
    if (slot) return Promise.resolve(slot);
    return new Promise((take, refuse) => waiting.push({ share, take, refuse }));
  }

  function release(slot: Slot): void {
    const next = waiting.shift();
    if (next) next.take(slot);
    else idle.push(slot);
  }

  /** The child that does the job: a new one, or the one that did others of the same key before. */
  function childFor(
    slot: Slot,
    { share, limits }: RunOptions,
  ): { readonly child: ChildProcess; readonly isNew: boolean } {
    if (slot.child && (share === undefined || slot.share !== share)) end(slot);
    if (slot.child) return { child: slot.child, isNew: false };
    const env = { ...process.env };
    delete env.NODE_OPTIONS; // a loader or a flag of the command must not change what is timed
    const child = fork(entry, [], {
      execArgv: forkFlags(limits),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env,
    });
    children.add(child);
    child.once('exit', () => children.delete(child));
    slot.child = child;
    slot.ready = new Promise((resolve) => child.once('message', resolve).once('exit', resolve));
    if (share === undefined) delete slot.share;
    else slot.share = share;
    return { child, isNew: true };
  }

  function end(slot: Slot): void {
    slot.child?.kill('SIGKILL');
    delete slot.child;
    delete slot.share;
  }

  return {
    async run(job, options, onPart) {
      const attempt = async (slot: Slot) => {
        const { child, isNew } = childFor(slot, options);
        await slot.ready; // starting a process is no part of the job's time
        const ended = await supervise(child, job, options.limits, onPart);
        if (closed) throw new Interrupted();
        if (options.share === undefined || (ended && ended.outcome !== 'unsupported')) end(slot);
        return { isNew, ended };
      };
      const slot = await acquire(options.share);
      try {
        const first = await attempt(slot);
        // a fork that did other jobs before may have died of what they left: the job has another try, in a fresh one
        const failure = first.isNew || !first.ended?.isDead ? first.ended : (await attempt(slot)).ended;
        return failure && { outcome: failure.outcome, reason: failure.reason };
      } finally {
        release(slot);
      }
    },
    close() {
      closed = true;
      for (const { refuse } of waiting.splice(0)) refuse(new Interrupted());
      killAll();
      process.off('exit', killAll);
    },
  };
}

/** Why a job has no answer, and whether its fork died of it, or grew too large. */
interface Ended extends Failure {
  readonly isDead?: true;
}

/** Sends the job to the fork and follows it to its end: done, failed, dead, too slow or too large. */
function supervise<J extends Job>(
  child: ChildProcess,
  job: J,
  { timeMs, memoryMb }: ForkLimits,
  onPart: (part: Parts[J['kind']]) => void,
): Promise<Ended | undefined> {
  return new Promise((resolve) => {
    let errors = '';
    const onErrors = (chunk: Buffer) => {
      errors = (errors + chunk.toString()).slice(-10_000);
    };
    const finish = (failure?: Ended) => {
      clearTimeout(timer);
      clearInterval(watch);
      child.off('message', onMessage).off('exit', onExit);
      child.stderr?.off('data', onErrors);
      resolve(failure);
    };
    const kill = (failure: Ended) => {
      finish(failure);
      child.kill('SIGKILL');
    };
    const onMessage = (message: ForkMessage) => {
      // what a fork sends is made by the job of the same kind, in this version of the code
      if (message.type === 'part') onPart(message.part as Parts[J['kind']]);
      else if (message.type === 'loaded') {
        clearTimeout(timer);
        timer = killAfter(timeMs);
      } else if (message.type === 'done') finish();
      else if (message.type === 'failed') finish(message.failure);
    };
    const tooLarge = { outcome: 'error', reason: `ran out of memory (limit ${memoryMb} MB)` } as const;
    const onExit = (code: number | null, signal: string | null) => {
      if (errors.includes('heap out of memory')) finish({ ...tooLarge, isDead: true });
      else
        finish({
          isDead: true,
          outcome: 'error',
          reason: oneLine(`its process died (${signal ?? `exit status ${code}`}) ${lastLine(errors)}`),
        });
    };
    const killAfter = (ms: number) =>
      setTimeout(() => kill({ outcome: 'timeout', reason: `not finished after ${ms / 1000} s` }), ms);
    let timer = killAfter(LOADING_MS + timeMs);
    const watch = setInterval(() => {
      if (child.pid === undefined) return;
      pidusage(child.pid).then(
        ({ memory }) => {
          if (memory > (memoryMb + 256) * 2 ** 20) kill({ ...tooLarge, isDead: true });
        },
        () => {}, // it has just ended
      );
    }, MEMORY_CHECK_MS);
    child.on('message', onMessage).on('exit', onExit);
    child.stderr?.on('data', onErrors);
    child.send(job, (error) => {
      if (error)
        finish({
          isDead: true,
          outcome: 'error',
          reason: oneLine(`its process could not be reached: ${error.message}`),
        });
    });
  });
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
