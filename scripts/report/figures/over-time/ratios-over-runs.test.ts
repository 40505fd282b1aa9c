import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../../../tables/history.ts';
import { runOfDay } from '../../fixtures/history.ts';
import { NOTHING } from '../../fixtures/results.ts';
import { chartSvg } from '../../render/chart.ts';
import { sectionsOf } from '../../sections/index.ts';
import { trends } from '../../selection/trends.ts';
import { WHITE_PAPER } from '../../theme/chart-config.ts';
import { ratiosOverRuns } from './ratios-over-runs.ts';

const ratios = (forward: Readonly<Record<string, number>>) => ({ helmholtz: { forward } });
const chartOf = (...history: HistoryEntry[]) => {
  const part = ratiosOverRuns({ ...NOTHING, history });
  if (part.kind !== 'chart') throw new Error(part.why);
  return part;
};
const readingOf = (...history: HistoryEntry[]) => chartOf(...history).reading.join(' ');

describe('a trend', () => {
  it('is the geometric mean over the cases that all runs have timed', () => {
    const [trend] = trends([
      runOfDay(1, { ratios: ratios({ a: 2, b: 8, c: 1000 }) }),
      runOfDay(2),
      runOfDay(3, { ratios: ratios({ a: 4, b: 16, d: 1e-3 }) }),
    ]);
    expect(trend).toMatchObject({ suite: 'helmholtz', method: 'forward', cases: 4, shared: ['a', 'b'] });
    expect(trend!.points.map(({ nth }) => nth)).toEqual([0, 2]);
    expect(trend!.points[0]!.ratio).toBeCloseTo(4, 12);
    expect(trend!.points[1]!.ratio).toBeCloseTo(8, 12);
    expect(trend!.points[1]!.step).toBeCloseTo(1, 12);
  });
  it('has a change from the threshold of its run on, up or down, on one machine by one version of Node only', () => {
    const isChange = (ratio: number, cells: Partial<HistoryEntry> = {}) =>
      trends([runOfDay(1, { ratios: ratios({ a: 10 }) }), runOfDay(2, { ratios: ratios({ a: ratio }), ...cells })])[0]!
        .points[1]!.isChange;
    expect([10, 10.9, 9.1, 11.1, 8.9].map((ratio) => isChange(ratio))).toEqual([false, false, false, true, true]);
    expect(isChange(11.1, { threshold: 0.2 })).toBe(false);
    expect(isChange(20, { machine: 'another' })).toBe(false);
    expect(isChange(20, { node: '22.0.0' })).toBe(false);
  });
  it('has no point where no case was timed by all', () => {
    const history = [runOfDay(1, { ratios: ratios({ a: 2 }) }), runOfDay(2, { ratios: ratios({ b: 2 }) })];
    expect(trends(history)).toMatchObject([{ shared: [], points: [] }]);
  });
});

describe('the chart of times over runs', () => {
  const calm = [1, 2].map((day) => runOfDay(day, { ratios: ratios({ a: 2, b: 3 }) }));
  const worse = [{ table: 'timing', suite: 'helmholtz', method: 'forward', case: 'b' }];
  const slower = runOfDay(3, { status: 1, worse, ratios: ratios({ a: 2.5, b: 3.75 }) });

  it('stands in a section of its own, which is not there without a history', () => {
    const ids = (history: readonly HistoryEntry[]) => sectionsOf({ ...NOTHING, history }).map(({ id }) => id);
    expect(ids([])).not.toContain('over-time');
    expect(ids(calm).slice(-3)).toEqual(['which-method', 'over-time', 'about']);
  });
  it('says that nothing changed', () => {
    const reading = readingOf(...calm);
    expect(reading).toContain('2 runs, from commit c1 (2026-01-01) to commit c2 (2026-01-02).');
    expect(reading).toContain('No mean moved by the threshold or more');
    expect(reading).toContain('No run had a case that was judged worse');
    expect(reading).toContain('all of its runs have timed, 2 of 2.');
    expect(reading).not.toMatch(/rose|fell|dashed|operations|digits/);
  });
  it('says which mean moved by how much, and what was judged worse', () => {
    const faster = runOfDay(4, { status: 3, ratios: ratios({ a: 1.25, b: 1.875 }) });
    const reading = readingOf(...calm, slower, faster);
    expect(reading).toContain(
      'of one machine: helmholtz by forward fell by 50.0 % at c4 and helmholtz by forward rose by 25.0 % at c3.',
    );
    expect(reading).toContain(
      'Judged worse than in the run that it was compared with: helmholtz b forward (timing) at c3.',
    );
    expect(reading).toContain('Not completely compared: c4.');
  });
  it('has a line for each case that was timed, over the runs that have timed it, and one for the mean', () => {
    const more = runOfDay(4, { ratios: ratios({ a: 2, c: 7 }) });
    const { data } = chartOf(...calm, more).spec;
    const values: readonly unknown[] = data && 'values' in data && Array.isArray(data.values) ? data.values : [];
    const lines = values.filter((each) => typeof each === 'object' && each && 'nths' in each);
    expect(lines).toEqual(
      [
        { kind: 'case', case: 'a', nths: [0, 1, 2], ratios: [2, 2, 2] },
        { kind: 'case', case: 'b', nths: [0, 1], ratios: [3, 3] },
        { kind: 'case', case: 'c', nths: [2], ratios: [7] },
        { kind: 'mean', nths: [0, 1, 2], ratios: [2, 2, 2] }, // of a, which all have timed
      ].map((each) => ({ suite: 'helmholtz', method: 'forward', ...each })),
    );
  });
  it('marks the mean that moved, and the case that was judged worse at its own time', () => {
    const { data } = chartOf(...calm, slower).spec;
    const values: readonly unknown[] = data && 'values' in data && Array.isArray(data.values) ? data.values : [];
    const marks = values.filter((each) => typeof each === 'object' && each && !('nths' in each));
    expect(marks).toHaveLength(2);
    expect(marks).toMatchObject([
      { kind: 'rose', suite: 'helmholtz', method: 'forward', nth: 2, commit: 'c3' },
      { kind: 'judged worse', case: 'timing: b', nth: 2, ratio: 3.75 },
    ]);
  });
  it('says where the machine changed, and judges no step there', () => {
    const reading = readingOf(...calm, { ...slower, worse: [], machine: 'Another' });
    expect(reading).toContain('from a dashed line on, so that no step is judged there: c3 (Another, Node 20.19.0).');
    expect(reading).toContain('No mean moved');
  });
  it('says what changed of operations and digits, where as many cases were counted', () => {
    const counted = (day: number, operations: number, digits: number, cases = 2) =>
      runOfDay(day, {
        ratios: ratios({ a: 2 }),
        operations: { helmholtz: { forward: { cases, value: operations } } },
        digits: { helmholtz: { forward: { cases, value: digits } } },
      });
    const reading = readingOf(counted(1, 100, 15), counted(2, 101, 14.5), counted(3, 101, 13), counted(4, 900, 2, 3));
    expect(reading).toContain('The sum of operations changed: helmholtz by forward from 100 to 101 at c2.');
    expect(reading).toContain('digits changed by one or more: helmholtz by forward from 14.5 to 13.0 at c3.');
  });
  it('is drawn of one run, of many changes, and not of none', async () => {
    expect(readingOf(calm[0]!)).toContain('One run so far, of commit c1');
    const all = [...calm, slower, runOfDay(4, { machine: 'Another', ratios: ratios({ a: 1, b: 1 }) })];
    for (const chart of [chartOf(calm[0]!), chartOf(...all)]) {
      const svg = (await chartSvg(chart, WHITE_PAPER)).replaceAll(/<text.*?<\/text>| aria-label="[^"]*"/g, '');
      expect(svg.match(/.{20}(?:NaN|Infinity|undefined)/)).toBeNull();
    }
    expect(ratiosOverRuns({ ...NOTHING, history: [runOfDay(1)] })).toMatchObject({ kind: 'missing' });
  });
});
