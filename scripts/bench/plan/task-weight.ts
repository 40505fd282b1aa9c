/** How long tasks may well take, ms, measured on two cores of a cloud machine. Only the time left depends on it. */
import type { CatalogueMethod } from './catalogue.ts';
import type { SizedProblem } from './plan.ts';

/** A task that starts no fork: it adds rows of which all is known. */
export const NO_FORK_MS = 0.5;

/** The answers of a method on a problem, in a fork that is shared. */
export function answersMs({ instance }: SizedProblem, { definition }: CatalogueMethod): number {
  const base = definition.mayExplode !== undefined ? 65 : definition.generatesCode ? 20 : 10;
  return base + instance.inputs / 4;
}
