import { markdownTable } from 'markdown-table';
import type { Cell, Table } from '../content/parts.ts';
import { stretches } from '../content/prose.ts';
import { toneWord } from './tone.ts';

/** The table for GitHub, aligned, with its title and what to read off it. */
export function tableMarkdown({ title, columns, rows, reading, remake }: Table): string {
  const table = markdownTable(
    [columns.map(({ head }) => cellMarkdown(head)), ...rows.map((row) => row.map(cellMarkdown))],
    {
      align: columns.map(({ align }) => align),
    },
  );
  const words = reading.length > 0 ? `${reading.map(proseMarkdown).join(' ')}\n\n` : '';
  return `**${proseMarkdown(title)}**\n\n${table}\n\n${words}Made again by \`${remake}\` and \`npm run report\`.\n`;
}

function cellMarkdown(cell: Cell): string {
  const text = cell.tex === undefined ? proseMarkdown(cell.text) : maths(cell.tex);
  const word = toneWord(cell);
  if (word === undefined || text === '') return text || (word ?? '');
  return word === 'best' ? `**${text}**` : `${text} (${word})`;
}

function proseMarkdown(prose: string): string {
  return stretches(prose)
    .map(({ kind, text }) => {
      if (kind === 'tex') return maths(text);
      return kind === 'code' ? `\`${text.replaceAll('|', '\\|')}\`` : escaped(text);
    })
    .join('');
}

/** In a table a bar ends the cell, even in mathematics. */
function maths(tex: string): string {
  return `$${tex.replaceAll('\\|', '\\Vert ').replaceAll('|', '\\vert ')}$`;
}

function escaped(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_|<>[\]$~]/g, '\\$&');
}
