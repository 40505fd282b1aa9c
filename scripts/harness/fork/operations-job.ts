import { countFunction } from '../../../methods/arithmetic/counted-passes.ts';
import { type Method, type OperationCounter, type PrepareOptions, Unsupported } from '../../../methods/method.ts';
import type { Instance } from '../../../suites/problem.ts';
import { seededRandom } from '../../../suites/random.ts';
import { failureOf } from './failure.ts';
import type { OperationsJob } from './job.ts';
import { loadInstance, loadMethod } from './load.ts';
import type { OperatorOperations } from './parts.ts';

/** Counts the operators at the first point of the problem, and sends each count. */
export async function operationsJob(job: OperationsJob, send: (part: OperatorOperations) => void): Promise<void> {
  const instance = await loadInstance(job.problem);
  const method = await loadMethod(job.method);
  const point = instance.points(seededRandom(job.seed))[0]!;
  const ofFunction = countFunction(instance, point);
  const counter = counterOf(method, instance, point, job.stepRule && { stepRule: job.stepRule });
  for (const operator of job.operators) {
    try {
      send({ operator, ofFunction, count: counter(operator) });
    } catch (error) {
      send({ operator, ofFunction, failure: failureOf(error) });
    }
  }
}

/** A counter in any case: one that can't count an operator says so when it is asked. */
function counterOf(
  method: Method,
  instance: Instance,
  point: Float64Array,
  options?: PrepareOptions,
): OperationCounter {
  try {
    if (!method.count) throw new Unsupported(`${method.name} does not count its operations`);
    return method.count(instance, point.slice(), options);
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
