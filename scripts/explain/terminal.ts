import { tableText } from '../harness/text-table.ts';
import type { Cell, Section, Table } from '../report/parts.ts';

/** Characters of a line. */
const WIDTH = 80;
const GAP = 1;

/** Sections as text that fits a terminal of 80 columns. Diagrams are left to files. */
export function terminalText(sections: readonly Section[]): string {
  return sections.map(sectionText).filter(Boolean).join('\n\n');
}

/** Words on lines of 80 characters; a word that is longer is cut. */
export function wrapped(text: string, indent = ''): string {
  const lines = [''];
  for (const word of text.split(/\s+/).flatMap((each) => each.match(/.{1,70}/gu) ?? [])) {
    const line = lines.at(-1)!;
    if (line === '') lines[lines.length - 1] = word;
    else if (widthOf(`${indent}${line} ${word}`) <= WIDTH) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => indent + line).join('\n');
}

/** Columns that a text takes: accents stand over letters. */
export function widthOf(text: string): number {
  return Array.from(text.replaceAll(/\p{M}/gu, '')).length;
}

function sectionText({ title, question, text, parts }: Section): string {
  const tables = parts.filter((part) => part.kind === 'table').map(tableBlock);
  if (text.length === 0 && tables.length === 0) return '';
  const isFirst = text.length > 0;
  return [
    ...(isFirst ? [wrapped(title), wrapped(question), ...text.map((each) => wrapped(each))] : []),
    ...tables,
  ].join('\n\n');
}

function tableBlock({ title, columns, rows, reading }: Table): string {
  const texts = [columns.map(({ head }) => head.text), ...rows.map((row) => row.map(({ text }) => text))];
  const widths = fitted(columns.map((_, i) => Math.max(...texts.map((row) => widthOf(row[i]!)))));
  const [head, ...body] = texts;
  const table = tableText(head!, body, { widths, aligns: columns.map(({ align }) => align) });
  const notes = [...new Set(rows.flatMap(noteOf))].map((note) => wrapped(note, '  '));
  const trimmed = table.split('\n').map((line) => line.trimEnd());
  return [wrapped(title), '', ...trimmed, ...notes, ...reading.map((sentence) => wrapped(sentence))].join('\n');
}

function noteOf(row: readonly Cell[]): string[] {
  return row.flatMap(({ note }) => (note === undefined ? [] : [`${row[0]!.text}: ${note}`]));
}

/** Widths of columns that together fit: the widest give way. */
function fitted(natural: readonly number[]): number[] {
  const widths = [...natural];
  const total = () => widths.reduce((sum, width) => sum + width + GAP, -GAP);
  while (total() > WIDTH) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest]!--;
  }
  return widths;
}
