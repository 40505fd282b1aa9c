import { countFunction } from '../../../methods/arithmetic/counted-passes.ts';
import { type Method, type OperationCount, type Operator, Unsupported } from '../../../methods/method.ts';
import type { Instance } from '../../../suites/problem.ts';
import { seededRandom } from '../../../suites/random.ts';
import { failureOf } from './failure.ts';
import type { OperationsJob, OperatorOperations } from './job.ts';
import { loadInstance, loadMethod } from './load.ts';

/** Counts the operators at the first point of the problem, and sends each count as soon as it is there. */
export async function operationsJob(job: OperationsJob, send: (part: OperatorOperations) => void): Promise<void> {
  const instance = await loadInstance(job.problem);
  const method = await loadMethod(job.method);
  const point = instance.points(seededRandom(job.seed))[0]!;
  const ofFunction = countFunction(instance, point);
  for (const operator of job.operators) {
    try {
      send({ operator, ofFunction, count: countOf(method, instance, operator, point) });
    } catch (error) {
      send({ operator, ofFunction, failure: failureOf(error) });
    }
  }
}

function countOf(method: Method, instance: Instance, operator: Operator, point: Float64Array): OperationCount {
  if (!method.count) throw new Unsupported(`${method.name} does not count its operations`);
  return method.count(instance, operator, point.slice());
}
