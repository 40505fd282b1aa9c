import type { TruthPart } from '../../plan/truths.ts';
import type { Descent } from './descent.ts';
import type { TrajectoryPoint } from './trajectory.ts';

/**
 * The exact course of a descent from the first point. The hand-written gradient, with which it may be computed, depends
 * on what Node makes of Math.
 */
export function trajectoryTruth(descent: Descent): TruthPart<TrajectoryPoint> {
  return {
    name: JSON.stringify(['trajectory', descent, process.version]),
    timeMs: 120_000,
    run: ({ pool, problem, seed, options }, onPart) =>
      pool.run({ kind: 'trajectory', problem, descent, seed }, options, onPart),
    numbers: ({ weights }) => weights,
    title: 'the weights of the descent are',
  };
}
