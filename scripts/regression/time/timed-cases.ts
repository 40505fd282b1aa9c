import { type Columns, keyColumns, type Row, rowKey } from '../../harness/output/column.ts';
import { timing } from '../../harness/output/tables.ts';
import type { Side } from '../side.ts';
import type { TimedCase } from './verdicts.ts';

/** Below this share of forks in a steady state, a case has none. */
const STEADY_SHARE = 0.75;

/** What is compared of a case: ratios to the primal of the same fork, or times, which mean something only between forks that took turns. */
export type TimeMeasure = 'ratio' | 'absolute time';

const COLUMNS: Readonly<Record<TimeMeasure, string>> = { ratio: 'fork_ratios', 'absolute time': 'fork_ns' };

/** A case that both sides have timed. */
export interface NamedCase extends TimedCase {
  readonly measure: TimeMeasure;
  readonly what: string;
  readonly row: Row<Columns>;
}

/** The cases that are ok on both sides. */
export function timedCases(base: Side, head: Side, measure: TimeMeasure): NamedCase[] {
  const forksOf = (row: Row<Columns> | undefined) => numbersOf(row?.[COLUMNS[measure]]);
  const rowsOf = (side: Side) => (side.rows.get(timing.name) ?? []).filter(({ outcome }) => outcome === 'ok');
  const heads = new Map(rowsOf(head).map((row) => [rowKey<Columns>(timing, row), row]));
  return rowsOf(base).flatMap((row) => {
    const other = heads.get(rowKey<Columns>(timing, row));
    const [ofBase, ofHead] = [forksOf(row), forksOf(other)];
    if (!other || ofBase.length === 0 || ofHead.length === 0) return [];
    return {
      what: [...keyColumns<Columns>(timing).map((name) => row[name]), ...(measure === 'ratio' ? [] : [measure])].join(
        ' ',
      ),
      measure,
      row,
      groups: [`${measure} method ${row.method}`, `${measure} problem ${row.suite}/${row.problem}`],
      base: ofBase,
      head: ofHead,
      isSteady: [row, other].every(({ steady_forks, forks }) => Number(steady_forks) >= STEADY_SHARE * Number(forks)),
    };
  });
}

function numbersOf(listed: string | number | undefined): number[] {
  return typeof listed === 'string' ? listed.split(' ').map(Number) : [];
}
