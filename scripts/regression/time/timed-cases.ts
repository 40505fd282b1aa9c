import { type Columns, keyColumns, type Row, rowKey } from '../../harness/output/column.ts';
import { timing } from '../../harness/output/tables.ts';
import type { Side } from '../side.ts';
import type { TimedCase } from './verdicts.ts';

/** Below this share of forks in a steady state, a case has none. */
const STEADY_SHARE = 0.75;

/** A case that both sides have timed, by ratios to the primal of the same fork. */
export interface NamedCase extends TimedCase {
  readonly what: string;
  readonly row: Row<Columns>;
}

/** The cases that are ok on both sides. */
export function timedCases(base: Side, head: Side): NamedCase[] {
  const rowsOf = (side: Side) => (side.rows.get(timing.name) ?? []).filter(({ outcome }) => outcome === 'ok');
  const heads = new Map(rowsOf(head).map((row) => [rowKey<Columns>(timing, row), row]));
  return rowsOf(base).flatMap((row) => {
    const other = heads.get(rowKey<Columns>(timing, row));
    const [ofBase, ofHead] = [ratiosOf(row), ratiosOf(other)];
    if (!other || ofBase.length === 0 || ofHead.length === 0) return [];
    return {
      what: keyColumns<Columns>(timing)
        .map((name) => row[name])
        .join(' '),
      row,
      groups: [`method ${row.method}`, `problem ${row.suite}/${row.problem}`],
      base: ofBase,
      head: ofHead,
      isSteady: [row, other].every(({ steady_forks, forks }) => Number(steady_forks) >= STEADY_SHARE * Number(forks)),
    };
  });
}

function ratiosOf(row: Row<Columns> | undefined): number[] {
  const listed = row?.fork_ratios;
  return typeof listed === 'string' ? listed.split(' ').map(Number) : [];
}
