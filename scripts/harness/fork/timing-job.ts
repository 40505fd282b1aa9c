import { seededRandom } from '../../../suites/random.ts';
import type { TimingJob } from './job.ts';
import { loadInstance, loadMethod } from './load.ts';
import type { ForkTiming } from './parts.ts';
import { processClock } from './timing/clock.ts';
import { timeOperator } from './timing/time-operator.ts';

/** Times one operator of a method on a problem, at its points. */
export async function timingJob(job: TimingJob, send: (part: ForkTiming) => void): Promise<void> {
  const instance = await loadInstance(job.problem);
  const method = await loadMethod(job.method);
  const options = { operators: [job.operator], ...(job.stepRule && { stepRule: job.stepRule }) };
  const timed = {
    instance,
    operator: job.operator,
    prepare: () => method.prepare(instance, options),
    points: instance.points(seededRandom(job.seed)),
  };
  send(await timeOperator(timed, job.budget, processClock));
}
