import { describe, expect, it } from 'vitest';
import { NOTHING, timingRow } from '../fixtures/results.ts';
import { helmholtzTable } from './helmholtz-table.ts';
import { quotedFigures } from './quoted-figures.ts';

type Cells = Parameters<typeof timingRow>[0];

const cell = (method: string, n: number, cells: Cells): Cells => ({
  suite: 'helmholtz',
  problem: 'helmholtz',
  size: n,
  inputs: n,
  method,
  operator: 'gradient',
  ...cells,
});

const ROWS = [
  cell('forward', 8, { ratio: 40 }),
  cell('forward', 50, { ratio: 150 }),
  cell('reverse-tape', 8, { ratio: 9 }),
  cell('reverse-tape', 50, { ratio: 6.5 }),
  cell('symbolic-simplified', 8, { ratio: 7.25 }),
  cell('symbolic-simplified', 50, { outcome: 'timeout', reason: 'not finished after 1.5 s' }),
];

function tableOf(rows: readonly Cells[]) {
  const part = helmholtzTable({ ...NOTHING, timing: rows.map(timingRow) });
  if (part.kind === 'missing') throw new Error(part.why);
  return part;
}

describe("the survey's Helmholtz experiment", () => {
  it('has a ratio for each method and n, the smallest marked, and outcomes with their reason', () => {
    const { columns, rows } = tableOf(ROWS);
    expect(columns.map(({ head }) => head.text)).toEqual(['method', 'n = 8', 'n = 50']);
    expect(rows).toEqual([
      [
        { text: 'symbolic-simplified' },
        { text: '7.25', value: 7.25, tone: 'best' },
        { text: 'timeout', tone: 'timeout', note: 'not finished after 1.5 s' },
      ],
      [{ text: 'forward' }, { text: '40.0', value: 40 }, { text: '150', value: 150 }],
      [{ text: 'reverse-tape' }, { text: '9.00', value: 9 }, { text: '6.50', value: 6.5, tone: 'best' }],
    ]);
  });

  it('shows a time that is not known with the reason, and has no best where it would be the least', () => {
    const doubtful = [
      cell('manual', 8, { ratio: 2, forks_agree: 'no' }),
      cell('manual', 50, { ratio: 200, steady: 'no', forks_agree: 'yes' }),
    ];
    const { rows, reading } = tableOf([...ROWS, ...doubtful]);
    expect(rows[0]).toEqual([
      { text: 'manual' },
      { text: '2.00', tone: 'unknown', note: 'its processes disagree' },
      { text: '200', tone: 'unknown', note: 'no steady state was reached' },
    ]);
    const best = rows.flatMap((row) => row.filter(({ tone }) => tone === 'best').map(({ text }) => text));
    expect(best).toEqual(['6.50']);
    expect(reading[0]).toContain('the time of 6.50 (reverse-tape) to 150 (forward) evaluations');
    expect(reading).toContain(
      'Of 2 times that were measured nothing is made: its processes disagree (1) and no steady state was reached (1).',
    );
  });

  it('leaves out sizes and methods that were not timed, and says which', () => {
    const skipped = { outcome: 'skipped', ratio: undefined };
    const { columns, rows, reading } = tableOf([
      ...ROWS,
      ...['forward', 'reverse-tape', 'symbolic-simplified'].map((method) => cell(method, 22, skipped)),
      ...[8, 22, 50].map((n) => cell('richardson', n, skipped)),
    ]);
    expect(columns.map(({ head }) => head.text)).toEqual(['method', 'n = 8', 'n = 50']);
    expect(rows).toEqual(tableOf(ROWS).rows);
    expect(reading.at(-1)).toMatch(/^Not shown, since no gradient of it was timed: richardson/);
  });

  it('says the price of a gradient at the largest n, the missing sizes and the missing intervals', () => {
    expect(tableOf(ROWS).reading).toEqual([
      'A gradient in 50 variables takes the time of 6.50 (reverse-tape) to 150 (forward) evaluations of f; there is no time of symbolic-simplified.',
      'Sizes of the survey that are not in these results: 1, 15, 22, 29, 36 and 43; `npm run bench -- --harness timing --suite helmholtz` times them.',
      'Every case was timed in one process, so there are no intervals; `--forks 3` gives some.',
    ]);
  });

  it('has other words with other rows', () => {
    const sizes = [1, 8, 15, 22, 29, 36, 43, 50];
    const one = sizes.map((n) => cell('manual', n, { ratio: 2, ratio_ci_low: 1.9, ratio_ci_high: 2.2 }));
    const { reading, rows } = tableOf(one);
    expect(reading).toEqual([
      'A gradient in 50 variables takes the time of 2.00 (manual) evaluations of f.',
      'Intervals are at most 15 % of the ratio wide.',
    ]);
    expect(rows[0]![1]!.note).toBe('1.90 to 2.20');
    expect(tableOf(ROWS.map((row) => ({ ...row, outcome: 'timeout', ratio: undefined }))).reading[0]).toBe(
      'No method answered in time.',
    );
  });

  it('leaves out a method that has no gradient, in words', () => {
    const none = cell('gradient-difference', 8, { outcome: 'unsupported', reason: 'no gradient' });
    const { rows, reading } = tableOf([...ROWS, none]);
    expect(rows).toHaveLength(3);
    expect(reading.at(-1)).toBe('Not shown, since no gradient of it was timed: gradient-difference.');
  });

  it('is missing without rows', () => {
    expect(helmholtzTable(NOTHING)).toMatchObject({
      kind: 'missing',
      why: 'timing.csv has no gradient of the Helmholtz energy.',
    });
  });
});

describe('quoted figures', () => {
  it('are marked as quoted, with their source in every row', () => {
    const { title, reading, rows, columns } = quotedFigures();
    expect(title).toContain('Quoted, not measured here');
    expect(reading[0]).toContain('diffsharp.github.io/DiffSharp/benchmarks.html');
    for (const row of rows) expect(row.at(-1)!.text).toBe('DiffSharp 0.7');
    for (const row of rows) expect(row).toHaveLength(columns.length);
  });
});
