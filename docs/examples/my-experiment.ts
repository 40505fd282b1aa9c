/** An experiment of one's own: how many bits the answers of a method have. */
import type { Case, Experiment } from '../../scripts/bench/plan/experiment.ts';
import { methodReference, problemCells, sequenceOf, sharedFork, sizedName } from '../../scripts/bench/plan/plan.ts';
import { limitsFor } from '../../scripts/bench/plan/run-context.ts';
import { count, method, outcome, problem, run, table, whereOk } from '../../scripts/tables/columns/columns.ts';

/** Its CSV: in the project, a file in `scripts/tables/columns/` and a line in `scripts/tables/tables.ts`. */
export const bitsTable = table({
  name: 'bits',
  title: 'Bits of the answers',
  method: 'The gradient at every point. Counted are the bits of a significand up to the last that is 1.',
  columns: {
    ...problem,
    ...method,
    ...outcome,
    bits: whereOk(count('most bits that an entry of the gradient takes', 'told')),
    ...run,
  },
});

/** Its record: in the project, a folder in `scripts/bench/experiments/` and a line in its `index.ts`. */
export const bitsExperiment: Experiment<typeof bitsTable.columns> = {
  harness: 'bits',
  label: 'bits',
  takes: 'methods that have gradients, on scalar functions',
  needsTruth: false,
  cases: (context) =>
    context.catalogue.methods
      .filter(({ definition }) => definition.operators.includes('gradient'))
      .flatMap((method) =>
        context.problems
          .filter(({ instance }) => instance.kind === 'scalar')
          .map((problem): Case<typeof bitsTable.columns> => {
            const { outputs: _, ...cells } = problemCells(problem);
            const keys = { ...cells, method: method.method };
            return {
              name: `${sizedName(problem)} ${method.method}`,
              problem: problem.reference,
              part: method.method,
              weight: 10,
              sequence: sequenceOf(problem, method),
              isThere: (rows) => rows.has(keys),
              async measure() {
                let most = 0;
                const failure = await context.pool.run(
                  {
                    kind: 'answers', // a kind of job of its own is declared beside the code that does it
                    problem: problem.reference,
                    method: methodReference(method),
                    operators: ['gradient'],
                    seed: context.seed,
                  },
                  { limits: limitsFor(context.effort, method.definition), share: sharedFork(problem, method) },
                  ({ answers = [] }) => {
                    most = Math.max(...answers.flatMap((answer) => [...answer].map(significantBits)));
                  },
                );
                return [{ ...keys, ...(failure ?? { outcome: 'ok', bits: most }) }];
              },
            };
          }),
      ),
};

/** Bits of the significand up to the last that is 1: 1 of a power of two, 53 of most doubles; 0 of 0. */
export function significantBits(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return 0;
  let significand = Math.abs(x);
  while (significand >= 2) significand /= 2;
  while (significand < 1) significand *= 2;
  let bits = 1;
  for (let rest = significand - 1; rest > 0; rest = (2 * rest) % 1) bits++;
  return bits;
}
