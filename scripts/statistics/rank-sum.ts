/** How much larger one sample is than another, by ranks: no assumption about the shape of their distribution. */

/** A rank-sum test of two samples. */
export interface RankSum {
  /** Pairs (b, h) of a value of each sample with h > b; a tie counts half. */
  readonly wins: number;
  /** Expectation of `wins` where the samples do not differ. */
  readonly expected: number;
  /** Variance of `wins` where the samples do not differ. */
  readonly variance: number;
}

/** Counts in how many pairs the head is above the base (Mann and Whitney, Ann. Math. Stat. 18, 1947). */
export function rankSum(base: readonly number[], head: readonly number[]): RankSum {
  let wins = 0;
  for (const b of base) for (const h of head) wins += h > b ? 1 : h === b ? 0.5 : 0;
  const pairs = base.length * head.length;
  return { wins, expected: pairs / 2, variance: (pairs * (base.length + head.length + 1)) / 12 };
}

/**
 * Probability that two samples of these sizes from one continuous distribution have at least so many wins: exact, by
 * the recursion of Mann and Whitney. Half a win, from a tie, is rounded down: against an alarm.
 */
export function upperTail(wins: number, base: number, head: number): number {
  const least = Math.floor(wins);
  return least <= 0 ? 1 : (tails(base, head)[least] ?? 0);
}

/** Sizes of two samples in one number. */
const sizesKey = (base: number, head: number) => 2 ** 20 * base + head;

const knownTails = new Map<number, Float64Array>();

/** The probability of 0, 1, 2, ... wins or more. */
function tails(base: number, head: number): Float64Array {
  const key = sizesKey(base, head);
  const before = knownTails.get(key);
  if (before) return before;
  const orders = Float64Array.from(distribution(base, head));
  for (let wins = orders.length - 2; wins >= 0; wins--) orders[wins]! += orders[wins + 1]!;
  const probabilities = orders.map((count) => count / orders[0]!);
  knownTails.set(key, probabilities);
  return probabilities;
}

const known = new Map<number, Float64Array>();

/**
 * In how many of the orders of `base` and `head` values there are 0, 1, 2, ... wins. The largest of all values is
 * either of the head, and then wins against every base value, or of the base, and then wins nothing. Counts are
 * doubles: additions only, so no digit is lost.
 */
function distribution(base: number, head: number): Float64Array {
  const key = sizesKey(base, head);
  const before = known.get(key);
  if (before) return before;
  const counts = new Float64Array(base * head + 1);
  if (base === 0 || head === 0) counts[0] = 1;
  else {
    for (const [wins, count] of distribution(base, head - 1).entries()) counts[wins + base]! += count;
    for (const [wins, count] of distribution(base - 1, head).entries()) counts[wins]! += count;
  }
  known.set(key, counts);
  return counts;
}
