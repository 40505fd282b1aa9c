import { type Random, seededRandom } from '../../../suites/random.ts';
import { agree } from '../../harness/statistics.ts';
import { type Judging, slowerCases, type TimedCase } from '../time/verdicts.ts';
import type { Count } from './rate.ts';
import type { RecordedCase, Variation } from './recording.ts';
import { halves, shuffled } from './split.ts';

/** What is made slower in the head, and how many times. */
export interface Slowdown {
  readonly of: 'method' | 'case';
  readonly factor: number;
}

/** What was found of a slowdown, comparison by comparison. */
export interface SlowdownCounts extends Slowdown {
  readonly found: Readonly<Record<Variation, readonly Count[]>>;
  /** Comparisons in which a case was called slower that was not. */
  readonly misnamed: readonly Count[];
}

/** What many comparisons of the recorded code with itself said. */
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
 * Splits the forks of every case at random into base and head, again and again; judges each split as it is, and with each slowdown
 * planted into the head: of one method in turn, or of one case in turn.
 */
export function countSplits(
  cases: readonly RecordedCase[],
  comparisons: number,
  seed: number,
  judging: Judging,
): SplitCounts {
  const random = seededRandom(seed);
  const methods = [...new Set(cases.map(({ method }) => method))];
  const inTurn = shuffled([...cases.keys()], random);
  const alarms: Count[] = [];
  const judged = SLOWDOWNS.map((slowdown): { slowdown: Slowdown; outcomes: Planted[] } => ({ slowdown, outcomes: [] }));
  for (let k = 0; k < comparisons; k++) {
    const split = splitAll(cases, random);
    alarms.push(one(slowerOf(split, judging).includes(true)));
    const method = methods[k % methods.length]!;
    const single = inTurn[k % inTurn.length]!;
    for (const { slowdown, outcomes } of judged) {
      const isSlowed = cases.map((each, i) => (slowdown.of === 'method' ? each.method === method : i === single));
      outcomes.push({ isSlowed, isFound: slowerOf(slowed(split, isSlowed, slowdown.factor), judging) });
    }
  }
  return { alarms, slowdowns: judged.map(({ slowdown, outcomes }) => ({ ...slowdown, ...counted(cases, outcomes) })) };
}

/** A case of one comparison. */
interface SplitCase extends TimedCase {
  /** Whether the forks of each side agree, where they must. */
  readonly isKnown: boolean;
}

function splitAll(cases: readonly RecordedCase[], random: Random): SplitCase[] {
  return cases.map(({ groups, forks, mustAgree }) => {
    const sides = halves(forks, random);
    return { groups, ...sides, isKnown: !mustAgree || (agree(sides.base) && agree(sides.head)) };
  });
}

function slowed(split: readonly SplitCase[], isSlowed: readonly boolean[], factor: number): SplitCase[] {
  return split.map((each, i) => (isSlowed[i] ? { ...each, head: each.head.map((time) => factor * time) } : each));
}

/** Which cases are called slower; none whose time is not known. */
function slowerOf(split: readonly SplitCase[], judging: Judging): boolean[] {
  const known = [...split.keys()].filter((i) => split[i]!.isKnown);
  const isSlower = slowerCases(
    known.map((i) => split[i]!),
    judging,
  );
  const found = new Set(known.filter((_, k) => isSlower[k]));
  return split.map((_, i) => found.has(i));
}

const one = (isFound: boolean): Count => ({ found: isFound ? 1 : 0, of: 1 });

/** One comparison with a slowdown, case by case. */
interface Planted {
  readonly isSlowed: readonly boolean[];
  readonly isFound: readonly boolean[];
}

function counted(cases: readonly RecordedCase[], outcomes: readonly Planted[]) {
  const foundOf = (wanted: Variation) =>
    outcomes.map(({ isSlowed, isFound }): Count => {
      const members = cases.flatMap(({ varies }, i) => (isSlowed[i] && varies === wanted ? i : []));
      return { found: members.filter((i) => isFound[i]).length, of: members.length };
    });
  return {
    found: {
      'below 3 %': foundOf('below 3 %'),
      '3 to 10 %': foundOf('3 to 10 %'),
      'above 10 %': foundOf('above 10 %'),
    },
    misnamed: outcomes.map(({ isSlowed, isFound }) => one(isFound.some((each, i) => each && !isSlowed[i]))),
  };
}
