/** Harnesses that were asked for by name, and of what was chosen with them measure nothing. */

import { openFiles } from '../../tables/files.ts';
import { nameOrder } from '../../tables/row-order.ts';
import type { Catalogue } from '../plan/catalogue.ts';
import { createTruths } from '../plan/truths.ts';
import { createForkPool } from '../process/pool.ts';
import { contextOf, namesHarnesses } from './context-of.ts';
import { experimentsOf, harnessTasks } from './harness-tasks.ts';
import type { BenchOptions } from './options.ts';

/** The harnesses that have nothing to do, of those that were named. A shard may well have none of the work of one. */
export async function idleHarnesses(options: BenchOptions, catalogue: Catalogue): Promise<readonly string[]> {
  if (!namesHarnesses(options) || options.shard !== undefined) return [];
  const pool = createForkPool(1); // nothing is run: the tasks are only counted
  const context = contextOf(options, catalogue, { run: '', pool, truths: createTruths(pool, '', '', options.seed) });
  pool.close();
  const files = await openFiles('', false, nameOrder(catalogue));
  return options.harnesses.filter((harness) => harnessTasks(harness, context, files).length === 0);
}

/** Says of each that it measures nothing, and why. */
export function idleWords(idle: readonly string[], options: BenchOptions): string[] {
  const { effort, suites, problems, methods, operators, along } = options;
  const named = Object.entries({ suite: suites, problem: problems, method: methods, operator: operators, along })
    .filter(([, names]) => names !== undefined && names.length > 0)
    .map(([option, names]) => `--${option} ${names!.join(',')}`);
  const chosen = [...(effort === 'quick' ? ['--quick'] : []), ...named];
  const among = chosen.length > 0 ? ` of what ${chosen.join(' ')} leaves` : '';
  return idle.map((harness) => `--harness ${harness} measures nothing${among}: it takes ${takes(harness)}.`);
}

function takes(harness: string): string {
  return experimentsOf(harness)
    .map((each) => each.takes)
    .join(', ');
}
