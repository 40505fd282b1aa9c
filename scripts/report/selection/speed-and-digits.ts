import { median } from 'simple-statistics';
import type { Results } from '../results.ts';
import { caseOf, distinct, isDerivative } from './derivative-rows.ts';
import { rankingOf } from './ranking.ts';

/** What a method takes and what it gives in a suite. */
export interface SpeedAndDigits {
  readonly suite: string;
  readonly method: string;
  /** Geometric mean of time / time of f over the cases that it answered. */
  readonly ratio: number;
  /** Median over the same cases of the correct digits of the worst entry. */
  readonly digits: number;
  /** Cases that it answered, of those that any method answered. */
  readonly answered: number;
  readonly cases: number;
}

/** Time and correct digits of a derivative, per suite and method; the fastest first. */
export function speedAndDigits({ timing, accuracy }: Results): SpeedAndDigits[] {
  const timed = timing.filter(isDerivative);
  return distinct(timed.map(({ suite }) => suite)).flatMap((suite) => {
    const own = timed.filter((row) => row.suite === suite);
    const { cases, complete, incomplete } = rankingOf(own, ({ ratio }) => ratio);
    return [...complete, ...incomplete].flatMap(({ method, mean, answered }) => {
      const isOwn = (row: { readonly method: string | undefined; readonly outcome: string | undefined }) =>
        row.method === method && row.outcome === 'ok';
      const digits = middleDigits(new Set(own.filter(isOwn).map(caseOf)), accuracy.filter(isOwn));
      return digits === undefined ? [] : [{ suite, method, ratio: mean, digits, answered, cases }];
    });
  });
}

function middleDigits(cases: ReadonlySet<string>, rows: Results['accuracy']): number | undefined {
  const digits = rows.flatMap((row) => (cases.has(caseOf(row)) ? (row.digits ?? []) : []));
  const known = digits.filter((each) => Number.isFinite(each));
  return known.length === 0 ? undefined : median(known);
}
