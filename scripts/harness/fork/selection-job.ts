import { preparations } from '../step-selection/rules.ts';
import { samplePoints } from '../step-selection/sample.ts';
import type { SampledAnswers } from '../step-selection/sampled-answers.ts';
import { estimateOf } from './bind.ts';
import type { SelectionJob } from './job.ts';
import { loadMethod, loadProblem } from './load.ts';

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
