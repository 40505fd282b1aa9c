import { lineWidth } from '../command/line-width.ts';
import { tableText } from '../command/text-table.ts';
import type { Cell, Section, Table } from '../report/content/parts.ts';

/** Sections as text that fits the terminal. Diagrams are left to files. */
export function terminalText(sections: readonly Section[]): string {
  return sections.map(sectionText).filter(Boolean).join('\n\n');
}

/** Words on lines that fit the terminal; a word that is longer is cut. */
export function wrapped(text: string, indent = ''): string {
  const lines = [''];
  for (const word of text
    .split(/\s+/)
    .flatMap((each) => each.match(new RegExp(`.{1,${lineWidth() - 10}}`, 'gu')) ?? [])) {
    const line = lines.at(-1)!;
    if (line === '') lines[lines.length - 1] = word;
    else if (widthOf(`${indent}${line} ${word}`) <= lineWidth()) lines[lines.length - 1] = `${line} ${word}`;
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
  const widths = columns.map((_, i) => Math.max(...texts.map((row) => widthOf(row[i]!))));
  const [head, ...body] = texts;
  const table = tableText(head!, body, { widths, aligns: columns.map(({ align }) => align) });
  const notes = [...new Set(rows.flatMap(noteOf))].map((note) => wrapped(note, '  '));
  const trimmed = table.split('\n').map((line) => line.trimEnd());
  return [wrapped(title), '', ...trimmed, ...notes, ...reading.map((sentence) => wrapped(sentence))].join('\n');
}

function noteOf(row: readonly Cell[]): string[] {
  return row.flatMap(({ note }) => (note === undefined ? [] : [`${row[0]!.text}: ${note}`]));
}
