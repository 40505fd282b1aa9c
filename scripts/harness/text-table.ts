import Table from 'cli-table3';

/** A table without frames; numbers to the right. */
export function tableText(head: readonly string[], body: readonly (readonly string[])[]): string {
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
    colAligns: head.map((_, i) => (i === 0 ? 'left' : 'right')),
  });
  table.push(...body.map((row) => [...row]));
  return table.toString();
}
