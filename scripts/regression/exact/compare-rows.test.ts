import { describe, expect, it } from 'vitest';
import { accuracy, OUTCOMES, operations, tables, timing } from '../../harness/output/tables.ts';
import { accuracyRow, operationsRow, timingRow } from '../../report/fixtures/results.ts';
import { compareRows } from './compare-rows.ts';
import { MEASURES } from './measures.ts';

const CASE = { suite: 'helmholtz', problem: 'helmholtz', size: 8, method: 'reverse-tape', operator: 'gradient' };

/** What is said of one changed cell. */
const ofUlps = (from: number | undefined, to: number | undefined) =>
  compareRows(accuracy, [accuracyRow({ ...CASE, max_ulps: from })], [accuracyRow({ ...CASE, max_ulps: to })]).map(
    ({ kind }) => kind,
  );

describe('exact evidence', () => {
  it('is silent where nothing changed, not a number included', () => {
    expect(ofUlps(1.5, 1.5)).toEqual([]);
    expect(ofUlps(Number.NaN, Number.NaN)).toEqual([]);
  });
  it.each([
    [1.5, 1.6, 'changed'], // within the allowance
    [0, 2, 'changed'],
    [0, 2.1, 'worse'],
    [40, 80, 'changed'],
    [40, 81, 'worse'],
    [0.5, 5, 'worse'], // a lost digit
    [5, 0.5, 'better'],
    [5, Number.NaN, 'worse'],
    [5, undefined, 'worse'],
    [undefined, 5, 'changed'],
  ])('of errors of %d and then %d units in the last place says %s', (from, to, kind) => {
    expect(ofUlps(from, to)).toEqual([kind]);
  });
  it('finds one operation, node or call more, and says where', () => {
    const base = operationsRow({ ...CASE, operations: 100, graph_nodes: 10, function_calls: 4 });
    expect(compareRows(operations, [base], [{ ...base, operations: 101 }])).toEqual([
      {
        table: 'operations',
        what: 'helmholtz helmholtz 8 reverse-tape gradient',
        kind: 'worse',
        difference: 'operations 100 -> 101',
        row: base,
      },
    ]);
    expect(
      compareRows(operations, [base], [{ ...base, graph_nodes: 11, function_calls: 3 }]).map((f) => f.kind),
    ).toEqual(['better', 'worse']);
  });
  it.each(
    OUTCOMES.flatMap((from) => OUTCOMES.filter((to) => to !== from).map((to) => [from, to] as const)),
  )('of a case that was %s and is %s fails, unless it is ok now, ran out of time or was tried by neither', (from, to) => {
    const before = timingRow({ ...CASE, outcome: from });
    const ofTime = new Map([
      ['ok timeout', 'slower than the limit'],
      ['timeout ok', 'within the limit'],
    ]);
    const isTried = [from, to].some((outcome) => outcome !== 'unsupported' && outcome !== 'skipped');
    const kind = ofTime.get(`${from} ${to}`) ?? (to === 'ok' ? 'better' : isTried ? 'worse' : 'changed');
    expect(compareRows(timing, [before], [{ ...before, outcome: to }]).map((f) => f.kind)).toEqual([kind]);
  });
  it('names rows that only one side has', () => {
    const [a, b] = [accuracyRow(CASE), accuracyRow({ ...CASE, size: 22 })];
    expect(compareRows(accuracy, [a], [b]).map(({ kind, what }) => [kind, what])).toEqual([
      ['missing', 'helmholtz helmholtz 8 reverse-tape gradient'],
      ['added', 'helmholtz helmholtz 22 reverse-tape gradient'],
    ]);
  });
  it('watches columns that exist', () => {
    for (const [name, measures] of Object.entries(MEASURES)) {
      const table = tables.find((each) => each.name === name);
      expect(Object.keys(table?.columns ?? {})).toEqual(expect.arrayContaining(measures.map(({ column }) => column)));
    }
    expect(Object.keys(MEASURES)).toEqual(expect.arrayContaining(tables.map(({ name }) => name)));
  });
});
