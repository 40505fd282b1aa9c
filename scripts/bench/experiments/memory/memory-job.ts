import { compareGradient } from './compare.ts';
import { memoryProblems } from './problems.ts';
import type { MemoryRequest, MemoryUse } from './request.ts';
import { strategies } from './strategies.ts';

/** The memory that a strategy takes for one gradient. */
export interface MemoryJob {
  readonly kind: 'memory';
  readonly request: MemoryRequest;
}

declare module '../../process/job.ts' {
  interface Jobs {
    memory: MemoryJob;
  }
  interface Parts {
    memory: MemoryUse;
  }
}

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
