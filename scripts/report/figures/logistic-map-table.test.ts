import { describe, expect, it } from 'vitest';
import { NOTHING, sizeRow } from '../fixtures/results.ts';
import { logisticMapTable } from './logistic-map-table.ts';
import { readable, texOf } from './polynomial-tex.ts';

type Cells = Parameters<typeof sizeRow>[0];

const row = (n: number, form: string, of: string, cells: Cells): Cells => ({
  suite: 'logistic-map',
  problem: 'factored',
  n,
  form,
  of,
  ...cells,
});

const ROWS = [
  row(2, 'raw', 'function', { operators: 3, distinct: 6, characters: 17, text: '4 * x1 * (1 - x1)' }),
  row(2, 'raw', 'derivative', {
    operators: 7,
    distinct: 11,
    characters: 35,
    text: '4 * 1 * (1 - x1) + 4 * x1 * (0 - 1)',
  }),
  row(2, 'simplified', 'derivative', { outcome: 'timeout', reason: 'not finished after 1.5 s' }),
  row(2, 'polynomial', 'derivative', { operators: 2, distinct: 5, characters: 10, text: '4 - 8x' }),
  row(2, 'tape', 'derivative', { nodes: 6 }),
];

function tableOf(rows: readonly Cells[]) {
  const part = logisticMapTable({ ...NOTHING, expressionSize: rows.map(sizeRow) });
  if (part.kind === 'missing') throw new Error(part.why);
  return part;
}

describe('the table of the logistic map', () => {
  it('has every form typeset, with its sizes, and the outcome where there is none', () => {
    const { rows } = tableOf(ROWS);
    expect(rows.map((cells) => cells.map(({ text }) => text))).toEqual([
      ['2', 'lₙ', '4x(1 - x)', '3', '6', '17'],
      ['2', 'derivative by the rules', '4·1(1 - x) + 4x(0 - 1)', '7', '11', '35'],
      ['2', 'derivative, simplified', 'timeout', '', '', ''],
      ['2', 'derivative, expanded', '4 - 8x', '2', '5', '10'],
    ]);
    expect(rows[0]![2]!.tex).toBe('4 x (1 - x)');
    expect(rows[2]![2]).toEqual({ text: 'timeout', tone: 'timeout', note: 'not finished after 1.5 s' });
    expect(rows[3]![3]).toEqual({ text: '2', value: 2 });
  });

  it('says how long an expression is that does not fit, or was too long for the results', () => {
    const long = `x1${' + x1'.repeat(30)}`;
    const { rows } = tableOf([
      row(4, 'raw', 'derivative', { operators: 30, distinct: 31, characters: long.length, text: long }),
      row(4, 'simplified', 'derivative', { operators: 57, distinct: 46, characters: 279 }),
    ]);
    expect(rows[0]![2]).toEqual({ text: 'too long: 152 characters', note: `x${' + x'.repeat(30)}` });
    expect(rows[1]![2]).toEqual({ text: 'too long: 279 characters' });
  });

  it('reads the operators of each form at the largest n', () => {
    expect(tableOf(ROWS).reading).toEqual([
      'At n = 2 the function has 3 operators, its derivative 7 (by the rules) and 2 (expanded).',
    ]);
    const larger = ROWS.map((each) => ({ ...each, n: 3, operators: (each.operators ?? 0) * 10 }));
    expect(tableOf([...ROWS, ...larger]).reading).toEqual([
      'At n = 3 the function has 30 operators, its derivative 70 (by the rules) and 20 (expanded).',
    ]);
    expect(tableOf(ROWS.slice(0, 1)).reading).toEqual([]);
  });

  it('is missing without rows', () => {
    expect(logisticMapTable(NOTHING)).toMatchObject({
      kind: 'missing',
      why: 'expression-size.csv has no row of the logistic map in factors.',
    });
  });
});

describe('an expression in LaTeX', () => {
  it.each([
    ['16(1 - 10x + 24x^2 - 16x^3)', '16(1 - 10x + 24x^{2} - 16x^{3})'],
    ['16 * x1 * (1 - 2 * x1) ^ 2', '16 x (1 - 2 x)^{2}'],
    ['(1 - 2 * x1) ^ (2 - 1)', '(1 - 2 x)^{2 - 1}'],
    ['x1 ^ 12 * 2', 'x^{12} \\cdot 2'],
    ['4 * 4 * x1', '4 \\cdot 4 x'],
  ])('of %s is %s', (text, tex) => {
    expect(texOf(text)).toBe(tex);
  });

  it.each(['sin(x1)', 'x10', '\\input{x}', '4 % x', 'v0 = x1; y = v0'])('of %s is not attempted', (text) => {
    expect(texOf(text)).toBeUndefined();
  });

  it('reads in plain signs without stars but between numbers', () => {
    expect(readable('4 * 4 * x1 * (1 - x1) ^ 2')).toBe('4·4x(1 - x)^2');
  });
});
