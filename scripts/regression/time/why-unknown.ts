import type { Columns, Row } from '../../tables/column/column.ts';
import { whyUnknown } from '../../tables/reading/known-time.ts';

/** Below this share of forks in a steady state, a row without the column `steady` has none. */
const STEADY_SHARE = 0.75;

/**
 * Says why the time of a row of timing.csv is not known; undefined where it is known. Rows of older versions are judged
 * by `steady_forks`.
 */
export function whyTimeUnknown(row: Row<Columns>): string | undefined {
  if (row.steady !== undefined) return whyUnknown({ steady: text(row.steady), forks_agree: text(row.forks_agree) });
  const { steady_forks: steady, forks } = row;
  const isUnsteady = typeof steady === 'number' && typeof forks === 'number' && steady < STEADY_SHARE * forks;
  return whyUnknown({ steady: isUnsteady ? 'no' : undefined, forks_agree: text(row.forks_agree) });
}

/** Says why the row reached no steady state; undefined where it did. */
export function whyUnsteady(row: Row<Columns>): string | undefined {
  return whyTimeUnknown({ ...row, forks_agree: undefined });
}

function text(cell: string | number | undefined): string | undefined {
  return typeof cell === 'string' ? cell : undefined;
}
