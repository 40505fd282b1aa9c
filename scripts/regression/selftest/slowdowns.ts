import { type Random, seededRandom } from '../../../suites/random.ts';
import { type RankSum, rankSum } from '../../statistics/rank-sum.ts';
import { agree } from '../../statistics/statistics.ts';
import { areApart } from '../time/change.ts';
import { type Judging, slowerCases, type TimedCase } from '../time/verdicts.ts';
import type { Count } from './rate.ts';
import { type RecordedCase, VARIATIONS, type Variation } from './recording.ts';
import { halves, shuffled } from './split.ts';

/** The part that is made slower in the head, and how many times. */
export interface Slowdown {
  readonly of: 'method' | 'case';
  readonly factor: number;
}

/** The results for a slowdown, comparison by comparison. */
export interface SlowdownCounts extends Slowdown {
  readonly found: Readonly<Record<Variation, readonly Count[]>>;
  /** Comparisons in which a case was called slower that was not. */
  readonly misnamed: readonly Count[];
}

/** The results of many comparisons of the recorded code with itself. */
export interface SplitCounts {
  /** Comparisons of the same code in which any case was called slower. */
  readonly alarms: readonly Count[];
  readonly slowdowns: readonly SlowdownCounts[];
}

/** The slowdowns that are planted. */
export const SLOWDOWNS: readonly Slowdown[] = [
  { of: 'method', factor: 1.1 },
  { of: 'method', factor: 1.05 },
  { of: 'method', factor: 1.2 },
  { of: 'case', factor: 1.1 },
  { of: 'case', factor: 1.2 },
];

/**
 * Splits the forks of every case at random into base and head, many times. Judges each split as it is, and with each
 * slowdown planted into the head: of one method in turn, or of one case in turn.
 */
export function countSplits(
  cases: readonly RecordedCase[],
  comparisons: number,
  seed: number,
  judging: Judging,
): SplitCounts {
  const random = seededRandom(seed);
  const methods = [...new Set(cases.map(({ method }) => method))];
  const members = new Map(methods.map((name) => [name, indicesOf(cases, name)]));
  const inTurn = shuffled([...cases.keys()], random);
  const alarms: Count[] = [];
  const slowdowns = SLOWDOWNS.map((slowdown) => ({ ...slowdown, found: nothingFound(), misnamed: [] as Count[] }));
  for (let k = 0; k < comparisons; k++) {
    const split = splitAll(cases, random);
    alarms.push(one(slowerOf(split, judging).includes(true)));
    const ofMethod = members.get(methods[k % methods.length]!)!;
    const single = inTurn.slice(k % inTurn.length).slice(0, 1);
    for (const { of, factor, found, misnamed } of slowdowns) {
      const slow = of === 'method' ? ofMethod : single;
      const isFound = slowerOf(slowed(split, slow, factor), judging);
      for (const name of VARIATIONS) {
        const alike = slow.filter((i) => cases[i]!.varies === name);
        found[name].push({ found: alike.filter((i) => isFound[i]).length, of: alike.length });
      }
      for (const i of slow) isFound[i] = false;
      misnamed.push(one(isFound.includes(true)));
    }
  }
  return { alarms, slowdowns };
}

function indicesOf(cases: readonly RecordedCase[], name: string): number[] {
  return [...cases.keys()].filter((i) => cases[i]!.method === name);
}

const nothingFound = (): Record<Variation, Count[]> => ({ 'below 3 %': [], '3 to 10 %': [], 'above 10 %': [] });

/** A case of one comparison. */
interface SplitCase extends TimedCase {
  /** Whether the forks of each side agree, where they must. */
  readonly isKnown: boolean;
  readonly sum: RankSum;
}

function splitAll(cases: readonly RecordedCase[], random: Random): SplitCase[] {
  return cases.map(({ groups, forks, mustAgree }) => {
    const sides = halves(forks, random);
    const isKnown = !mustAgree || (agree(sides.base) && agree(sides.head));
    return { groups, ...sides, isKnown, sum: rankSum(sides.base, sides.head) };
  });
}

function slowed(split: readonly SplitCase[], slow: readonly number[], factor: number): SplitCase[] {
  const changed = [...split];
  for (const i of slow) {
    const each = split[i]!;
    const head = each.head.map((time) => factor * time);
    changed[i] = { ...each, head, sum: rankSum(each.base, head) };
  }
  return changed;
}

/**
 * Which cases are called slower: as in a comparison, forks that disagree silence a case only where the sides overlap.
 */
function slowerOf(split: readonly SplitCase[], judging: Judging): boolean[] {
  const sums = split.map(({ sum }) => sum);
  return slowerCases(split, judging, sums).map((isSlower, i) => {
    const { isKnown, base, head } = split[i]!;
    return isSlower && (isKnown || areApart(base, head, judging.threshold));
  });
}

const one = (isFound: boolean): Count => ({ found: isFound ? 1 : 0, of: 1 });
