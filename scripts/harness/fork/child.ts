/** Entry of a fork: does the jobs that it is sent, one after the other, and sends back what they yield. */
import { answersJob } from './answers-job.ts';
import { failureOf } from './failure.ts';
import { type Job, PROTOCOL } from './job.ts';
import { preload } from './load.ts';
import type { ForkMessage, Parts } from './parts.ts';

process.on('message', (job: Job) => {
  run(job).then(
    () => post({ type: 'done' }),
    (error: unknown) => post({ type: 'failed', failure: failureOf(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
process.on('SIGINT', () => {}); // the harness decides; it ends its forks itself
post({ type: 'ready', protocol: PROTOCOL });

type Send = (part: Parts[keyof Parts]) => void;

/** Imports the worker for a kind of job. A timing fork thus imports nothing but the code that it times. */
async function workerOf(job: Job): Promise<(send: Send) => Promise<void>> {
  switch (job.kind) {
    case 'answers':
      return (send) => answersJob(job, send);
    case 'timing': {
      const { timingJob } = await import('./timing-job.ts');
      return (send) => timingJob(job, send);
    }
    case 'truth': {
      const { truthJob } = await import('./truth-job.ts');
      return (send) => truthJob(job, send);
    }
    case 'second-truth': {
      const { secondTruthJob } = await import('./truth-job.ts');
      return (send) => secondTruthJob(job, send);
    }
    case 'trajectory': {
      const { trajectoryJob } = await import('./truth-job.ts');
      return (send) => trajectoryJob(job, send);
    }
    case 'steps': {
      const { stepsJob } = await import('./steps-job.ts');
      return (send) => stepsJob(job, send);
    }
    case 'sample-truth': {
      const { sampleTruthJob } = await import('./truth-job.ts');
      return (send) => sampleTruthJob(job, send);
    }
    case 'selection': {
      const { selectionJob } = await import('./selection-job.ts');
      return (send) => selectionJob(job, send);
    }
    case 'one-sided': {
      const { oneSidedJob } = await import('./one-sided-job.ts');
      return (send) => oneSidedJob(job, send);
    }
    case 'operations': {
      const { operationsJob } = await import('./operations-job.ts');
      return (send) => operationsJob(job, send);
    }
    case 'memory': {
      const { memoryJob } = await import('./memory-job.ts');
      return (send) => memoryJob(job, send);
    }
    case 'training': {
      const { trainingJob } = await import('./training-job.ts');
      return (send) => trainingJob(job, send);
    }
    case 'optimum': {
      const { optimumJob } = await import('./optimum-job.ts');
      return (send) => optimumJob(job, send);
    }
    case 'solving': {
      const { solvingJob } = await import('./solving-job.ts');
      return (send) => solvingJob(job, send);
    }
    case 'check': {
      const { checkJob } = await import('./check-job.ts');
      return (send) => checkJob(job, send);
    }
    case 'slips': {
      const { slipsJob } = await import('./check-job.ts');
      return (send) => slipsJob(job, send);
    }
    default: {
      const { expressionJob } = await import('./expression-job.ts');
      return (send) => expressionJob(job, send);
    }
  }
}

/** All that a job imports is there before its time begins. */
async function run(job: Job): Promise<void> {
  await preload(job);
  const work = await workerOf(job);
  post({ type: 'loaded' });
  await work((part) => post({ type: 'part', part }));
}

function post(message: ForkMessage): void {
  process.send?.(message);
}
