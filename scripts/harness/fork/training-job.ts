import { seededRandom } from '../../../suites/random.ts';
import { type Training, train } from '../training/train.ts';
import type { TrainingJob } from './job.ts';
import { loadInstance, loadMethod } from './load.ts';

/** A descent from the first point. */
export async function trainingJob(job: TrainingJob, send: (part: Training) => void): Promise<void> {
  const instance = await loadInstance(job.problem);
  const method = await loadMethod(job.method);
  if (instance.kind !== 'scalar') throw new Error(`${job.problem.problem} is not scalar`);
  const [start] = instance.points(seededRandom(job.seed));
  send(train(instance, method, start!, job.descent, job.stepRule));
}
