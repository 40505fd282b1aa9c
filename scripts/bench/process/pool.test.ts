import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { newFolder } from '../../fixtures/command.ts';
import type { Job } from './job.ts';
import { createForkPool, type ForkPool } from './pool.ts';

const folder = newFolder();
const pools: ForkPool[] = [];
afterAll(() => {
  for (const pool of pools) pool.close();
  rmSync(folder, { recursive: true, force: true });
});

const JOB: Job = { kind: 'truth', problem: { suite: 's', problem: 'p', size: 1 }, seed: 1 };

/** A pool of one fork that runs this program. */
function poolOf(program: string): ForkPool {
  const entry = path.join(folder, `child-${pools.length}.cjs`);
  writeFileSync(entry, program);
  const pool = createForkPool(1, entry);
  pools.push(pool);
  return pool;
}

/** The end of a job with a limit of 1 s, in a fork that takes these times, ms, to load and to work. */
async function outcome(loading: number, working: number): Promise<string> {
  const pool = poolOf(
    `process.send({ type: 'ready' });
process.on('message', () => setTimeout(() => {
  process.send({ type: 'loaded' });
  setTimeout(() => process.send({ type: 'done' }), ${working});
}, ${loading}));`,
  );
  const failure = await pool.run(JOB, { limits: { timeMs: 1000, memoryMb: 64 } }, () => {});
  return failure?.reason ?? 'done';
}

/** Outcomes of jobs that share a fork whose program is `onJob`, a function of the job's number in that fork. */
async function sharedOutcomes(jobs: number, onJob: string): Promise<string[]> {
  const pool = poolOf(
    `process.send({ type: 'ready' });
let jobs = 0;
process.on('message', () => {
  process.send({ type: 'loaded' });
  (${onJob})(++jobs, () => process.send({ type: 'done' }));
});`,
  );
  const outcomes: string[] = [];
  for (let k = 0; k < jobs; k++) {
    const failure = await pool.run(JOB, { limits: { timeMs: 300, memoryMb: 64 }, share: 'shared' }, () => {});
    outcomes.push(failure?.reason ?? 'done');
  }
  return outcomes;
}

describe.concurrent('jobs, which mostly wait here', () => {
  it('the time limit of a job does not count the reading of modules', async () => {
    expect(await outcome(1500, 0)).toBe('done');
  });

  it('a job that works longer than its limit is ended, with the limit as the reason', async () => {
    expect(await outcome(0, 60_000)).toBe('not finished after 1 s');
  });

  it('a job whose shared fork dies of what others left is done again in a fresh one', async () => {
    expect(await sharedOutcomes(5, '(k, done) => (k === 3 ? process.exit(3) : done())')).toEqual(Array(5).fill('done'));
  });

  it('a job that hangs in a shared fork fails, and the next has a fresh one', async () => {
    const hangs = '(k, done) => k === 2 || done()';
    expect(await sharedOutcomes(3, hangs)).toEqual(['done', 'not finished after 0.3 s', 'done']);
  });

  it('a job that dies in a fresh fork too has failed', async () => {
    expect(await sharedOutcomes(2, '() => process.exit(3)')).toEqual([
      'its process died (exit status 3)',
      'its process died (exit status 3)',
    ]);
  });
});
