import { estimateOf } from '../../../truth/bind.ts';
import { loadMethod } from '../../reference/load-method.ts';
import { loadProblem } from '../../reference/load-problem.ts';
import type { MethodReference, ProblemReference } from '../../reference/reference.ts';
import type { Rule } from './rules.ts';
import { preparations } from './rules.ts';
import { samplePoints } from './sample.ts';
import type { SampledAnswers } from './sampled-answers.ts';

/**
 * The answers of a method at points all over the interval of a problem of one variable, its step come by in one way.
 */
export interface SelectionJob {
  readonly kind: 'selection';
  readonly problem: ProblemReference;
  readonly method: MethodReference;
  readonly rule: Rule;
  readonly seed: number;
}

declare module '../../process/job.ts' {
  interface Jobs {
    selection: SelectionJob;
  }
  interface Parts {
    selection: readonly SampledAnswers[];
  }
}

/**
 * The derivative of a function of one variable at the points of its interval, once for each step that the rule tries.
 */
export async function selectionJob(job: SelectionJob, send: (part: readonly SampledAnswers[]) => void): Promise<void> {
  const problem = await loadProblem(job.problem);
  const method = await loadMethod(job.method);
  const instance = problem.at(job.problem.size);
  const points = samplePoints(problem, job.seed);
  const out = new Float64Array(1);
  const tried = preparations(job.rule, method).map((options): SampledAnswers => {
    const operators = method.prepare(instance, options);
    const at = points.map((point) => {
      out.fill(Number.NaN);
      operators.gradient!(point.slice(), out);
      const estimate = estimateOf(operators, 'gradient', 1)?.[0];
      return { slope: out[0]!, estimate, calls: operators.cost?.().functionCalls };
    });
    const estimates = at.flatMap(({ estimate }) => estimate ?? []);
    const functionCalls = at.flatMap(({ calls }) => calls ?? []);
    return {
      slopes: at.map(({ slope }) => slope),
      ...(estimates.length > 0 && { estimates }),
      ...(functionCalls.length > 0 && { functionCalls }),
    };
  });
  send(tried);
}
