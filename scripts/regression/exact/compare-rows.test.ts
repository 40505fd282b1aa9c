import { describe, expect, it } from 'vitest';
import { accuracyRow, operationsRow, timingRow } from '../../report/fixtures/results.ts';
import { accuracy, OUTCOMES, operations, timing } from '../../tables/tables.ts';
import { compareRows } from './compare-rows.ts';

const CASE = { suite: 'helmholtz', problem: 'helmholtz', size: 8, method: 'reverse-tape', operator: 'gradient' };

/** The difference that is reported for one changed cell. */
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
    [Number.NaN, 5, 'changed'],
    [5, Number.POSITIVE_INFINITY, 'worse'],
    [Number.POSITIVE_INFINITY, 5, 'better'],
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
    ).toEqual(['worse', 'better']);
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
  it('of an answer that is ok now asks for an error that is smaller', () => {
    const ofAnswer = (base: Parameters<typeof accuracyRow>[0], head: Parameters<typeof accuracyRow>[0]) =>
      compareRows(
        accuracy,
        [accuracyRow({ ...CASE, outcome: 'wrong', max_ulps: 1e6, error_bound: 1e-12, ...base })],
        [accuracyRow({ ...CASE, max_ulps: 1e6, error_bound: 1e-12, ...head })],
      ).map(({ kind, difference }) => [kind, difference]);
    expect(ofAnswer({}, { max_ulps: 1 })).toEqual([['better', 'wrong -> ok']]);
    expect(ofAnswer({}, {})).toEqual([['worse', 'wrong -> ok, though it is as far off as before']]);
    expect(ofAnswer({}, { max_ulps: 1, error_bound: 1e-6 })).toEqual([
      ['worse', 'wrong -> ok, error_bound 1e-12 -> 0.000001'],
    ]);
    expect(ofAnswer({ outcome: 'unsupported', max_ulps: undefined, error_bound: undefined }, {})).toEqual([
      ['better', 'unsupported -> ok'],
    ]);
  });
});
