import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../fixtures/command.ts';
import type { Job } from './job.ts';
import { createForkPool } from './pool.ts';

const JOB: Job = { kind: 'truth', problem: { suite: 's', problem: 'p', size: 1 }, seed: 1 };

/** What becomes of a job with a limit of 1 s in a fork that takes these times, ms, to load and to work. */
async function outcome(loading: number, working: number): Promise<string> {
  const entry = path.join(temporaryFolder(), 'child.cjs');
  writeFileSync(
    entry,
    `process.send({ type: 'ready' });
process.on('message', () => setTimeout(() => {
  process.send({ type: 'loaded' });
  setTimeout(() => process.send({ type: 'done' }), ${working});
}, ${loading}));`,
  );
  const pool = createForkPool(1, entry);
  onTestFinished(() => pool.close());
  const failure = await pool.run(JOB, { limits: { timeMs: 1000, memoryMb: 64 } }, () => {});
  return failure?.reason ?? 'done';
}

it('the time limit of a job does not count the reading of modules', async () => {
  expect(await outcome(1500, 0)).toBe('done');
});

it('a job that works longer than its limit is ended, with the limit as the reason', async () => {
  expect(await outcome(0, 60_000)).toBe('not finished after 1 s');
});
