import { seededRandom } from '../../../../suites/random.ts';
import { loadScalar, loadVector } from '../../reference/load-problem.ts';
import type { ProblemReference } from '../../reference/reference.ts';
import type { Optimum } from './optimum.ts';
import { optimumOf } from './optimum.ts';

/** The optimum that is reached from the first point of a scalar problem. */
export interface OptimumJob {
  readonly kind: 'optimum';
  readonly problem: ProblemReference;
  /** The problem whose values are to be at most 0, if any. */
  readonly constraints: ProblemReference | undefined;
  readonly seed: number;
}

declare module '../../process/job.ts' {
  interface Jobs {
    optimum: OptimumJob;
  }
  interface Parts {
    optimum: Optimum;
  }
}

/** The optimum that is reached from the first point. */
export async function optimumJob(job: OptimumJob, send: (part: Optimum) => void): Promise<void> {
  const instance = await loadScalar(job.problem);
  const constraints = job.constraints && (await loadVector(job.constraints));
  const [start] = instance.points(seededRandom(job.seed));
  send(optimumOf(instance, constraints, start!));
}
