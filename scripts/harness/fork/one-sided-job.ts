import { seededRandom } from '../../../suites/random.ts';
import { slopesAtKinks } from '../step-selection/one-sided.ts';
import type { OneSidedJob } from './job.ts';
import { loadInstance } from './load.ts';
import type { Parts } from './parts.ts';

/** The slopes to both sides of each kink among the points of a scalar problem of one variable. */
export async function oneSidedJob(job: OneSidedJob, send: (part: Parts['one-sided']) => void): Promise<void> {
  const instance = await loadInstance(job.problem);
  if (instance.kind !== 'scalar') throw new Error(`${job.problem.problem} is not scalar`);
  send(slopesAtKinks(instance, instance.points(seededRandom(job.seed))));
}
