import type { Operator, StepRule } from '../../../../methods/method.ts';
import { seededRandom } from '../../../../suites/random.ts';
import { processClock } from '../../fork/clock.ts';
import type { ForkTiming, SamplingBudget } from '../../fork/fork-timing.ts';
import { timeOperator } from '../../fork/time-operator.ts';
import { loadMethod } from '../../reference/load-method.ts';
import { loadInstance } from '../../reference/load-problem.ts';
import type { JobProblem, MethodReference } from '../../reference/reference.ts';

/** The time of one operator at the points of the problem. */
export interface TimingJob {
  readonly kind: 'timing';
  readonly problem: JobProblem;
  readonly method: MethodReference;
  readonly operator: Operator;
  readonly budget: SamplingBudget;
  readonly stepRule?: StepRule;
  readonly seed: number;
}

declare module '../../process/job.ts' {
  interface Jobs {
    timing: TimingJob;
  }
  interface Parts {
    timing: ForkTiming;
  }
}

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
