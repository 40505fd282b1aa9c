import { stringify } from 'csv-stringify/sync';
import { cellText } from '../../tables/csv.ts';
import type { Cell, Table } from '../content/parts.ts';
import { plain } from '../content/prose.ts';

/** The table as CSV: numbers not rounded, and what there is to say about cells in a last column. */
export function tableCsv({ columns, rows }: Table): string {
  const heads = columns.map(({ head }) => plain(head.text));
  const hasNotes = rows.some((row) => row.some(({ note }) => note !== undefined));
  const notesOf = (row: readonly Cell[]) =>
    row.flatMap(({ note }, i) => (note === undefined ? [] : `${heads[i] ?? ''}: ${plain(note)}`)).join('; ');
  return stringify([
    [...heads, ...(hasNotes ? ['notes'] : [])],
    ...rows.map((row) => [
      ...row.map(({ text, value }) => cellText(value ?? plain(text))),
      ...(hasNotes ? [notesOf(row)] : []),
    ]),
  ]);
}
