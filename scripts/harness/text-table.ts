import Table from 'cli-table3';

/** Widths of columns, in which words wrap, and which side they stand on. */
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
  const table = new Table({
    head: [...head],
    chars,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: layout ? [...layout.aligns] : head.map((_, i) => (i === 0 ? 'left' : 'right')),
    ...(layout && { colWidths: [...layout.widths], wordWrap: true }),
  });
  table.push(...body.map((row) => [...row]));
  return table.toString();
}
