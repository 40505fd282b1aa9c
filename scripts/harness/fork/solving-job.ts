import { seededRandom } from '../../../suites/random.ts';
import { type Solved, solve } from '../solving/solve.ts';
import type { SolvingJob } from './job.ts';
import { loadMethod, loadScalar, loadVector } from './load.ts';

/** Solves from the first point. */
export async function solvingJob(job: SolvingJob, send: (part: Solved) => void): Promise<void> {
  const instance = await loadScalar(job.problem);
  const constraints = job.constraints && (await loadVector(job.constraints));
  const method = await loadMethod(job.method);
  const [start] = instance.points(seededRandom(job.seed));
  send(solve(instance, constraints, method, job.solver, start!, job.stepRule));
}
