import { describe, expect, it } from 'vitest';
import { openTableFile } from '../../../tables/table-file.ts';
import { expressionSize } from '../../../tables/tables.ts';
import { openCatalogue, select } from '../../plan/catalogue.ts';
import { experimentTasks } from '../../plan/experiment.ts';
import { createTruths } from '../../plan/truths.ts';
import { createForkPool } from '../../process/pool.ts';
import { contextOf } from '../../run/context-of.ts';
import { parseOptions } from '../../run/options.ts';
import { expressionSizeExperiment } from './index.ts';

const whole = await openCatalogue([], 'unused');

/** The problems whose expressions a run measures, each with the number of its tasks. */
async function measured(...args: string[]): Promise<Record<string, number>> {
  const options = parseOptions(args, 1);
  if (options === 'help') throw new Error('the help was shown');
  const pool = createForkPool(1); // nothing runs in it
  const truths = createTruths(pool, 'unused', '', 1);
  const context = contextOf(options, select(whole, options), { run: 'test', pool, truths });
  const names = { problems: [], methods: [] };
  const table = await openTableFile<typeof expressionSize.columns>('does-not-exist', expressionSize, false, names);
  const counts: Record<string, number> = {};
  for (const { label } of experimentTasks(expressionSizeExperiment, context, table)) {
    const name = label.split(' ').slice(2, 4).join(' ');
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

describe('a run', () => {
  it('by default measures expressions of scalar functions of four suites, also where those are named', async () => {
    const usual = await measured();
    expect(new Set(Object.keys(usual).map((name) => name.split('/')[0]))).toEqual(
      new Set(['lecture', 'logistic-map', 'helmholtz', 'speelpenning']),
    );
    expect(Object.values(usual).reduce((a, b) => a + b)).toBe(470);
    expect(await measured('--harness', 'size')).toEqual(usual);
    expect(await measured('--suite', 'lecture,rosenbrock')).toEqual({
      'lecture/log-product-sine 2': 14,
      'lecture/matlab-objective 2': 14,
      'lecture/sigmoid 5': 14,
    });
  });

  it('measures those of every problem that is asked for, of vector-valued ones without a Hessian', async () => {
    expect(
      await measured('--harness', 'size', '--suite', 'scalar,lecture', '--problem', 'runge,matlab-constraints'),
    ).toEqual({
      'scalar/runge 1': 14,
      'lecture/matlab-constraints 2': 11,
    });
  });
});
