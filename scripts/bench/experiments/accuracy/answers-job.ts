import type { Cost, Operator, Operators, StepRule } from '../../../../methods/method.ts';
import type { Instance } from '../../../../suites/problem.ts';
import { seededRandom } from '../../../../suites/random.ts';
import { bindOperator, estimateOf } from '../../../truth/bind.ts';
import { testSeeds } from '../../../truth/seeds.ts';
import { failureOf } from '../../process/failure.ts';
import type { Failure } from '../../process/job.ts';
import { loadMethod } from '../../reference/load-method.ts';
import { loadInstance } from '../../reference/load-problem.ts';
import type { JobProblem, MethodReference } from '../../reference/reference.ts';

/** The answers of a method to several operators at every point. */
export interface AnswersJob {
  readonly kind: 'answers';
  readonly problem: JobProblem;
  readonly method: MethodReference;
  readonly operators: readonly Operator[];
  /** How the default steps of difference quotients follow x; relative where it is not given. */
  readonly stepRule?: StepRule;
  readonly seed: number;
}

/** Answers of one operator: one list of numbers for each point. */
export interface OperatorAnswers {
  readonly operator: Operator;
  /** Absent where the operator failed. */
  readonly answers?: readonly Float64Array[];
  /** The method's own estimates of the errors of its answers, laid out like them; absent where it gives none. */
  readonly estimates?: readonly Float64Array[];
  readonly cost?: Cost;
  readonly failure?: Failure;
}

declare module '../../process/job.ts' {
  interface Jobs {
    answers: AnswersJob;
  }
  interface Parts {
    answers: OperatorAnswers;
  }
}

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
