import type { Problem } from '../../../../suites/problem.ts';
import { seededRandom } from '../../../../suites/random.ts';

/** Points of a benchmark of step sizes on one problem: as many as the literature takes. */
export const SAMPLE_SIZE = 100;

/**
 * The points that belong to the seed, uniform in the interval of the problem.
 * @throws {Error} for a problem without an interval.
 */
export function samplePoints({ name, interval }: Pick<Problem, 'name' | 'interval'>, seed: number): Float64Array[] {
  if (!interval) throw new Error(`${name} has no interval to take points from`);
  const random = seededRandom(seed);
  return Array.from({ length: SAMPLE_SIZE }, () => Float64Array.of(random(...interval)));
}
