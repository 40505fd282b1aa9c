/** Entry of a fork: does the jobs that it is sent, one after the other, and sends back what they yield. */
import { workers } from './experiments/workers.ts';
import { failureOf } from './process/failure.ts';
import { type ForkMessage, type Job, type JobKind, type Jobs, PROTOCOL } from './process/job.ts';
import { loadMethod } from './reference/load-method.ts';
import { loadInstance, loadProblem } from './reference/load-problem.ts';

process.on('message', (job: Job) => {
  run(job.kind, job).then(
    () => post({ type: 'done' }),
    (error: unknown) => post({ type: 'failed', failure: failureOf(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
process.on('SIGINT', () => {}); // the harness decides; it ends its forks itself
post({ type: 'ready', protocol: PROTOCOL });

/** All that a job imports is there before its time begins. */
async function run<K extends JobKind>(kind: K, job: Jobs[K]): Promise<void> {
  await preload(job);
  const work = await workers[kind]();
  post({ type: 'loaded' });
  await work(job, (part) => post({ type: 'part', part }));
}

function post(message: ForkMessage): void {
  process.send?.(message);
}

/** Imports what the job is about, so that its time limit need not count the reading of modules. */
async function preload(job: Job): Promise<void> {
  if (job.kind === 'memory') return; // it has problems and strategies of its own
  await ('expression' in job.problem ? loadInstance(job.problem) : loadProblem(job.problem));
  if ('method' in job) await loadMethod(job.method);
}
