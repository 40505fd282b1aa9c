import type { Files } from '../../tables/files.ts';
import { TABLE_KEYS, type TableKey } from '../../tables/tables.ts';
import { experiments } from '../experiments/index.ts';
import { experimentTasks } from '../plan/experiment.ts';
import type { RunContext, Task } from '../plan/run-context.ts';

/** The names that `--harness` takes, in the order in which they run. */
export const HARNESSES: readonly string[] = [...new Set(TABLE_KEYS.map((key) => experiments[key].harness))];

/** The experiments of one name. */
export function experimentsOf(harness: string): readonly (typeof experiments)[TableKey][] {
  return TABLE_KEYS.map((key) => experiments[key]).filter((each) => each.harness === harness);
}

/** The work of a harness in this run, apart from the rows that its files hold already. */
export function harnessTasks(harness: string, context: RunContext, files: Files): Task[] {
  const tasksOf = <K extends TableKey>(key: K) => experimentTasks(experiments[key], context, files[key]);
  return TABLE_KEYS.filter((key) => experiments[key].harness === harness).flatMap((key) => tasksOf(key));
}
