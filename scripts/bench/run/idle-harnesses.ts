/** Harnesses that were asked for by name, and of what was chosen with them measure nothing. */

import { openFiles } from '../../tables/files.ts';
import { nameOrder } from '../../tables/row-order.ts';
import type { Catalogue } from '../plan/catalogue.ts';
import { createTruths } from '../plan/truths.ts';
import { createForkPool } from '../process/pool.ts';
import { contextOf, namesHarnesses } from './context-of.ts';
import { harnessTasks } from './harness-tasks.ts';
import type { BenchOptions, Harness } from './options.ts';

/** Everything that each harness can measure, as the end of the sentence "it takes ...". */
const TAKES: Readonly<Record<Harness, string>> = {
  accuracy: 'operators that a problem of the run can have: gradients of scalar functions, Jacobians of others',
  error: 'methods that have gradients, on scalar functions, along lines that they have (--along)',
  steps:
    'numerical methods on functions of one variable with an interval from which points are drawn, or with a kink (suites step-size and scalar)',
  size: 'functions, as mathjs, a tape or a graph can hold them',
  operations: 'operators that a problem of the run can have: gradients of scalar functions, Jacobians of others',
  memory: 'iterations and sums that can be made as long as one likes, by the methods that have a strategy for them',
  training: 'problems that are trained by descent (suite training)',
  solving: 'problems with an optimum (lecture/matlab-objective and the suite training)',
  checks: 'problems, into whose derivatives by hand it plants slips',
  timing: 'operators that a problem of the run can have: gradients of scalar functions, Jacobians of others',
};

/** The harnesses that have nothing to do, of those that were named. A shard may well have none of the work of one. */
export async function idleHarnesses(options: BenchOptions, catalogue: Catalogue): Promise<readonly Harness[]> {
  if (!namesHarnesses(options) || options.shard !== undefined) return [];
  const pool = createForkPool(1); // nothing is run: the tasks are only counted
  const context = contextOf(options, catalogue, { run: '', pool, truths: createTruths(pool, '', '', options.seed) });
  pool.close();
  const files = await openFiles('', false, nameOrder(catalogue));
  return options.harnesses.filter((harness) => harnessTasks(harness, context, files).length === 0);
}

/** Says of each that it measures nothing, and why. */
export function idleWords(idle: readonly Harness[], options: BenchOptions): string[] {
  const { effort, suites, problems, methods, operators, along } = options;
  const named = Object.entries({ suite: suites, problem: problems, method: methods, operator: operators, along })
    .filter(([, names]) => names !== undefined && names.length > 0)
    .map(([option, names]) => `--${option} ${names!.join(',')}`);
  const chosen = [...(effort === 'quick' ? ['--quick'] : []), ...named];
  const among = chosen.length > 0 ? ` of what ${chosen.join(' ')} leaves` : '';
  return idle.map((harness) => `--harness ${harness} measures nothing${among}: it takes ${TAKES[harness]}.`);
}
