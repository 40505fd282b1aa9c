import { seededRandom } from '../../../suites/random.ts';
import { type PointTruth, pointTruth } from '../../truth/point-truth.ts';
import { type SecondOrderTruth, secondOrderTruth } from '../../truth/second-order.ts';
import type { SecondTruthJob, TruthJob } from '../process/job.ts';
import { loadInstance } from '../reference/load-problem.ts';

/** The truth at every point of the problem. */
export async function truthJob(job: TruthJob, send: (part: readonly PointTruth[]) => void): Promise<void> {
  const instance = await loadInstance(job.problem);
  send(instance.points(seededRandom(job.seed)).map((point) => pointTruth(instance, point)));
}

/** The truth of second derivatives at every point of the problem. */
export async function secondTruthJob(
  job: SecondTruthJob,
  send: (part: readonly SecondOrderTruth[]) => void,
): Promise<void> {
  const instance = await loadInstance(job.problem);
  send(instance.points(seededRandom(job.seed)).map((point) => secondOrderTruth(instance, point)));
}
