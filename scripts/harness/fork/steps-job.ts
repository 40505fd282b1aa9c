import { seededRandom } from '../../../suites/random.ts';
import { estimateOf } from './bind.ts';
import type { StepsJob } from './job.ts';
import { loadInstance, loadMethod } from './load.ts';
import type { Parts } from './parts.ts';

/** Derivative of a function of one variable at its first point, for every step; once, where the method has no step. */
export async function stepsJob(job: StepsJob, send: (part: Parts['steps']) => void): Promise<void> {
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
