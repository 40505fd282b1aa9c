import { describe, expect, it } from 'vitest';
import { RECORD } from '../../report/fixtures/result-files.ts';
import { accuracyRow, operationsRow, sizeRow } from '../../report/fixtures/results.ts';
import type { Columns, Row } from '../../tables/column/column.ts';
import type { Side } from '../sides/side.ts';
import { countPlants, countUnchanged } from './exact-evidence.ts';
import { PLANT_KINDS, type PlantKind } from './exact-plants.ts';
import { rateOf } from './rate.ts';

const SIZES = Array.from({ length: 30 }, (_, i) => i + 1);
const place = (size: number) => ({
  suite: 'helmholtz',
  problem: 'helmholtz',
  size,
  method: 'forward',
  operator: 'gradient',
});

/** Results of some sizes, of which the last is unsupported. */
const side: Side = {
  folder: 'made up',
  record: RECORD,
  rows: new Map<string, readonly Row<Columns>[]>([
    ['accuracy', SIZES.map((size) => accuracyRow({ ...place(size), max_ulps: size % 3, points: 3, ...ended(size) }))],
    ['operations', SIZES.map((size) => operationsRow({ ...place(size), operations: 10 * size, graph_nodes: size }))],
    [
      'expression-size',
      SIZES.map((n) => sizeRow({ suite: 'scalar', problem: 'flat', n, form: 'raw', of: 'function', nodes: n })),
    ],
  ]),
};

function ended(size: number) {
  return size === SIZES.length ? { outcome: 'unsupported', max_ulps: undefined } : {};
}

const rates = (kinds?: readonly PlantKind[], most = 1000) =>
  Object.fromEntries(countPlants(side, most, 1, kinds).map(({ title, counts }) => [title, rateOf(counts)]));

describe('changes of exact evidence', () => {
  it('of every kind are planted wherever a row allows it, and found', () => {
    const of = (count: number) => expect.objectContaining({ found: count, of: count });
    expect(rates()).toEqual({
      'a lost digit': of(29),
      'one operation more': of(30),
      'one node more': of(60),
      'no number (NaN)': of(90),
      'a lost capability': of(89),
      'a removed row': of(90),
    });
  });
  it('are no more than were asked for, drawn by the seed', () => {
    expect(Object.values(rates(PLANT_KINDS, 7)).map((rate) => rate!.of)).toEqual([7, 7, 7, 7, 7, 7]);
  });
  it('that the comparison forgives are counted as not found', () => {
    const forgiven: PlantKind = {
      title: 'one unit more',
      plants: ({ table, row }) =>
        table === 'accuracy' && row.outcome === 'ok'
          ? [{ table, row, planted: { ...row, max_ulps: Number(row.max_ulps) + 1 } }]
          : [],
    };
    expect(rates([forgiven])).toMatchObject({ 'one unit more': { found: 0, of: 29 } });
  });
  it('are none in results without rows', () => {
    const counts = countPlants({ ...side, rows: new Map() }, 10, 1);
    expect(counts.map((each) => rateOf(each.counts))).toEqual(PLANT_KINDS.map(() => undefined));
  });
  it('are none where nothing was changed', () => {
    expect(countUnchanged(side)).toEqual({ found: 0, of: 90 });
  });
});
