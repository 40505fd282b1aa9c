import { times } from '../../bench/experiments/timing/index.ts';
import {
  forkOf,
  labelOf,
  type TimingCase,
  type TimingContext,
  timingCases,
  weightOf,
  whyUntimed,
} from '../../bench/experiments/timing/timing-plan.ts';
import type { ForkTiming } from '../../bench/fork/fork-timing.ts';
import { type Catalogue, openCatalogue, select } from '../../bench/plan/catalogue.ts';
import { problemCells, sizedProblems } from '../../bench/plan/plan.ts';
import { createForkPool } from '../../bench/process/pool.ts';
import { effortOf } from '../../bench/run/effort.ts';
import type { BenchOptions } from '../../bench/run/options.ts';
import { createProgress } from '../../bench/run/progress.ts';
import { runTasks } from '../../bench/run/run-tasks.ts';
import { BUILD_PLUGINS } from '../../command/paths.ts';
import { type Columns, type Row, rowKey } from '../../tables/column/column.ts';
import { emptyRow } from '../../tables/table-file.ts';
import { accuracy, timing } from '../../tables/tables.ts';
import type { Side } from '../sides/side.ts';
import { forksByTurns, type SideName, type Turns, type TurnsPlan } from './turns.ts';

/** The methods and problems of this checkout that the options of a bench choose. Unknown names are a `UsageError`. */
export async function chosenOf(options: BenchOptions): Promise<Catalogue> {
  return select(await openCatalogue([], BUILD_PLUGINS), options);
}

/** A fork that was within the limits once may pass them in a busy moment: here it has so many times as long. */
const PATIENCE = 5;

/** The sides of a comparison, and what each measures with. */
export interface SideToTime {
  readonly side: Side;
  /** The entry of its forks, compiled. */
  readonly entry: string;
}

/**
 * Times alternately every case of the head that a bench with these options would time, and whose answer is ok on both
 * sides. Answers the rows of `timing` of each side.
 */
export async function timedRows(
  options: BenchOptions,
  sides: Readonly<Record<SideName, SideToTime>>,
  plan: TurnsPlan,
  signal: AbortSignal,
): Promise<Readonly<Record<SideName, readonly Row<Columns>[]>>> {
  const context = contextOf(options, await chosenOf(options));
  const ok = [sides.base, sides.head].map(({ side }) => okKeys(side));
  const cases = timingCases(context).filter(
    (timed) =>
      !whyUntimed(context, timed) && ok.every((keys) => keys.has(rowKey(accuracy, emptyRow(accuracy, keyOf(timed))))),
  );
  signal.throwIfAborted();
  const pools = {
    base: createForkPool(options.jobs, sides.base.entry),
    head: createForkPool(options.jobs, sides.head.entry),
  };
  const close = () => {
    pools.base.close();
    pools.head.close();
  };
  signal.addEventListener('abort', close);
  try {
    const turns = await forksByTurns(cases, plan, {
      async measure(timed, side) {
        const { job, limits } = forkOf(context, timed);
        let part: ForkTiming | undefined;
        const failure = await pools[side].run(
          job,
          { limits: { ...limits, timeMs: PATIENCE * limits.timeMs } },
          (sent) => {
            part = sent;
          },
        );
        return failure ?? part!;
      },
      describe: (timed) => ({
        label: labelOf(timed),
        weight: weightOf({ ...context.effort, forks: 2 }),
      }),
      async runTasks(tasks) {
        const progress = createProgress([{ tasks, width: options.jobs }]);
        return runTasks(tasks, options.jobs, progress).finally(() => progress.stop());
      },
      now: () => performance.now(),
    });
    if (turns === 'stopped') throw signal.reason;
    const rowsOf = (side: SideName) => turns.map((each) => rowOf(each, side, sides[side].side.record.run));
    return { base: rowsOf('base'), head: rowsOf('head') };
  } finally {
    signal.removeEventListener('abort', close);
    close();
  }
}

function contextOf(options: BenchOptions, catalogue: Catalogue): TimingContext {
  return {
    catalogue,
    problems: sizedProblems(catalogue, options.effort === 'quick', options.problems),
    timedOperators: ['gradient', 'jacobian'],
    timesOnDemand: options.suites.length + options.problems.length > 0,
    methodsOnDemand: options.methods.length > 0,
    stepRule: options.stepRule,
    effort: effortOf(options),
    seed: options.seed,
  };
}

function keyOf({ problem, method, operator }: TimingCase) {
  return { ...problemCells(problem), method: method.method, operator };
}

/** The cases whose answers a side had right. */
function okKeys({ rows }: Side): ReadonlySet<string> {
  const right = (rows.get(accuracy.name) ?? []).filter(({ outcome }) => outcome === 'ok');
  return new Set(right.map((row) => rowKey<Columns>(accuracy, row)));
}

/** A row of the times of one side; without an error, which the accuracy of the same answer has. */
function rowOf({ case: timed, forks, failures }: Turns<TimingCase>, side: SideName, run: string): Row<Columns> {
  const failure = failures[side];
  const cells = failure
    ? { ...failure, forks: forks[side].length }
    : { outcome: 'ok', ...ofColumns(times(forks[side])) };
  return emptyRow<Columns>(timing, { ...keyOf(timed), ...cells, run });
}

/** Without what is no column of the table. */
function ofColumns(cells: Readonly<Record<string, string | number | undefined>>) {
  return Object.fromEntries(Object.entries(cells).filter(([name]) => Object.hasOwn(timing.columns, name)));
}
