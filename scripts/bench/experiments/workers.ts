import type { JobKind, Jobs, Parts } from '../process/job.ts';

/** The work of a fork for a job of one kind: it sends parts as they come. */
type Worker<K extends JobKind> = (job: Jobs[K], send: (part: Parts[K]) => void) => Promise<void>;

/**
 * The work for each kind of job, imported when there is such a job: a fork that times imports nothing but what it
 * times.
 */
export const workers: { readonly [K in JobKind]: () => Promise<Worker<K>> } = {
  answers: () => import('./accuracy/answers-job.ts').then((m) => m.answersJob),
  timing: () => import('./timing/timing-job.ts').then((m) => m.timingJob),
  truth: () => import('../fork/truth-job.ts').then((m) => m.truthJob),
  'second-truth': () => import('../fork/truth-job.ts').then((m) => m.secondTruthJob),
  trajectory: () => import('./training/trajectory-truth-job.ts').then((m) => m.trajectoryJob),
  steps: () => import('./error-vs-step/steps-job.ts').then((m) => m.stepsJob),
  'sample-truth': () => import('./step-selection/sample-truth-job.ts').then((m) => m.sampleTruthJob),
  selection: () => import('./step-selection/selection-job.ts').then((m) => m.selectionJob),
  'one-sided': () => import('./one-sided/one-sided-job.ts').then((m) => m.oneSidedJob),
  operations: () => import('./operations/operations-job.ts').then((m) => m.operationsJob),
  memory: () => import('./memory/memory-job.ts').then((m) => m.memoryJob),
  training: () => import('./training/training-job.ts').then((m) => m.trainingJob),
  optimum: () => import('./solving/optimum-truth-job.ts').then((m) => m.optimumJob),
  solving: () => import('./solving/solving-job.ts').then((m) => m.solvingJob),
  check: () => import('./checks/check-job.ts').then((m) => m.checkJob),
  slips: () => import('./checks/check-job.ts').then((m) => m.slipsJob),
  expression: () => import('./expression-size/expression-job.ts').then((m) => m.expressionJob),
};
