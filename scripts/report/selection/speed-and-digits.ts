import { median } from 'simple-statistics';
import { knownRatio } from '../../tables/reading/known-time.ts';
import type { Results } from '../content/results.ts';
import { caseOf, distinct, isDerivative, methodsOf } from './derivative-rows.ts';
import { rankingOf } from './ranking.ts';

/** The cost and the digits of a method in a suite. */
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

/**
 * A method that ran out of time or memory in cases of a suite that others answered: the rest are the cheap ones, and
 * have no mean.
 */
export interface OutOfTime {
  readonly suite: string;
  readonly method: string;
}

/** Time and correct digits of a derivative, per suite and method; the fastest first. */
export function speedAndDigits({ timing, accuracy }: Results): {
  readonly marks: readonly SpeedAndDigits[];
  readonly out: readonly OutOfTime[];
} {
  const timed = timing.filter(isDerivative);
  const suites = distinct(timed.map(({ suite }) => suite)).map((suite) => {
    const own = timed.filter((row) => row.suite === suite);
    const { cases, complete, incomplete } = rankingOf(own, knownRatio);
    const late = outOfTime(own);
    const marks = [...complete, ...incomplete].flatMap(({ method, mean, answered }) => {
      const isOwn = ({ method: other }: { readonly method: string | undefined }) => other === method;
      const known = own.filter((row) => isOwn(row) && knownRatio(row) !== undefined);
      const right = accuracy.filter((row) => isOwn(row) && row.outcome === 'ok');
      const digits = middleDigits(new Set(known.map(caseOf)), right);
      return digits === undefined || late.includes(method)
        ? []
        : [{ suite, method, ratio: mean, digits, answered, cases }];
    });
    return { marks, out: late.map((method) => ({ suite, method })) };
  });
  return { marks: suites.flatMap(({ marks }) => marks), out: suites.flatMap(({ out }) => out) };
}

/** The methods that ran out of time or memory, or failed, in a case that another answered. */
function outOfTime(rows: Results['timing']): string[] {
  const answered = new Set(rows.filter(({ outcome }) => outcome === 'ok').map(caseOf));
  return methodsOf(
    rows.filter((row) => (row.outcome === 'timeout' || row.outcome === 'error') && answered.has(caseOf(row))),
  );
}

function middleDigits(cases: ReadonlySet<string>, rows: Results['accuracy']): number | undefined {
  const digits = rows.flatMap((row) => (cases.has(caseOf(row)) ? (row.digits ?? []) : []));
  const known = digits.filter((each) => Number.isFinite(each));
  return known.length === 0 ? undefined : median(known);
}
