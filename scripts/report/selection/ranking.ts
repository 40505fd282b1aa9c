import { logAverage } from 'simple-statistics';
import { whyUnknown } from '../../tables/reading/known-time.ts';
import { type CaseRow, caseOf, isPositive, methodsOf } from './derivative-rows.ts';

/** How a method does over some cases. */
export interface Standing {
  readonly method: string;
  /** Geometric mean over the cases that it answered. */
  readonly mean: number;
  /** How many it answered. */
  readonly answered: number;
}

/** Methods by what they cost, the least first. */
export interface Ranking {
  /** Cases that any method answered. */
  readonly cases: number;
  /** Those that answered every case: the only ones whose means compare. */
  readonly complete: readonly Standing[];
  /** Those that answered some. */
  readonly incomplete: readonly Standing[];
}

/**
 * The rows of cases in which no time is unknown, so that means are over the same cases, and nobody wins because a rival
 * is not known.
 */
export function rowsKnownThroughout<R extends CaseRow & Parameters<typeof whyUnknown>[0]>(
  rows: readonly R[],
): readonly R[] {
  const out = new Set(rows.filter((row) => row.outcome === 'ok' && whyUnknown(row) !== undefined).map(caseOf));
  return rows.filter((row) => !out.has(caseOf(row)));
}

/** Ranks methods by the geometric mean of a cost over their ok rows. */
export function rankingOf<R extends CaseRow>(rows: readonly R[], costOf: (row: R) => number | undefined): Ranking {
  const answered = rows.filter((row) => row.outcome === 'ok' && isPositive(costOf(row)));
  const cases = new Set(answered.map(caseOf)).size;
  const standings = methodsOf(answered)
    .map((method): Standing => {
      const costs = answered.filter((row) => row.method === method).flatMap((row) => costOf(row) ?? []);
      return { method, mean: logAverage(costs), answered: costs.length };
    })
    .sort((a, b) => a.mean - b.mean);
  return {
    cases,
    complete: standings.filter((standing) => standing.answered === cases),
    incomplete: standings.filter((standing) => standing.answered < cases),
  };
}

/**
 * The rows of cases that no method refuses or gets wrong, so that one that can't do everything still compares; methods
 * without an answer anywhere do not count. All rows where nothing would remain.
 */
export function rowsWithinReach<R extends CaseRow>(rows: readonly R[]): readonly R[] {
  const answering = new Set(rows.filter(({ outcome }) => outcome === 'ok').map(({ method }) => method));
  const refused = rows.filter(
    ({ method, outcome }) => answering.has(method) && (outcome === 'unsupported' || outcome === 'wrong'),
  );
  const out = new Set(refused.map(caseOf));
  const within = rows.filter((row) => !out.has(caseOf(row)));
  return within.some(({ outcome }) => outcome === 'ok') ? within : rows;
}
