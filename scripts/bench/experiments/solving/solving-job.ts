import type { StepRule } from '../../../../methods/method.ts';
import { seededRandom } from '../../../../suites/random.ts';
import { loadMethod } from '../../reference/load-method.ts';
import { loadScalar, loadVector } from '../../reference/load-problem.ts';
import type { MethodReference, ProblemReference } from '../../reference/reference.ts';
import { type Solved, solve } from './solve.ts';
import type { Solver } from './solved-problems.ts';

/** Solving a scalar problem from its first point with derivatives by a method. */
export interface SolvingJob {
  readonly kind: 'solving';
  readonly problem: ProblemReference;
  readonly constraints: ProblemReference | undefined;
  readonly method: MethodReference;
  readonly solver: Solver;
  readonly stepRule?: StepRule;
  readonly seed: number;
}

declare module '../../process/job.ts' {
  interface Jobs {
    solving: SolvingJob;
  }
  interface Parts {
    solving: Solved;
  }
}

/** Solves from the first point. */
export async function solvingJob(job: SolvingJob, send: (part: Solved) => void): Promise<void> {
  const instance = await loadScalar(job.problem);
  const constraints = job.constraints && (await loadVector(job.constraints));
  const method = await loadMethod(job.method);
  const [start] = instance.points(seededRandom(job.seed));
  send(solve(instance, constraints, method, job.solver, start!, job.stepRule));
}
