import { type PointTruth, pointTruth } from '../../../truth/point-truth.ts';
import { loadProblem } from '../../reference/load-problem.ts';
import type { ProblemReference } from '../../reference/reference.ts';
import { samplePoints } from './sample.ts';

/** The truth at points all over the interval of a problem of one variable. */
export interface SampleTruthJob {
  readonly kind: 'sample-truth';
  readonly problem: ProblemReference;
  readonly seed: number;
}

declare module '../../process/job.ts' {
  interface Jobs {
    'sample-truth': SampleTruthJob;
  }
  interface Parts {
    'sample-truth': readonly PointTruth[];
  }
}

/** The truth at points all over the interval of the problem. */
export async function sampleTruthJob(job: SampleTruthJob, send: (part: readonly PointTruth[]) => void): Promise<void> {
  const problem = await loadProblem(job.problem);
  const instance = problem.at(job.problem.size);
  send(samplePoints(problem, job.seed).map((point) => pointTruth(instance, point)));
}
