import { seededRandom } from '../../../../suites/random.ts';
import { loadInstance } from '../../reference/load-problem.ts';
import type { ProblemReference } from '../../reference/reference.ts';
import type { Descent } from './descent.ts';
import { type TrajectoryPoint, trajectoryOf } from './trajectory.ts';

/** The way that a descent from the first point of a scalar problem ought to take. */
export interface TrajectoryJob {
  readonly kind: 'trajectory';
  readonly problem: ProblemReference;
  readonly descent: Descent;
  readonly seed: number;
}

declare module '../../process/job.ts' {
  interface Jobs {
    trajectory: TrajectoryJob;
  }
  interface Parts {
    trajectory: readonly TrajectoryPoint[];
  }
}

/** The way of a descent from the first point. */
export async function trajectoryJob(
  job: TrajectoryJob,
  send: (part: readonly TrajectoryPoint[]) => void,
): Promise<void> {
  const instance = await loadInstance(job.problem);
  if (instance.kind !== 'scalar') throw new Error(`${job.problem.problem} is not scalar`);
  const [start] = instance.points(seededRandom(job.seed));
  send(trajectoryOf(instance, start!, job.descent));
}
