/** Entry of a fork: does the jobs that it is sent, one after the other, and sends back what they yield. */
import { answersJob } from './answers-job.ts';
import { failureOf } from './failure.ts';
import type { ForkMessage, Job, Parts } from './job.ts';
import { preload } from './load.ts';

process.on('message', (job: Job) => {
  run(job).then(
    () => post({ type: 'done' }),
    (error: unknown) => post({ type: 'failed', failure: failureOf(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
process.on('SIGINT', () => {}); // the harness decides; it ends its forks itself
post({ type: 'ready' });

/** A timing fork imports nothing but what it times. */
async function run(job: Job): Promise<void> {
  await preload(job);
  post({ type: 'loaded' });
  const send = (part: Parts[keyof Parts]) => post({ type: 'part', part });
  if (job.kind === 'answers') return answersJob(job, send);
  if (job.kind === 'timing') return (await import('./timing-job.ts')).timingJob(job, send);
  if (job.kind === 'truth') return (await import('./truth-job.ts')).truthJob(job, send);
  if (job.kind === 'steps') return (await import('./steps-job.ts')).stepsJob(job, send);
  if (job.kind === 'memory') return (await import('./memory-job.ts')).memoryJob(job, send);
  return (await import('./expression-job.ts')).expressionJob(job, send);
}

function post(message: ForkMessage): void {
  process.send?.(message);
}
