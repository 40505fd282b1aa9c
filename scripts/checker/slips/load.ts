import { pathToFileURL } from 'node:url';
import type { Instance } from '../../../suites/problem.ts';
import { installProbes, type ProbedRun } from '../repair/changes.ts';
import { ASK } from './source-slips.ts';

/** A problem into whose code slips were built. */
export interface SlippedProblem {
  readonly instance: Instance;
  /** The run by which its program can be changed. */
  readonly run: ProbedRun;
  /** Runs `work` with slip k in force. */
  withSlip<R>(k: number, work: () => R): R;
  /** Numbers of the slips that `work` comes by. */
  slipsIn(work: () => void): readonly number[];
}

/** Loads a problem at one of its sizes from a module with slips; it may export problems, or suites of them. */
export async function loadSlipped(file: string, problem: string, size: number): Promise<SlippedProblem> {
  const seen = new Set<number>();
  let active: number | undefined;
  Reflect.set(globalThis, ASK, (k: number) => {
    if (active === undefined) seen.add(k);
    return k === active;
  });
  const run = installProbes();
  const exported: Readonly<Record<string, unknown>> = await import(pathToFileURL(file).href);
  const found = Object.values(exported)
    .flatMap(problemsOf)
    .find(({ name }) => name === problem);
  if (!found) throw new Error(`${problem} is not there`);
  return {
    instance: found.at(size),
    run,
    withSlip(k, work) {
      active = k;
      try {
        return work();
      } finally {
        active = undefined;
      }
    },
    slipsIn(work) {
      seen.clear();
      work();
      return [...seen].sort((a, b) => a - b);
    },
  };
}

interface Named {
  readonly name: string;
  at(size: number): Instance;
}

function problemsOf(exported: unknown): Named[] {
  if (typeof exported !== 'object' || exported === null) return [];
  if ('problems' in exported && Array.isArray(exported.problems)) return exported.problems.flatMap(problemsOf);
  return isProblem(exported) ? [exported] : [];
}

/** Every field of a plug-in's problem is checked before; a suite of ours is typed. */
function isProblem(value: object): value is Named {
  return 'name' in value && 'at' in value && typeof value.at === 'function';
}
