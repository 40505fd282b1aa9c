import { seededRandom } from '../../../../suites/random.ts';
import { estimateOf } from '../../../truth/bind.ts';
import { loadMethod } from '../../reference/load-method.ts';
import { loadInstance } from '../../reference/load-problem.ts';
import type { JobProblem, MethodReference } from '../../reference/reference.ts';

/** The answers of a difference quotient at the first point for many steps; without steps, of an exact method. */
export interface StepsJob {
  readonly kind: 'steps';
  readonly problem: JobProblem;
  readonly method: MethodReference;
  readonly steps: readonly number[];
  readonly seed: number;
}

/** The answer of a method at one step. */
export interface StepAnswer {
  readonly derivative: number;
  /** The error that the method expects; undefined where it does not say. */
  readonly estimate: number | undefined;
  readonly functionCalls: number | undefined;
}

declare module '../../process/job.ts' {
  interface Jobs {
    steps: StepsJob;
  }
  interface Parts {
    steps: readonly StepAnswer[];
  }
}

/** Derivative of a function of one variable at its first point, for every step; once, where the method has no step. */
export async function stepsJob(job: StepsJob, send: (part: readonly StepAnswer[]) => void): Promise<void> {
  const instance = await loadInstance(job.problem);
  const method = await loadMethod(job.method);
  const [point] = instance.points(seededRandom(job.seed));
  const out = new Float64Array(1);
  const derivative = (options: { step?: number }) => {
    const operators = method.prepare(instance, options);
    operators.gradient!(point!.slice(), out);
    const estimate = estimateOf(operators, 'gradient', 1)?.[0];
    return { derivative: out[0]!, estimate, functionCalls: operators.cost?.().functionCalls };
  };
  send(method.difference || method.estimatesError ? job.steps.map((step) => derivative({ step })) : [derivative({})]);
}
