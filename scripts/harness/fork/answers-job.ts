import type { Operator, Operators } from '../../../methods/method.ts';
import type { Instance } from '../../../suites/problem.ts';
import { seededRandom } from '../../../suites/random.ts';
import { testSeeds } from '../truth/seeds.ts';
import { bindOperator, estimateOf } from './bind.ts';
import { failureOf } from './failure.ts';
import type { AnswersJob } from './job.ts';
import { loadInstance, loadMethod } from './load.ts';
import type { OperatorAnswers } from './parts.ts';

/** Answers the operators at every point of the problem, and sends each operator's answers as soon as they are there. */
export async function answersJob(job: AnswersJob, send: (part: OperatorAnswers) => void): Promise<void> {
  const instance = await loadInstance(job.problem);
  const method = await loadMethod(job.method);
  const operators = method.prepare(instance, job.stepRule && { stepRule: job.stepRule });
  const points = instance.points(seededRandom(job.seed));
  for (const operator of job.operators) send(answer(instance, operators, operator, points));
}

function answer(
  instance: Instance,
  operators: Operators,
  operator: Operator,
  points: readonly Float64Array[],
): OperatorAnswers {
  try {
    const { call, out } = bindOperator(instance, operators, operator, testSeeds(instance));
    const estimates: Float64Array[] = [];
    const answers = points.map((point) => {
      out.fill(Number.NaN); // an entry that the method forgets to write is no answer
      call(point.slice());
      const estimate = estimateOf(operators, operator, out.length);
      if (estimate) estimates.push(estimate);
      return out.slice();
    });
    return { operator, answers, ...(estimates.length > 0 && { estimates }), cost: operators.cost?.() ?? {} };
  } catch (error) {
    return { operator, failure: failureOf(error) };
  }
}
