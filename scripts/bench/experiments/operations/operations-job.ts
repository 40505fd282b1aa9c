import { countFunction } from '../../../../methods/arithmetic/counted-passes.ts';
import type { OperationCounts } from '../../../../methods/arithmetic/operation-counts.ts';
import type { OperationCount, Operator, StepRule } from '../../../../methods/method.ts';
import { type Method, type OperationCounter, type PrepareOptions, Unsupported } from '../../../../methods/method.ts';
import type { Instance } from '../../../../suites/problem.ts';
import { seededRandom } from '../../../../suites/random.ts';
import { failureOf } from '../../process/failure.ts';
import type { Failure } from '../../process/job.ts';
import { loadMethod } from '../../reference/load-method.ts';
import { loadInstance } from '../../reference/load-problem.ts';
import type { JobProblem, MethodReference } from '../../reference/reference.ts';

/** The operations of several operators at the first point. */
export interface OperationsJob {
  readonly kind: 'operations';
  readonly problem: JobProblem;
  readonly method: MethodReference;
  readonly operators: readonly Operator[];
  readonly stepRule?: StepRule;
  readonly seed: number;
}

/** Operations of one operator, and of the function itself. */
export interface OperatorOperations {
  readonly operator: Operator;
  readonly ofFunction: OperationCounts;
  /** Absent where they can't be counted. */
  readonly count?: OperationCount;
  readonly failure?: Failure;
}

declare module '../../process/job.ts' {
  interface Jobs {
    operations: OperationsJob;
  }
  interface Parts {
    operations: OperatorOperations;
  }
}

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
