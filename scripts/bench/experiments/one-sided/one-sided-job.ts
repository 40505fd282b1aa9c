import { seededRandom } from '../../../../suites/random.ts';
import { loadInstance } from '../../reference/load-problem.ts';
import type { ProblemReference } from '../../reference/reference.ts';
import type { OneSidedSlope } from './slopes.ts';
import { slopesAtKinks } from './slopes.ts';

/** The slopes to the left and to the right at the kinks of a scalar problem of one variable. */
export interface OneSidedJob {
  readonly kind: 'one-sided';
  readonly problem: ProblemReference;
  readonly seed: number;
}

declare module '../../process/job.ts' {
  interface Jobs {
    'one-sided': OneSidedJob;
  }
  interface Parts {
    'one-sided': readonly OneSidedSlope[];
  }
}

/** The slopes to both sides of each kink among the points of a scalar problem of one variable. */
export async function oneSidedJob(job: OneSidedJob, send: (part: readonly OneSidedSlope[]) => void): Promise<void> {
  const instance = await loadInstance(job.problem);
  if (instance.kind !== 'scalar') throw new Error(`${job.problem.problem} is not scalar`);
  send(slopesAtKinks(instance, instance.points(seededRandom(job.seed))));
}
