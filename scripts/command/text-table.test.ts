import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listText } from '../bench/run/list.ts';
import { inTerminal } from '../fixtures/narrow-terminal.ts';
import { fittedLines, lineWidth } from './line-width.ts';
import { fittedTable, tableText } from './text-table.ts';

const name = fc.stringMatching(/^[a-z]{1,12}(-[a-z]{1,12}){0,3}$/);
const cell = fc.stringMatching(/^[0-9.]{1,9}$/);

describe('a table in a terminal', () => {
  it('fits from 60 columns on, with every letter, and has numbers whole', async () => {
    const property = fc.asyncProperty(
      fc.integer({ min: 60, max: 200 }),
      fc.array(fc.tuple(name, cell, cell, cell), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 0, max: 4 }),
      async (columns, body, indent) => {
        const text = await inTerminal(columns, () => fittedTable(['', 'one', 'two', 'three'], body, indent));
        for (const line of text.split('\n')) expect(line.length + indent).toBeLessThanOrEqual(columns);
        for (const row of body) for (const number of row.slice(1)) expect(text).toContain(number);
        const letters = (all: string) => all.replaceAll(/[^a-z-]/g, '');
        expect(letters(text)).toBe(letters(`onetwothree${body.map(([first]) => first).join('')}`));
      },
    );
    await fc.assert(property, { numRuns: 50 });
  });

  it('has long names whole where its columns have widths', async () => {
    const layout = { widths: [25, 30, 20], aligns: ['left', 'right', 'right'] } as const;
    const row = ['reverse-graph-webassembly', '1'.repeat(28), '2'.repeat(18)];
    const text = await inTerminal(60, () => tableText(['', 'one', 'two'], [row], layout));
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(60);
    expect(text.replaceAll(/[^a-z-]/g, '')).toBe('onetworeverse-graph-webassembly');
  });

  it('is as wide as it is where there is room, or no terminal', async () => {
    const body = [['reverse-graph-webassembly '.repeat(3), '1']];
    const wide = tableText(['', 'time'], body);
    expect(fittedTable(['', 'time'], body)).toBe(wide);
    expect(await inTerminal(90, () => fittedTable(['', 'time'], body))).toBe(wide);
    expect(await inTerminal(60, () => fittedTable(['', 'time'], body))).not.toBe(wide);
  });

  it('has lines of 60 to 80 characters', async () => {
    for (const [columns, width] of [
      [20, 60],
      [60, 60],
      [70, 70],
      [80, 80],
      [200, 80],
    ] as const)
      expect(await inTerminal(columns, lineWidth)).toBe(width);
    expect(lineWidth()).toBe(80);
    expect(await inTerminal(60, () => fittedLines(`a\n${'word '.repeat(20)}`))).toBe(
      ['a', 'word '.repeat(12).trim(), 'word '.repeat(8).trim()].join('\n'),
    );
  });

  it('is the list of all problems too, which is whole', async () => {
    const whole = await listText([]);
    const narrow = await inTerminal(60, () => listText([]));
    for (const line of narrow.split('\n')) expect(line.length, line).toBeLessThanOrEqual(60);
    const words = (text: string) => text.split(/\s+/).sort();
    expect(words(narrow)).toEqual(words(whole));
  });
});
