/** Cases near their time limit: one side may have passed it for no other reason than that the machine was busy. */
import { type Columns, type Row, rowKey, type Table } from '../../tables/column/column.ts';
import { memory } from '../../tables/tables.ts';
import { ALL_TABLES, type Side } from '../sides/side.ts';
import type { Selected } from './evidence.ts';
import type { SideName } from './turns.ts';

/** With so many s a case that is not finished is slow indeed. */
const PATIENT_LIMIT = 10;

type Sides = Readonly<Record<SideName, Side>>;

/** Measures a side again. */
type Measure = (side: SideName, selected: Selected) => Promise<Side>;

/** The sides, with what ran out of time on one of them alone measured again on both, with a longer limit. */
export async function withSecondChance(sides: Sides, selected: Selected, measure: Measure): Promise<Sides> {
  const doubtful = new Map(ALL_TABLES.map((table) => [table.name, doubtfulRows(table, sides)]));
  const rows = [...doubtful].flatMap(([table, found]) => found.map((row) => ({ table, row })));
  if (rows.length === 0) return sides;
  // computations whose memory is counted have names of their own
  const problems = rows.some(({ table }) => table === memory.name)
    ? undefined
    : rows.map(({ row }) => String(row.problem));
  const again = { ...selected, ...(problems && { problems: [...new Set(problems)] }), timeLimit: PATIENT_LIMIT };
  const [base, head] = [await measure('base', again), await measure('head', again)];
  return { base: replaced(sides.base, base, doubtful), head: replaced(sides.head, head, doubtful) };
}

/** Rows of a table that one side alone did not finish in time. */
function doubtfulRows(table: Table<Columns>, { base, head }: Sides): readonly Row<Columns>[] {
  const heads = new Map((head.rows.get(table.name) ?? []).map((row) => [rowKey(table, row), row]));
  return (base.rows.get(table.name) ?? []).filter((row) => {
    const other = heads.get(rowKey(table, row));
    return other !== undefined && (row.outcome === 'timeout') !== (other.outcome === 'timeout');
  });
}

function replaced(side: Side, again: Side, doubtful: ReadonlyMap<string, readonly Row<Columns>[]>): Side {
  const rows = ALL_TABLES.map((table) => {
    const keys = new Set((doubtful.get(table.name) ?? []).map((row) => rowKey(table, row)));
    const news = new Map((again.rows.get(table.name) ?? []).map((row) => [rowKey(table, row), row]));
    const before = side.rows.get(table.name) ?? [];
    const after = before.map((row) => {
      const key = rowKey(table, row);
      return (keys.has(key) ? news.get(key) : undefined) ?? row;
    });
    return [table.name, after] as const;
  });
  return { ...side, rows: new Map(rows) };
}
