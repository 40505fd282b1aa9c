import { median } from 'simple-statistics';
import { LEAST_FORKS, medianInterval } from '../../statistics/statistics.ts';

/** A case whose noise hides the precision that was asked for ends with these. */
export const MOST_FORKS = 30;

/** How far the ratio of a case is to be known, and how long all cases may take for it. */
export interface PlannedPrecision {
  /** Half the width of the 95 % interval of the ratio, relative to the ratio: 0.05 is 5 %. */
  readonly halfWidth: number;
  /** Time for all cases, ms; there may be no limit. */
  readonly budgetMs: number;
}

/**
 * Whether a case with these ratios, one a fork, is to be measured by one more: until both ends of its interval are
 * within the half-width of its median. As the interval is looked at after every fork, it covers a little less than it
 * claims.
 */
export function wantsFork(ratios: readonly number[], halfWidth: number, isTimeLeft: boolean): boolean {
  if (ratios.length < LEAST_FORKS) return true;
  return ratios.length < MOST_FORKS && isTimeLeft && !isWithin(ratios, halfWidth);
}

function isWithin(ratios: readonly number[], halfWidth: number): boolean {
  if (!ratios.every(Number.isFinite)) return false;
  const interval = medianInterval(ratios)!;
  const middle = median([...ratios]);
  return interval.high <= middle * (1 + halfWidth) && interval.low >= middle * (1 - halfWidth);
}

/** The time that cases may spend on forks beyond the least number. */
export interface TimeBudget {
  /** Says that the next case begins. */
  beginCase(): void;
  isTimeLeft(): boolean;
}

/**
 * Shares out a time among cases that follow each other: by the end of the k-th of n cases, k/n of it may be spent. What
 * quiet cases leave goes to those after them, so that the first noisy ones can't take it all. The clock starts with the
 * first case.
 */
export function createTimeBudget(budgetMs: number, cases: number, now: () => number): TimeBudget {
  let begun = 0;
  let started: number | undefined;
  return {
    beginCase() {
      started ??= now();
      begun++;
    },
    isTimeLeft: () => started === undefined || now() - started < (budgetMs * begun) / cases,
  };
}
