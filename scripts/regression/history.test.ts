import { describe, expect, it } from 'vitest';
import { accuracyRow, operationsRow, sizeRow, timingRow } from '../report/fixtures/results.ts';
import { comparisonOf, finding, judged, sideOf } from './fixtures/comparison.ts';
import { historyEntry } from './history.ts';

const place = { suite: 's', problem: 'p', size: 8, operator: 'gradient' };
const head = sideOf(
  new Map<string, ReturnType<typeof timingRow>[] | ReturnType<typeof accuracyRow>[]>([
    [
      'timing',
      [
        timingRow({ ...place, method: 'forward', ratio: 2.123456 }),
        timingRow({ ...place, method: 'forward', size: 9, ratio: 3 }),
        timingRow({ ...place, method: 'forward', size: 10, outcome: 'timeout' }),
        timingRow({ ...place, method: 'forward', size: 11, outcome: 'wrong', ratio: 4 }),
        timingRow({ ...place, method: 'forward', size: 12, ratio: Number.NaN }),
        timingRow({ ...place, suite: 't', method: 'manual', ratio: 1 }),
      ],
    ],
    [
      'accuracy',
      [
        accuracyRow({ ...place, method: 'forward', digits: 15 }),
        accuracyRow({ ...place, method: 'forward', size: 9, digits: 12.5 }),
        accuracyRow({ ...place, method: 'forward', size: 10, digits: 0, outcome: 'wrong' }),
        accuracyRow({ ...place, method: 'forward', size: 11 }),
      ],
    ],
  ]),
  { run: 'r2', commit: 'def' },
);

describe('the line of a run', () => {
  it('holds the ratio of each case that is ok, and the fewest digits', () => {
    expect(historyEntry(comparisonOf({ head }))).toEqual({
      run: 'r2',
      started: '2026-01-01T00:00:00.000Z',
      commit: 'def',
      machine: 'Made-up CPU, 2 cores, linux 6, x64',
      node: '20.19.0',
      base: 'r1',
      status: 0,
      verdict: 'Nothing is worse.',
      threshold: 0.1,
      worse: [],
      ratios: {
        s: { forward: { 'p 8 gradient': 2.1235, 'p 9 gradient': 3 } },
        t: { manual: { 'p 8 gradient': 1 } },
      },
      digits: { s: { forward: { cases: 2, value: 12.5 } } },
      operations: {},
    });
  });
  it('holds the sum of operations', () => {
    const rows = [100, 23].map((operations, size) => operationsRow({ ...place, size, method: 'forward', operations }));
    const entry = historyEntry(comparisonOf({ head: sideOf(new Map([['operations', rows]])) }));
    expect(entry.operations).toEqual({ s: { forward: { cases: 2, value: 123 } } });
  });
  it('names what was worse once, times only where they gate', () => {
    const swollen = finding('worse', {
      table: 'expression-size',
      row: sizeRow({ suite: 's', problem: 'p', n: 4, form: 'raw', of: 'derivative' }),
    });
    const findings = [finding('better'), finding('worse'), swollen, finding('slower than the limit')];
    const times = [judged('slower'), judged('slower'), judged('same')];
    const inTable = (table: string) => ({ table, suite: 'helmholtz', method: 'forward', case: 'helmholtz 8 gradient' });
    const ofSize = { table: 'expression-size', suite: 's', method: '', case: 'p 4 raw derivative' };
    const [accuracy, timing] = [inTable('accuracy'), inTable('timing')];
    const gate = historyEntry(comparisonOf({ findings, times }));
    expect(gate).toMatchObject({ status: 1, worse: [accuracy, ofSize, timing] });
    const advice = historyEntry(comparisonOf({ findings, times, timesAre: { advice: 'another machine' } }));
    expect(advice.worse).toEqual([accuracy, ofSize]);
  });
});
