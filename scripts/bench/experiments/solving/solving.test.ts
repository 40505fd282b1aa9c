import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../fixtures/command.ts';
import { openTableFile } from '../../../tables/table-file.ts';
import { solving } from '../../../tables/tables.ts';
import { type CatalogueMethod, openCatalogue, select } from '../../plan/catalogue.ts';
import { experimentTasks } from '../../plan/experiment.ts';
import { createTruths } from '../../plan/truths.ts';
import { createForkPool } from '../../process/pool.ts';
import { contextOf } from '../../run/context-of.ts';
import { parseOptions } from '../../run/options.ts';
import { solvingExperiment } from './index.ts';

const whole = await openCatalogue([], 'unused');

/** The tasks of a run with these options for logistic regression, with methods made of `manual`. */
async function planned(args: readonly string[], method: Partial<CatalogueMethod['definition']>, timesOnDemand = false) {
  const options = parseOptions(args, 1);
  if (options === 'help') throw new Error('the help was shown');
  const { problems, methods } = select(whole, { suites: ['training', 'lecture'], problems: [], methods: ['manual'] });
  const catalogue = {
    problems,
    methods: methods.map((each) => ({ ...each, definition: { ...each.definition, ...method } })),
  };
  const pool = createForkPool(1);
  const truths = createTruths(pool, 'unused', 'unused', 1);
  const context = { ...contextOf(options, catalogue, { run: 'test', pool, truths }), timesOnDemand };
  pool.close(); // a task that asks for a fork is interrupted
  const table = await openTableFile<typeof solving.columns>(temporaryFolder(), solving, false, {
    problems: [],
    methods: [],
  });
  return { tasks: experimentTasks(solvingExperiment, context, table), table };
}

const labelsOf = (tasks: readonly { readonly label: string }[]) => tasks.map(({ label }) => label);

describe('the tasks of solving', () => {
  it('are the MATLAB example and training with 10 and 100 weights, and in a quick run the example alone', async () => {
    const all = await planned([], {});
    expect(labelsOf(all.tasks)).toEqual([
      'optimum of matlab-objective 2',
      'optimum of logistic-regression 10',
      'optimum of logistic-regression 100',
      'solving matlab-objective 2 augmented-lagrangian manual',
      'solving logistic-regression 10 gradient-descent manual',
      'solving logistic-regression 10 lbfgs manual',
      'solving logistic-regression 100 lbfgs manual',
    ]);
    const quick = await planned(['--quick'], {});
    expect(labelsOf(quick.tasks)).toEqual([
      'optimum of matlab-objective 2',
      'solving matlab-objective 2 augmented-lagrangian manual',
    ]);
  });

  it.each([
    { timed: 'on demand' },
    { mayExplode: 'its expressions grow' },
  ] as const)('leave out 100 weights where derivatives take long, with a row that says so, unless they are asked for: %o', async (slow) => {
    const { tasks, table } = await planned([], slow);
    await tasks.at(-1)!.run();
    expect(table.rows).toMatchObject([
      {
        size: 100,
        method: 'manual',
        outcome: 'skipped',
        reason: 'beyond 50 inputs only on demand: --problem logistic-regression',
      },
    ]);
    await expect(tasks.at(-2)!.run()).rejects.toThrow();
    const asked = await planned([], slow, true);
    await expect(asked.tasks.at(-1)!.run()).rejects.toThrow();
  });

  it('give a method without a Jacobian a row on the problem with constraints, and nothing is run', async () => {
    const { tasks, table } = await planned(['--quick'], { operators: ['gradient'] });
    await tasks.at(-1)!.run();
    expect(table.rows).toMatchObject([{ outcome: 'unsupported', reason: 'manual has no jacobian' }]);
  });
});
