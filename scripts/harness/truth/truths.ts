import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import writeFileAtomic from 'write-file-atomic';
import type { ProblemReference } from '../fork/job.ts';
import { type ForkPool, Interrupted } from '../fork/pool.ts';
import type { PointTruth } from './point-truth.ts';

/** The truth may take long: it is computed once and kept. */
const LIMITS = { timeMs: 120_000, memoryMb: 4096 };

/** The truth of a problem, or why there is none. */
export type TruthAnswer = { readonly points: readonly PointTruth[] } | { readonly failure: string };

/** Finds the truth of problems: each is computed once in a run, in a fork, and kept on disk. */
export interface Truths {
  of(problem: ProblemReference): Promise<TruthAnswer>;
}

/**
 * Truths that are kept in `folder` under a key of all that they depend on: the problem, the seed, and `sources`, the text of
 * the problems, of the arithmetic and of the truth's own code.
 */
export function createTruths(pool: ForkPool, folder: string, sources: string, seed: number): Truths {
  const answers = new Map<string, Promise<TruthAnswer>>();

  async function find(problem: ProblemReference): Promise<TruthAnswer> {
    const pluginText = problem.plugin === undefined ? '' : await readFile(problem.plugin, 'utf8');
    const parts = [problem.suite, problem.problem, problem.size, seed, sources, pluginText];
    const file = path.join(
      folder,
      `${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)}.bin`,
    );
    const kept = await readFile(file).catch(() => undefined);
    if (kept) {
      try {
        return { points: deserialize(kept) };
      } catch {
        await rm(file, { force: true }); // torn by a crash: compute it again
      }
    }
    return compute(problem, file);
  }

  async function compute(problem: ProblemReference, file: string): Promise<TruthAnswer> {
    let points: readonly PointTruth[] | undefined;
    const share = problem.plugin ?? 'truth';
    const failure = await pool.run({ kind: 'truth', problem, seed }, { limits: LIMITS, share }, (part) => {
      points = part;
    });
    if (failure || !points) return { failure: `the truth could not be computed: ${failure?.reason ?? 'no answer'}` };
    const bad = points.some(({ values, jacobian }) =>
      [...values, ...jacobian.flat()].some(({ high }) => !Number.isFinite(high)),
    );
    if (bad) return { failure: 'the truth is not finite here: a point lies outside the domain' };
    await mkdir(folder, { recursive: true });
    await writeFileAtomic(file, serialize(points));
    return { points };
  }

  return {
    of({ suite, problem, size, plugin }) {
      const key = JSON.stringify([suite, problem, size, plugin]);
      const known = answers.get(key);
      if (known) return known;
      const answer = find({ suite, problem, size, ...(plugin !== undefined && { plugin }) });
      answer.catch((error) => error instanceof Interrupted); // awaited by those who ask
      answers.set(key, answer);
      return answer;
    },
  };
}
