import { errorFunction, probit } from 'simple-statistics';
import { type RankSum, rankSum, upperTail } from '../../statistics/rank-sum.ts';
import { LEAST_FORKS } from '../../statistics/statistics.ts';
import { isSurelyMore, medianChange, type TimeChange, timeChange, variation } from './change.ts';
import { benjaminiHochberg, holm } from './multiplicity.ts';

/** One case that was timed on both sides, and that reached a steady state on both. */
export interface TimedCase {
  /** The groups of cases that may change together: its method, its problem. */
  readonly groups: readonly string[];
  /** Time of the base, a number for each fork: the ratio to the primal, or an absolute time. */
  readonly base: readonly number[];
  readonly head: readonly number[];
}

/** The verdict on a case. */
export interface TimeVerdict extends TimeChange {
  readonly verdict: 'slower' | 'faster' | 'same' | 'cannot tell';
  /**
   * Probability of so many wins of the head, or of the base if they are more, where nothing changed; one-sided, of this
   * case alone.
   */
  readonly probability: number;
  /** The smallest change of this case alone that would have been found four times in five. */
  readonly smallestVisible: number;
}

/** How changes are judged. */
export interface Judging {
  /** A change that matters: 0.1 is 10 %. From half of it on an alarm may be raised, below none is. */
  readonly threshold: number;
  /** Probability of any false alarm in the whole comparison, in each direction. */
  readonly level: number;
}

/** How changes are judged where nothing else is asked for. */
export const DEFAULT_JUDGING: Judging = { threshold: 0.1, level: 0.01 };

/** Share of false alarms within a group that has changed. */
const WITHIN_GROUP = 0.05;

/**
 * Judges all cases of a comparison together. A case has changed when its rank-sum test says so at a level that holds
 * for the whole comparison. It may change by itself (Holm over all cases). It may also be in a group (a method, a
 * problem) that has changed as a whole: van Elteren's stratified rank sum, Holm over groups. Benjamini and Hochberg's
 * procedure then picks the cases of the group. Either way its estimate must be at least half of the threshold, and its
 * interval must exclude 0. A case is the same when it has not changed and its interval excludes a change for the worse
 * by the threshold. Otherwise the comparison cannot tell.
 */
export function timeVerdicts(cases: readonly TimedCase[], judging: Judging): TimeVerdict[] {
  const sums = cases.map(sumOf);
  const slower = significant(cases, sums, judging.level);
  const faster = significant(cases, sums.map(mirrored), judging.level);
  return cases.map((each, i) => {
    const change = timeChange(each.base, each.head);
    return {
      ...change,
      verdict: verdictOf(each, change, slower.isRejected[i]!, faster.isRejected[i]!, judging),
      probability: Math.min(slower.tails[i]!, faster.tails[i]!),
      smallestVisible: smallestVisible(each, judging.level / 2 / cases.length),
    };
  });
}

/**
 * Which cases are slower, as `timeVerdicts` has it, without what else it says of each: for counting verdicts of many
 * comparisons, some of which share cases and their rank sums.
 */
export function slowerCases(cases: readonly TimedCase[], judging: Judging, sums = cases.map(sumOf)): boolean[] {
  const { isRejected } = significant(cases, sums, judging.level);
  return cases.map(
    ({ base, head }, i) =>
      isRejected[i]! &&
      matters(medianChange(base, head), judging) && // first, since intervals take longest
      isSurelyMore(base, head),
  );
}

/** The rank sum of a case. */
const sumOf = ({ base, head }: TimedCase): RankSum => rankSum(base, head);

const matters = (change: number, { threshold }: Judging) => change >= threshold / 2;

const isSlower = (change: TimeChange, judging: Judging) => matters(change.change, judging) && change.low > 0;

function verdictOf(
  { base, head }: TimedCase,
  change: TimeChange,
  mayBeSlower: boolean,
  mayBeFaster: boolean,
  judging: Judging,
): TimeVerdict['verdict'] {
  if (mayBeSlower && isSlower(change, judging)) return 'slower';
  if (mayBeFaster && matters(-change.change, judging) && change.high < 0) return 'faster';
  const isEnough = Math.min(base.length, head.length) >= LEAST_FORKS;
  return isEnough && change.high < judging.threshold ? 'same' : 'cannot tell';
}

/** The pairs seen from the other side: a loss of the head is a win of the base. */
function mirrored({ wins, expected, variance }: RankSum): RankSum {
  return { wins: 2 * expected - wins, expected, variance };
}

/** For which cases one side wins; half of the level goes to cases by themselves, half to groups. */
function significant(cases: readonly TimedCase[], sums: readonly RankSum[], level: number) {
  const tails = cases.map(({ base, head }, i) => upperTail(sums[i]!.wins, base.length, head.length));
  const isRejected = holm(tails, level / 2);
  const groups = membersByGroup(cases);
  const isGroupRejected = holm(
    groups.map((members) => {
      // van Elteren (1960): wins of a stratum weigh 1 / (number of forks + 1)
      let excess = 0;
      let variance = 0;
      for (const i of members) {
        const weight = 1 / (cases[i]!.base.length + cases[i]!.head.length + 1);
        excess += weight * (sums[i]!.wins - sums[i]!.expected);
        variance += weight ** 2 * sums[i]!.variance;
      }
      return normalTail(excess / Math.sqrt(variance));
    }),
    level / 2,
  );
  for (const [g, members] of groups.entries()) {
    if (!isGroupRejected[g]) continue;
    const within = benjaminiHochberg(
      members.map((i) => tails[i]!),
      WITHIN_GROUP,
    );
    for (const [k, i] of members.entries()) if (within[k]) isRejected[i] = true;
  }
  return { tails, isRejected };
}

/** Indices of the cases of every group that has several. */
function membersByGroup(cases: readonly TimedCase[]): number[][] {
  const members = new Map<string, number[]>();
  for (const [i, { groups }] of cases.entries())
    for (const group of groups) {
      const found = members.get(group);
      if (found) found.push(i);
      else members.set(group, [i]);
    }
  return [...members.values()].filter((group) => group.length > 1);
}

function normalTail(z: number): number {
  return Number.isNaN(z) ? 1 : (1 - errorFunction(z / Math.SQRT2)) / 2;
}

const POWER = 0.8;

/** From the normal approximation of the rank sum (its efficiency against the mean is 3 / pi for normal noise). */
function smallestVisible({ base, head }: TimedCase, level: number): number {
  const [n, m] = [base.length, head.length];
  if (upperTail(n * m, n, m) > level) return Number.POSITIVE_INFINITY;
  const noise = Math.max(variation(base), variation(head)) * Math.sqrt((Math.PI / 3) * (1 / n + 1 / m));
  return Math.expm1((probit(1 - level) + probit(POWER)) * noise);
}
