import Table from 'cli-table3';
import { lineWidth, terminalRoom } from './line-width.ts';

/**
 * Widths of columns, in which words wrap and of which the widest gives way where the line is short, and which side they
 * stand on.
 */
export interface TextLayout {
  readonly widths: readonly number[];
  readonly aligns: readonly ('left' | 'right')[];
}

/** A table without frames; numbers to the right. */
export function tableText(head: readonly string[], body: readonly (readonly string[])[], layout?: TextLayout): string {
  const chars = {
    top: '',
    'top-mid': '',
    'top-left': '',
    'top-right': '',
    bottom: '',
    'bottom-mid': '',
    'bottom-left': '',
    'bottom-right': '',
    left: '',
    'left-mid': '',
    mid: '',
    'mid-mid': '',
    right: '',
    'right-mid': '',
    middle: ' ',
  };
  const widths = layout && fitted(layout.widths, lineWidth());
  const table = new Table({
    head: [...head],
    chars,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: layout ? [...layout.aligns] : head.map((_, i) => (i === 0 ? 'left' : 'right')),
    ...(widths && { colWidths: widths, wordWrap: true }),
  });
  const room = widths?.[0] ?? Infinity;
  const isCut = (name: string) => name.split(/\s/).some((word) => word.length > room);
  table.push(...body.map(([name = '', ...cells]) => [isCut(name) ? broken(name, room) : name, ...cells]));
  return table.toString();
}

/**
 * A table without frames, `indent` characters from the left. In a terminal that it would not fit, the first column is
 * broken into lines.
 */
export function fittedTable(head: readonly string[], body: readonly (readonly string[])[], indent = 0): string {
  const widths = head.map((_, i) => Math.max(...[head, ...body].map((row) => row[i]?.length ?? 0)));
  const excess = widths.reduce((sum, width) => sum + width + GAP, -GAP) + indent - terminalRoom();
  if (!(excess > 0)) return tableText(head, body);
  const room = Math.max(LEAST_NAME, widths[0]! - excess);
  const rows = body.map(([name = '', ...cells]) => [broken(name, room), ...cells]);
  return tableText(head, rows).replaceAll(/ +$/gm, '');
}

/** The space between two columns. */
const GAP = 1;
/** A name is not broken into pieces that are shorter. */
const LEAST_NAME = 8;

/** Widths of columns that together fit: the widest give way. */
function fitted(natural: readonly number[], room: number): number[] {
  const widths = [...natural];
  const total = () => widths.reduce((sum, width) => sum + width + GAP, -GAP);
  while (total() > room) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest]!--;
  }
  return widths;
}

/** A name in lines of so many characters, which end at a hyphen, a slash or a space where they can. */
function broken(name: string, room: number): string {
  const lines = [''];
  for (const piece of name
    .split(/(?<=[-\s/,])/)
    .flatMap((each) => each.match(new RegExp(`.{1,${room}}`, 'gu')) ?? [])) {
    if (lines.at(-1)!.length + piece.length > room) lines.push('');
    lines[lines.length - 1] += piece;
  }
  return lines.map((line) => line.trimEnd()).join('\n');
}
