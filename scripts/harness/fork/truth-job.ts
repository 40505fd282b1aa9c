import { seededRandom } from '../../../suites/random.ts';
import { pointTruth } from '../truth/point-truth.ts';
import type { Parts, TruthJob } from './job.ts';
import { loadInstance } from './load.ts';

/** The truth at every point of the problem. */
export async function truthJob(job: TruthJob, send: (part: Parts['truth']) => void): Promise<void> {
  const instance = await loadInstance(job.problem);
  send(instance.points(seededRandom(job.seed)).map((point) => pointTruth(instance, point)));
}
