import { pathToFileURL } from 'node:url';
import { methods } from '../../../methods/index.ts';
import type { Method, ScalarFunction, VectorFunction } from '../../../methods/method.ts';
import { suites } from '../../../suites/index.ts';
import type { Instance, Points, Problem } from '../../../suites/problem.ts';
import type { Plugin } from '../plugin/read.ts';
import type { Job, JobProblem, MethodReference, ProblemReference } from './job.ts';

/** Imports what the job is about, so that its time limit need not count the reading of modules. */
export async function preload(job: Job): Promise<void> {
  if (job.kind === 'memory') return; // it has problems and strategies of its own
  await ('expression' in job.problem ? loadInstance(job.problem) : loadProblem(job.problem));
  if ('method' in job) await loadMethod(job.method);
}

/**
 * The problem at its size, imported from its suite or plug-in alone, and on its line if it has one; or the function
 * that was written down.
 */
export async function loadInstance(reference: JobProblem): Promise<Instance> {
  if (!('expression' in reference)) {
    const instance = (await loadProblem(reference)).at(reference.size);
    if (reference.line === undefined || instance.kind === 'vector') return instance;
    const { onLine } = await import('../error-vs-step/line.ts');
    return onLine(instance, reference.line);
  }
  const { writtenInstance } = await import('../written/function.ts');
  return writtenInstance(reference);
}

/**
 * Loads a scalar problem.
 * @throws {Error} where it is none.
 */
export async function loadScalar(reference: ProblemReference): Promise<ScalarFunction & Points> {
  const instance = await loadInstance(reference);
  if (instance.kind !== 'scalar') throw new Error(`${reference.problem} is not scalar`);
  return instance;
}

/**
 * Loads a vector-valued problem.
 * @throws {Error} where it is none.
 */
export async function loadVector(reference: ProblemReference): Promise<VectorFunction & Points> {
  const instance = await loadInstance(reference);
  if (instance.kind !== 'vector') throw new Error(`${reference.problem} is not vector-valued`);
  return instance;
}

/** The method, imported alone. */
export async function loadMethod({ method, plugin }: MethodReference): Promise<Method> {
  if (plugin === undefined) return found(await methods[method]?.(), method);
  const { methods: own } = await loadPlugin(plugin);
  return found(
    own.find(({ name }) => name === method),
    method,
  );
}

/** The problem, imported from its suite or plug-in alone. */
export async function loadProblem({ suite, problem, plugin }: ProblemReference): Promise<Problem> {
  const problems = plugin === undefined ? (await suites[suite]?.())?.problems : (await loadPlugin(plugin)).problems;
  return found(
    problems?.find(({ name }) => name === problem),
    `${suite}/${problem}`,
  );
}

/**
 * Loads a plug-in. The code that reads plug-ins is imported for them alone: a fork starts with as little code as
 * possible.
 */
async function loadPlugin(file: string): Promise<Plugin> {
  const { readPlugin } = await import('../plugin/read.ts');
  return readPlugin(await import(pathToFileURL(file).href), file);
}

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`${name} is not there`);
  return value;
}
