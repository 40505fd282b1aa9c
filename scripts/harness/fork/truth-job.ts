import { seededRandom } from '../../../suites/random.ts';
import { samplePoints } from '../step-selection/sample.ts';
import { pointTruth } from '../truth/point-truth.ts';
import { secondOrderTruth } from '../truth/second-order.ts';
import { trajectoryOf } from '../truth/trajectory.ts';
import type { SampleTruthJob, SecondTruthJob, TrajectoryJob, TruthJob } from './job.ts';
import { loadInstance, loadProblem } from './load.ts';
import type { Parts } from './parts.ts';

/** The truth at every point of the problem. */
export async function truthJob(job: TruthJob, send: (part: Parts['truth']) => void): Promise<void> {
  const instance = await loadInstance(job.problem);
  send(instance.points(seededRandom(job.seed)).map((point) => pointTruth(instance, point)));
}

/** The truth at points all over the interval of the problem. */
export async function sampleTruthJob(job: SampleTruthJob, send: (part: Parts['sample-truth']) => void): Promise<void> {
  const problem = await loadProblem(job.problem);
  const instance = problem.at(job.problem.size);
  send(samplePoints(problem, job.seed).map((point) => pointTruth(instance, point)));
}

/** The truth of second derivatives at every point of the problem. */
export async function secondTruthJob(job: SecondTruthJob, send: (part: Parts['second-truth']) => void): Promise<void> {
  const instance = await loadInstance(job.problem);
  send(instance.points(seededRandom(job.seed)).map((point) => secondOrderTruth(instance, point)));
}

/** The way of a descent from the first point. */
export async function trajectoryJob(job: TrajectoryJob, send: (part: Parts['trajectory']) => void): Promise<void> {
  const instance = await loadInstance(job.problem);
  if (instance.kind !== 'scalar') throw new Error(`${job.problem.problem} is not scalar`);
  const [start] = instance.points(seededRandom(job.seed));
  send(trajectoryOf(instance, start!, job.descent));
}
