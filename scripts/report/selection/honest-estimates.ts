import type { Results } from '../content/results.ts';
import { inOrder } from '../theme/methods.ts';
import { distinct } from './derivative-rows.ts';

type AccuracyRow = Results['accuracy'][number];

/** How honest a method was about its errors, over all cases in which it estimated them. */
export interface EstimateRecord {
  readonly method: string;
  /** Cases (a problem at a size, and an operator), by the entry and point at which the error is most estimates. */
  readonly cases: number;
  /** Those with an error of at most one estimate, and of at most ten. */
  readonly withinOne: number;
  readonly withinTen: number;
  /** Those where it claims no digit of some entry at some point. */
  readonly unclaimed: number;
  /** The worst case. */
  readonly worst: { readonly of: string; readonly ratio: number };
}

/**
 * Each method with estimates in accuracy.csv, in the order of the lecture; none where the rows are older than the
 * estimates.
 */
export function estimateRecords(rows: readonly AccuracyRow[]): EstimateRecord[] {
  const estimated = rows.flatMap((row) =>
    // what is no number claims nothing
    row.error_to_estimate === undefined || Number.isNaN(row.error_to_estimate)
      ? []
      : [{ ...row, ratio: row.error_to_estimate }],
  );
  return inOrder(distinct(estimated.map(({ method }) => method))).map((method) => {
    const own = estimated.filter((row) => row.method === method);
    const worst = own.reduce((a, b) => (b.ratio > a.ratio ? b : a));
    return {
      method,
      cases: own.length,
      withinOne: own.filter(({ ratio }) => ratio <= 1).length,
      withinTen: own.filter(({ ratio }) => ratio <= 10).length,
      unclaimed: own.filter((row) => row.error_estimate === Number.POSITIVE_INFINITY).length,
      worst: { of: `${worst.suite}/${worst.problem}`, ratio: worst.ratio },
    };
  });
}
