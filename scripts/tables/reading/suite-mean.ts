import { logAverage } from 'simple-statistics';
import type { Row } from '../column/column.ts';
import type { timing } from '../tables.ts';
import { knownRatio } from './known-time.ts';

type TimingRow = Row<typeof timing.columns>;

/** How a method does over the cases of a suite that any method answered. */
export interface SuiteMean {
  /** Geometric mean over the cases whose time is known; undefined where there is none. */
  readonly mean: number | undefined;
  /** Cases whose time is known, and how many the suite has. */
  readonly known: number;
  readonly cases: number;
  /**
   * Whether a case ended by its time or memory. There is then no mean, since the others are the cheap ones. Means of
   * methods compare only where neither this is so nor a case is lacking.
   */
  readonly isOut: boolean;
}

/** The standing of a method among the rows of one suite; undefined where nothing was asked of it. */
export function suiteMean(rows: readonly TimingRow[], method: string): SuiteMean | undefined {
  const cases = new Set(rows.filter(({ outcome }) => outcome === 'ok').map(caseOf));
  const own = rows.filter((row) => row.method === method);
  if (own.every(({ outcome }) => outcome === 'unsupported' || outcome === 'skipped')) return undefined;
  const ratios = own.flatMap((row) => knownRatio(row) ?? []);
  const isOut = own.some((row) => (row.outcome === 'timeout' || row.outcome === 'error') && cases.has(caseOf(row)));
  const mean = isOut || ratios.length === 0 ? undefined : logAverage(ratios);
  return { mean, known: ratios.length, cases: cases.size, isOut };
}

function caseOf({ problem, size, operator }: TimingRow): string {
  return JSON.stringify([problem, size, operator]);
}
