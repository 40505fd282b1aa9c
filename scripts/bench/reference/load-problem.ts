import type { ScalarFunction, VectorFunction } from '../../../methods/method.ts';
import { suites } from '../../../suites/index.ts';
import type { Instance, Points, Problem } from '../../../suites/problem.ts';
import { found, loadPlugin } from './load-plugin.ts';
import type { JobProblem, ProblemReference } from './reference.ts';

/**
 * The problem at its size, imported from its suite or plug-in alone, and on its line if it has one; or the function
 * that was written down.
 */
export async function loadInstance(reference: JobProblem): Promise<Instance> {
  if (!('expression' in reference)) {
    const instance = (await loadProblem(reference)).at(reference.size);
    if (reference.line === undefined || instance.kind === 'vector') return instance;
    const { onLine } = await import('./line.ts');
    return onLine(instance, reference.line);
  }
  const { writtenInstance } = await import('../../written/function.ts');
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

/** The problem, imported from its suite or plug-in alone. */
export async function loadProblem({ suite, problem, plugin }: ProblemReference): Promise<Problem> {
  const problems = plugin === undefined ? (await suites[suite]?.())?.problems : (await loadPlugin(plugin)).problems;
  return found(
    problems?.find(({ name }) => name === problem),
    `${suite}/${problem}`,
  );
}
