/** Trends of each suite and method over the runs of a history. */
import { logAverage } from 'simple-statistics';
import type { HistoryEntry } from '../../tables/history.ts';
import { inOrder } from '../theme/methods.ts';
import { distinct } from './derivative-rows.ts';

/** The time of a method in a suite, in one run. */
export interface TrendPoint {
  /** Which run of the history, from 0. */
  readonly nth: number;
  /** Geometric mean of time / time of f. */
  readonly ratio: number;
  /**
   * Change against the run before in which the method was timed, if that ran on the same machine by the same version of
   * Node.
   */
  readonly step?: number;
  /** Whether the step is at least the threshold of its comparison. */
  readonly isChange: boolean;
}

/** The time of a method in a suite, over the runs that have timed it. */
export interface Trend {
  readonly suite: string;
  readonly method: string;
  /** Cases that any of the runs has timed. */
  readonly cases: number;
  /** Those that all have timed: the mean is over them, since a mean of other cases would move by itself. */
  readonly shared: readonly string[];
  /** Empty where no case was timed by all. */
  readonly points: readonly TrendPoint[];
}

/** The trends, by suite, in the order of the lecture. */
export function trends(history: readonly HistoryEntry[]): Trend[] {
  return distinct(history.flatMap(({ ratios }) => Object.keys(ratios))).flatMap((suite) => {
    const methods = inOrder(history.flatMap(({ ratios }) => Object.keys(ratios[suite] ?? {})));
    return methods.map((method) => trendOf(history, suite, method));
  });
}

function trendOf(history: readonly HistoryEntry[], suite: string, method: string): Trend {
  const timed = history.flatMap((entry, nth) => {
    const ratios = new Map(Object.entries(entry.ratios[suite]?.[method] ?? {}));
    return ratios.size > 0 ? [{ entry, nth, ratios }] : [];
  });
  const cases = distinct(timed.flatMap(({ ratios }) => [...ratios.keys()]));
  const shared = cases.filter((each) => timed.every(({ ratios }) => ratios.has(each)));
  const means =
    shared.length === 0 ? [] : timed.map(({ ratios }) => logAverage(shared.map((each) => ratios.get(each)!)));
  const points = means.map((ratio, i): TrendPoint => {
    const [own, before] = [timed[i]!, timed[i - 1]];
    if (!before || !isSameMachine(own.entry, before.entry)) return { nth: own.nth, ratio, isChange: false };
    const step = ratio / means[i - 1]! - 1;
    return { nth: own.nth, ratio, step, isChange: Math.abs(step) >= own.entry.threshold };
  });
  return { suite, method, cases: cases.length, shared, points };
}

/** Whether times of two runs compare. */
export function isSameMachine(a: HistoryEntry, b: HistoryEntry): boolean {
  return a.machine === b.machine && a.node === b.node;
}
