import type { StepRule } from '../../../../methods/method.ts';
import { seededRandom } from '../../../../suites/random.ts';
import { loadMethod } from '../../reference/load-method.ts';
import { loadInstance } from '../../reference/load-problem.ts';
import type { MethodReference, ProblemReference } from '../../reference/reference.ts';
import type { Descent } from './descent.ts';
import { type Training, train } from './train.ts';

/** A descent from the first point of a scalar problem, fed by a method. */
export interface TrainingJob {
  readonly kind: 'training';
  readonly problem: ProblemReference;
  readonly method: MethodReference;
  readonly descent: Descent;
  readonly stepRule?: StepRule;
  readonly seed: number;
}

declare module '../../process/job.ts' {
  interface Jobs {
    training: TrainingJob;
  }
  interface Parts {
    training: Training;
  }
}

/** A descent from the first point. */
export async function trainingJob(job: TrainingJob, send: (part: Training) => void): Promise<void> {
  const instance = await loadInstance(job.problem);
  const method = await loadMethod(job.method);
  if (instance.kind !== 'scalar') throw new Error(`${job.problem.problem} is not scalar`);
  const [start] = instance.points(seededRandom(job.seed));
  send(train(instance, method, start!, job.descent, job.stepRule));
}
