import type { TruthPart } from '../../plan/truths.ts';
import type { ProblemReference } from '../../reference/reference.ts';
import type { Optimum } from './optimum.ts';

/** The optimum that is reached from the first point of a problem; a list of one. `constraints` are to be at most 0. */
export function optimumTruth(constraints: ProblemReference | undefined): TruthPart<Optimum> {
  return {
    name: JSON.stringify(['optimum', constraints?.suite, constraints?.problem]),
    timeMs: 120_000,
    run: ({ pool, problem, seed, options }, onPart) =>
      pool.run({ kind: 'optimum', problem, constraints, seed }, options, (one) => onPart([one])),
    numbers: ({ x, value, multipliers }) => [...x, value, ...multipliers],
    title: 'the optimum is',
  };
}
