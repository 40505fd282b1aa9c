import { seededRandom } from '../../../suites/random.ts';
import { optimumOf } from '../truth/optimum.ts';
import type { OptimumJob } from './job.ts';
import { loadScalar, loadVector } from './load.ts';
import type { Parts } from './parts.ts';

/** The optimum that is reached from the first point. */
export async function optimumJob(job: OptimumJob, send: (part: Parts['optimum']) => void): Promise<void> {
  const instance = await loadScalar(job.problem);
  const constraints = job.constraints && (await loadVector(job.constraints));
  const [start] = instance.points(seededRandom(job.seed));
  send(optimumOf(instance, constraints, start!));
}
