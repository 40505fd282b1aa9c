import { seededRandom } from '../../../../suites/random.ts';
import type { PointTruth } from '../../../truth/point-truth.ts';
import { pointTruth } from '../../../truth/point-truth.ts';
import type { SecondOrderTruth } from '../../../truth/second-order.ts';
import { secondOrderTruth } from '../../../truth/second-order.ts';
import type { SampleTruthJob, SecondTruthJob, TruthJob } from '../../process/job.ts';
import { loadInstance, loadProblem } from '../../reference/load-problem.ts';
import { samplePoints } from '../step-selection/sample.ts';

/** The truth at every point of the problem. */
export async function truthJob(job: TruthJob, send: (part: readonly PointTruth[]) => void): Promise<void> {
  const instance = await loadInstance(job.problem);
  send(instance.points(seededRandom(job.seed)).map((point) => pointTruth(instance, point)));
}

/** The truth at points all over the interval of the problem. */
export async function sampleTruthJob(job: SampleTruthJob, send: (part: readonly PointTruth[]) => void): Promise<void> {
  const problem = await loadProblem(job.problem);
  const instance = problem.at(job.problem.size);
  send(samplePoints(problem, job.seed).map((point) => pointTruth(instance, point)));
}

/** The truth of second derivatives at every point of the problem. */
export async function secondTruthJob(
  job: SecondTruthJob,
  send: (part: readonly SecondOrderTruth[]) => void,
): Promise<void> {
  const instance = await loadInstance(job.problem);
  send(instance.points(seededRandom(job.seed)).map((point) => secondOrderTruth(instance, point)));
}
