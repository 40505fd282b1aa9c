import { OUTCOMES } from '../../tables/tables.ts';
import { count, list, number, plural } from '../../words/words.ts';
import type { Cell, Table } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { rowsByTable, type TableRows } from '../selection/rows-by-table.ts';

/** How many rows each table has, and how they ended. */
export function outcomeCounts(results: Results): Table {
  const tables = rowsByTable(results);
  const heads = ['table', 'rows', ...OUTCOMES];
  return {
    kind: 'table',
    name: 'outcome-counts',
    title: 'Rows and outcomes of each table',
    remake: 'npm run bench',
    columns: heads.map((text, i) => ({ head: { text }, align: i === 0 ? 'left' : 'right' })),
    rows: tables.map(rowOf),
    reading: readingOf(tables),
  };
}

function rowOf({ table, rows }: TableRows): Cell[] {
  return [
    { text: `${table.name}.csv` },
    { text: String(rows.length), value: rows.length, ...(rows.length === 0 && { tone: 'skipped' }) },
    ...OUTCOMES.map((outcome): Cell => {
      const own = rows.filter((row) => row.outcome === outcome).length;
      return { text: String(own), value: own };
    }),
  ];
}

function readingOf(tables: readonly TableRows[]): string[] {
  const rows = tables.flatMap((each) => each.rows);
  const empty = tables.filter((each) => each.rows.length === 0).map(({ table }) => `${table.name}.csv`);
  const ok = rows.filter(({ outcome }) => outcome === 'ok').length;
  return [
    rows.length > 0
      ? `${count(ok)} of ${plural(rows.length, 'row')} ended ok (${number((100 * ok) / rows.length)} %); every other row says why it is not.`
      : 'There is no row at all.',
    ...(empty.length > 0 ? [`Without rows: ${list(empty)}.`] : []),
  ];
}
