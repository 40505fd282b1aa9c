import { describe, expect, it } from 'vitest';
import { NOTHING, sizeRow } from '../fixtures/results.ts';
import { expressionSwell } from './expression-swell.ts';

type Cells = Parameters<typeof sizeRow>[0];

const MAP = { suite: 'logistic-map', problem: 'nested' };
const NS = [2, 3, 4, 5];
const form = (name: string, of: string, sizeAt: (n: number) => Cells): Cells[] =>
  NS.map((n) => ({ ...MAP, n, form: name, of, ...sizeAt(n) }));

const ROWS = [
  ...form('raw', 'function', (n) => ({ operators: 3 * 2 ** n })),
  ...form('graph-shared', 'function', (n) => ({ operators: 3 * n - 3 })),
  ...form('raw', 'derivative', (n) => ({ operators: 5 * 3 ** n })),
  ...form('graph-simplified', 'derivative', (n) => ({ operators: 7 * n })),
  ...form('tape', 'derivative', (n) => ({ nodes: 5 * n - 4 })),
];

function partOf(rows: readonly Cells[]) {
  const part = expressionSwell({ ...NOTHING, expressionSize: rows.map(sizeRow) });
  if (part.kind === 'missing') throw new Error(part.why);
  return part;
}

describe('expression swell', () => {
  it('is told as a factor for what is multiplied with every n, and as a number for what grows by it', () => {
    expect(partOf(ROWS).reading).toEqual([
      'With every n the size of lₙ, as fitted, is multiplied by 2.00 (tree); it grows by 3.00 (shared graph).',
      'With every n the size of its derivative, as fitted, is multiplied by 3.00 (tree); it grows by 7.00 (simplified shared graph) and 5.00 (tape (nodes)).',
    ]);
  });

  it('has other words with other sizes', () => {
    const turned = [
      ...form('raw', 'function', (n) => ({ operators: 4 * n })),
      ...form('graph-shared', 'function', (n) => ({ operators: 2.5 ** n })),
    ];
    expect(partOf(turned).reading).toEqual([
      'With every n the size of lₙ, as fitted, is multiplied by 2.50 (shared graph); it grows by 4.00 (tree).',
    ]);
  });

  it('is of another function where the logistic map is not there, if it has several sizes', () => {
    const other = ROWS.map((row) => ({ ...row, suite: 'plugin', problem: 'mine' }));
    const { title, reading, remake } = partOf([...other, { ...other[0]!, problem: 'small', n: 9 }]);
    expect(title).toBe('Size of mine and of its derivative, by form');
    expect(remake).toBe('npm run bench -- --harness size --suite plugin');
    expect(reading[0]).toMatch(/^With every n the size of mine, as fitted, is multiplied by 2\.00 \(tree\)/);
    expect(partOf([...other, ...ROWS]).title).toBe(partOf(ROWS).title);
    const one = expressionSwell({ ...NOTHING, expressionSize: other.slice(0, 1).map(sizeRow) });
    expect(one).toMatchObject({ kind: 'missing', why: 'expression-size.csv has no size of the logistic map.' });
  });

  it('counts what has no size and draws it above all sizes, with its reason', () => {
    const failed = form('simplified', 'derivative', () => ({ outcome: 'timeout', reason: 'not finished after 1.5 s' }));
    const { reading, spec } = partOf([...ROWS, ...failed]);
    expect(reading.at(-1)).toBe('In the band at the top, without a size: simplified tree (4 timeout).');
    const values: { level?: number; reason?: string }[] = JSON.parse(JSON.stringify(spec)).data.values;
    const above = values.filter(({ level }) => level !== undefined);
    expect(above).toHaveLength(4);
    for (const { level } of above) expect(level).toBeGreaterThan(5 * 3 ** 5);
    expect(above[0]).toMatchObject({
      form: 'simplified tree',
      of: 'its derivative',
      n: 2,
      reason: 'not finished after 1.5 s',
    });
  });

  it('fits nothing to two sizes, and draws no size of 0', () => {
    const few = [
      ...ROWS.filter(({ form, of }) => form === 'raw' && of === 'function').slice(0, 2),
      { ...MAP, n: 1, form: 'raw', of: 'function', operators: 0 },
    ];
    const { reading, spec } = partOf(few);
    expect(reading).toEqual([]);
    expect(JSON.parse(JSON.stringify(spec)).data.values).toHaveLength(2);
  });

  it('is missing without sizes of the logistic map', () => {
    expect(expressionSwell(NOTHING)).toMatchObject({
      kind: 'missing',
      remake: 'npm run bench -- --harness size --suite logistic-map',
    });
    const timeouts = ROWS.map((row) => ({ ...row, outcome: 'timeout', operators: undefined, nodes: undefined }));
    expect(expressionSwell({ ...NOTHING, expressionSize: timeouts.map(sizeRow) }).kind).toBe('missing');
    const other = ROWS.filter(({ n }) => n === 2).map((row) => ({ ...row, suite: 'lecture' }));
    expect(expressionSwell({ ...NOTHING, expressionSize: other.map(sizeRow) }).kind).toBe('missing');
  });
});
