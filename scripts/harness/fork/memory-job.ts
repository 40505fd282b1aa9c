import { compareGradient } from '../memory/compare.ts';
import { memoryProblems } from '../memory/problems.ts';
import type { MemoryUse } from '../memory/request.ts';
import { strategies } from '../memory/strategies.ts';
import type { MemoryJob } from './job.ts';

/**
 * Measures the memory and time of one gradient by a strategy. It runs twice, and the second run is timed: the first may
 * have had to find the size of its arrays.
 */
export async function memoryJob({ request }: MemoryJob, send: (part: MemoryUse) => void): Promise<void> {
  const problem = memoryProblems.find(({ name }) => name === request.problem)!;
  const gradient = strategies[request.strategy]!.prepare(problem, request.length);
  const out = new Float64Array(problem.point.length);
  gradient(out);
  const start = performance.now();
  const usage = gradient(out);
  const timeNs = Math.round((performance.now() - start) * 1e6);
  send({ ...usage, ...compareGradient(problem, request.length, out), timeNs });
}
