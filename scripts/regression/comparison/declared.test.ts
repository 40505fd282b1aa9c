import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../fixtures/command.ts';
import { accuracyRow, operationsRow, sizeRow } from '../../report/fixtures/results.ts';
import type { Columns, Row } from '../../tables/column/column.ts';
import { sideOf } from '../fixtures/comparison.ts';
import { CannotCompare } from '../sides/cannot-compare.ts';
import { compareSides, statusOf } from './comparison.ts';
import { readRemovals } from './declared.ts';

const HEADER = 'table,suite,problem,size,method,operator,keys,reason';
const SIZES = [1, 2, 3, 4];
const CASES = ['forward', 'manual'].flatMap((method) => SIZES.map((size) => ({ method, size })));
const place = { suite: 'helmholtz', problem: 'helmholtz', operator: 'gradient' };
const ROWS: ReadonlyMap<string, readonly Row<Columns>[]> = new Map<string, readonly Row<Columns>[]>([
  ['accuracy', CASES.map((cells) => accuracyRow({ ...place, ...cells, max_ulps: 1 }))],
  ['operations', CASES.map((cells) => operationsRow({ ...place, ...cells, operations: 1 }))],
  [
    'expression-size',
    SIZES.flatMap((n) =>
      ['raw', 'tape'].map((form) => sizeRow({ suite: 'l', problem: 'nested', n, form, of: 'function', nodes: 1 })),
    ),
  ],
]);

async function declarations(lines: readonly string[], header = HEADER) {
  const file = path.join(temporaryFolder(), 'removed.csv');
  writeFileSync(file, [header, ...lines, ''].join('\n'));
  return readRemovals(file);
}

/** Compares the rows with those that stay, under these declarations. */
async function compared(stays: (table: string, row: Row<Columns>) => boolean, ...lines: string[]) {
  const rest = new Map([...ROWS].map(([table, rows]) => [table, rows.filter((row) => stays(table, row))]));
  return compareSides(sideOf(ROWS), sideOf(rest), {
    removals: await declarations(lines),
    everyRemovalFits: true,
    newRowsAreFaults: true,
    judging: { threshold: 0.1, level: 0.01 },
  });
}

const withoutForward = (_: string, { method }: Row<Columns>) => method !== 'forward';
const withoutTree = (_: string, { form, n }: Row<Columns>) => form !== 'raw' || n !== 4;
const withoutLarge = (_: string, { size }: Row<Columns>) => size === undefined || Number(size) <= 2;

describe('a declaration of what was removed', () => {
  it.each<[string, (table: string, row: Row<Columns>) => boolean, string[], number]>([
    ['a method', withoutForward, [',,,,forward,,,superseded'], 8],
    [
      'rows, one by one',
      (table, { method, size }) => table !== 'accuracy' || method !== 'forward' || size !== 3,
      ['accuracy,helmholtz,helmholtz,3,forward,gradient,,too long'],
      1,
    ],
    ['sizes', withoutLarge, [',,,3,,,,a', ',,,4,,,,a'], 8],
    ['a form at a size, by further keys', withoutTree, ['expression-size,,,,,,form=raw; n=4,too large'], 1],
    ['a table', (table) => table !== 'operations', ['operations,,,,,,,not counted any more'], 8],
  ])('accounts for %s', async (_, stays, lines, count) => {
    const comparison = await compared(stays, ...lines);
    expect(comparison).toMatchObject({ declared: count, obstacles: [] });
    expect(statusOf(comparison)).toBe(0);
    const short = await compared(stays, ...lines.slice(1));
    expect(statusOf(short)).toBe(3);
  });

  it.each<[string, (table: string, row: Row<Columns>) => boolean, string, RegExp]>([
    [
      'fits more than is gone',
      withoutLarge,
      'accuracy,,,,,,,half',
      /table accuracy: of 8 such rows of the base 4 are still/,
    ],
    [
      'fits more of a method',
      withoutLarge,
      ',,,,forward,,,half',
      /method forward: of 8 such rows of the base 4 are still/,
    ],
    [
      'fits a row that is there',
      () => true,
      ',,,3,manual,,,no',
      /size 3, method manual: of 2 such rows of the base 2 are/,
    ],
    ['fits nothing', withoutForward, ',,,,backward,,,typo', /method backward: the base has no such row; name the rows/],
    [
      'fits nothing at this size',
      withoutForward,
      ',,,9,forward,,,typo',
      /size 9, method forward: the base has no such row/,
    ],
  ])('that %s hides nothing, and is told', async (_, stays, line, words) => {
    const comparison = await compared(stays, line);
    expect(comparison.obstacles.at(-1)).toMatch(words);
    expect(comparison.declared).toBe(0);
    expect(statusOf(comparison)).toBe(3);
  });

  it('needs not fit a base beside which it does not lie', async () => {
    const removals = await declarations([',,,,backward,,,of another base']);
    const judging = { threshold: 0.1, level: 0.01 };
    const comparison = compareSides(sideOf(ROWS), sideOf(ROWS), { removals, newRowsAreFaults: true, judging });
    expect(statusOf(comparison)).toBe(0);
  });

  it.each([
    [
      'names nothing',
      ',,,,,,,everything',
      /line 2: the declaration names nothing, so it would hide whatever is missing/,
    ],
    ['is blank', ',,,,,,,', /line 2, column reason: the cell is empty/],
    ['says no reason', ',,,,forward,,,', /line 2, column reason: the cell is empty/],
    ['names no table', 'speed,,,,,,,no', /line 2, column table: "speed" is none of accuracy,/],
    ['names no size', ',,,many,,,,no', /line 2, column size: "many" is not a whole number/],
    ['has keys without a value', ',,,,,,form=,no', /line 2: "form" is not of the form name=value/],
    ['has keys without a name', ',,,,,,raw,no', /line 2: "raw" is not of the form name=value/],
    ['has keys of another table', 'accuracy,,,,,,form=raw,no', /line 2: no row there is identified by its form/],
    ['has cells of another table', 'memory,,,,forward,,,no', /line 2: no row there is identified by its method/],
  ])('is refused where it %s', async (_, line, words) => {
    const refused = declarations([line]);
    await expect(refused).rejects.toThrow(CannotCompare);
    await expect(refused).rejects.toThrow(words);
  });

  it('may lie in a file of an older version, without further keys', async () => {
    const older = await declarations([',,,,forward,,gone'], HEADER.replace('keys,', ''));
    expect(older).toMatchObject([{ method: 'forward', keys: undefined, reason: 'gone' }]);
  });

  it('never hides rows that no declaration names, whatever is gone and declared', async () => {
    const name = fc.constantFrom('', 'forward', 'manual');
    const size = fc.constantFrom('', '1', '2', '3', '4');
    await fc.assert(
      fc.asyncProperty(fc.subarray(CASES), name, size, async (gone, method, number) => {
        const isGone = (row: Row<Columns>) => gone.some((each) => each.method === row.method && each.size === row.size);
        const isNamed = (row: Row<Columns>) =>
          [row.method, ''].includes(method) && [String(row.size), ''].includes(number);
        const comparison = await compared((_, row) => !isGone(row), `accuracy,,,${number},${method},,,a`);
        const named = ROWS.get('accuracy')!.filter(isNamed);
        expect(comparison.declared).toBe(named.every(isGone) ? named.length : 0);
        expect(statusOf(comparison)).toBe(3); // operations.csv lacks the rows as well, or none is gone
      }),
      { numRuns: 60, seed: 1 },
    );
  });
});
