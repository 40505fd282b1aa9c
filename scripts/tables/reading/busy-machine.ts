import os from 'node:os';
import { plural } from '../../words/words.ts';
import type { Row } from '../column/column.ts';
import type { timing } from '../tables.ts';

/** Within a run on a quiet machine the times of one function differ by less than this factor. */
const FACTOR = 2;

/**
 * A sentence for somebody who is about to measure times while the machine has more to do than it has cores; else
 * undefined.
 */
export function loadWarning(load = os.loadavg()[0] ?? 0, cores = os.availableParallelism()): string | undefined {
  if (load <= cores) return undefined;
  return `The machine is busy: its load is ${load.toFixed(1)} on ${plural(cores, 'core')}. Times will be too long, and ratios less certain.`;
}

/** A sentence where the time of a hand-written function varies too much between the rows of a run; else undefined. */
export function primalWarning(rows: readonly Row<typeof timing.columns>[]): string | undefined {
  const bySize = new Map<string, number[]>();
  for (const row of rows) {
    const { suite, problem, size, outcome, steady, primal_ns: time } = row;
    // Times of code that is not yet optimised vary on every machine.
    if (outcome !== 'ok' || steady === 'no' || time === undefined) continue;
    const name = `${suite}/${problem}, size ${size}`;
    bySize.set(name, [...(bySize.get(name) ?? []), time]);
  }
  const spreads = [...bySize].map(([name, times]) => ({ name, factor: Math.max(...times) / Math.min(...times) }));
  const varying = spreads.filter(({ factor }) => factor > FACTOR).sort((a, b) => b.factor - a.factor);
  const [worst] = varying;
  if (!worst) return undefined;
  const { name, factor } = worst;
  return `The machine was busy: the time of one function varies up to ${factor.toFixed(1)} times (${name}; ${varying.length} of ${spreads.length} functions vary more than ${FACTOR} times). Measure again on a quiet machine.`;
}
