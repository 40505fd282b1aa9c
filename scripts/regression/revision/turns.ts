/** Forks of two checkouts, alternately, so that a busy moment, or a machine that gets slower, meets both. */

import { forkTimes } from '../../bench/experiments/timing/index.ts';
import type { ForkTiming } from '../../bench/fork/fork-timing.ts';
import type { Task } from '../../bench/plan/run-context.ts';
import type { Failure } from '../../bench/process/job.ts';
import { rankSum, upperTail } from '../../statistics/rank-sum.ts';
import { timeChange } from '../time/change.ts';

/** A side of the comparison. */
export type SideName = 'base' | 'head';

/** The forks of one case, a list for each side; a side that failed has no further ones. */
export interface Turns<C> {
  readonly case: C;
  readonly forks: Readonly<Record<SideName, ForkTiming[]>>;
  readonly failures: Partial<Record<SideName, Failure>>;
}

/** How many forks are taken. */
export interface TurnsPlan {
  /** Forks of each side that every case has. */
  readonly forks: number;
  /** The change of a time that matters. */
  readonly threshold: number;
  /** After this many ms no case gets further ones. */
  readonly budgetMs: number;
}

/** How the forks are run. */
export interface TurnsRunner<C> {
  measure(timed: C, side: SideName): Promise<ForkTiming | Failure>;
  /** Does the tasks; false when they were stopped. */
  runTasks(tasks: readonly Task[]): Promise<boolean>;
  describe(timed: C): Pick<Task, 'label' | 'weight'>;
  now(): number;
}

/** No case has more forks of a side. */
export const MOST_FORKS = 20;
/** Pairs that are added at a time: one in each order. */
const ADDED = 2;
/** A case whose one-sided tail is no higher, either way, is suspicious. */
const SUSPICIOUS = 0.1;

/**
 * Measures every case in `forks` forks of each side. Then it goes on with suspicious cases, up to 20 forks, until the
 * budget is spent. A case is suspicious if its rank-sum test leans either way, or its interval is wider than the
 * threshold. That does not inflate false alarms. A case stops early only where its test is far from any level of
 * rejection, and nothing is rejected on the way. All cases are judged once, at the end. The rule treats both sides
 * alike, so that a group's statistic keeps its expectation.
 */
export async function forksByTurns<C>(
  cases: readonly C[],
  plan: TurnsPlan,
  { measure, runTasks, describe, now }: TurnsRunner<C>,
): Promise<readonly Turns<C>[] | 'stopped'> {
  const end = now() + plan.budgetMs;
  const all: Turns<C>[] = cases.map((each) => ({ case: each, forks: { base: [], head: [] }, failures: {} }));
  const pair = (turns: Turns<C>, number: number): Task => ({
    ...describe(turns.case),
    async run() {
      if (hasFailed(turns)) return;
      for (const side of number % 2 === 0 ? (['base', 'head'] as const) : (['head', 'base'] as const)) {
        const result = await measure(turns.case, side);
        if ('outcome' in result) turns.failures[side] = result;
        else turns.forks[side].push(result);
      }
    },
  });
  const pairs = (some: readonly Turns<C>[], from: number, count: number) =>
    Array.from({ length: count }, (_, k) => some.map((turns) => pair(turns, from + k))).flat();
  if (!(await runTasks(pairs(all, 0, plan.forks)))) return 'stopped';
  for (let count = plan.forks; count < MOST_FORKS; count += ADDED) {
    const further = all.filter((turns) => isOpen(turns, count, plan.threshold));
    if (further.length === 0) break;
    const timely = pairs(further, count, ADDED).map((task) => ({
      ...task,
      run: async () => (now() < end ? task.run() : undefined),
    }));
    if (!(await runTasks(timely))) return 'stopped';
  }
  return all;
}

function hasFailed({ failures }: Turns<unknown>): boolean {
  return failures.base !== undefined || failures.head !== undefined;
}

/** Whether a case that has had every fork so far is suspicious, by its ratios or by its times. */
function isOpen(turns: Turns<unknown>, count: number, threshold: number): boolean {
  if (hasFailed(turns) || turns.forks.base.length < count) return false;
  const [base, head] = [forkTimes(turns.forks.base), forkTimes(turns.forks.head)];
  return isSuspicious(base.ratios, head.ratios, threshold) || isSuspicious(base.steady, head.steady, threshold);
}

/** Whether further forks may tell more: the test leans either way, or the interval is wider than the threshold. */
export function isSuspicious(base: readonly number[], head: readonly number[], threshold: number): boolean {
  const { wins } = rankSum(base, head);
  const [n, m] = [base.length, head.length];
  const tail = Math.min(upperTail(wins, n, m), upperTail(n * m - wins, n, m));
  const { low, high } = timeChange(base, head);
  return tail <= SUSPICIOUS || high - low > threshold;
}
