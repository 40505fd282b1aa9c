import { describe, expect, it } from 'vitest';
import { timingRow } from '../fixtures/results.ts';
import { rankingOf, rowsKnownThroughout, rowsWithinReach } from './ranking.ts';

const row = (problem: string, method: string, ratio: number, outcome = 'ok') =>
  timingRow({ suite: 's', problem, size: 1, operator: 'gradient', method, ratio, outcome });
const ratioOf = ({ ratio }: ReturnType<typeof row>) => ratio;

describe('a ranking', () => {
  it('is by the geometric mean, and sets those apart that did not answer every case', () => {
    const rows = [row('p', 'a', 2), row('q', 'a', 8), row('p', 'b', 1), row('q', 'b', 9), row('p', 'c', 0.1)];
    const { cases, complete, incomplete } = rankingOf([...rows, row('q', 'c', 1, 'timeout')], ratioOf);
    expect(cases).toBe(2);
    expect(complete.map(({ method }) => method)).toEqual(['b', 'a']);
    expect(complete.map(({ mean }) => mean)).toEqual([expect.closeTo(3), expect.closeTo(4)]);
    expect(incomplete).toEqual([{ method: 'c', mean: expect.closeTo(0.1), answered: 1 }]);
  });

  it('does not count what has no logarithm, and ends with nothing where nothing is left', () => {
    const rows = [row('p', 'a', Number.NaN), row('p', 'b', 0), row('p', 'c', Number.POSITIVE_INFINITY)];
    expect(rankingOf(rows, ratioOf)).toEqual({ cases: 0, complete: [], incomplete: [] });
    expect(rankingOf([], ratioOf)).toEqual({ cases: 0, complete: [], incomplete: [] });
  });

  it('holds for many large numbers, whose product no double can hold', () => {
    const rows = Array.from({ length: 60 }, (_, i) => row(`p${i}`, 'a', 1e8));
    expect(rankingOf(rows, ratioOf).complete[0]!.mean).toBeCloseTo(1e8, -2);
  });
});

describe('rows known throughout', () => {
  const doubtful = (problem: string, method: string) => ({ ...row(problem, method, 1), forks_agree: 'no' });

  it('are of cases in which no time is unknown, so that a method is not judged by the others alone', () => {
    const rows = [row('p', 'a', 100), doubtful('p', 'b'), row('q', 'a', 2), row('q', 'b', 4)];
    const unsteady = [{ ...row('r', 'a', 1), steady: 'no' }, row('r', 'b', 1), row('r', 'c', 1, 'timeout')];
    expect(rowsKnownThroughout([...rows, ...unsteady]).map(({ problem }) => problem)).toEqual(['q', 'q']);
  });

  it('are none where each case has a time that is not known', () => {
    expect(rowsKnownThroughout([row('p', 'a', 1), doubtful('p', 'b')])).toEqual([]);
  });
});

describe('rows within reach', () => {
  it('are of cases that no answering method refuses or gets wrong; one out of time counts against the method', () => {
    const rows = [row('p', 'a', 1), row('p', 'b', 1, 'unsupported'), row('q', 'a', 1), row('q', 'b', 1, 'timeout')];
    const more = [row('r', 'b', 1), row('r', 'a', 1, 'wrong'), row('s', 'b', 1), row('s', 'never', 1, 'unsupported')];
    const within = rowsWithinReach([...rows, ...more]);
    expect([...new Set(within.map(({ problem }) => problem))]).toEqual(['q', 's']);
  });

  it('are all where nothing would remain', () => {
    const rows = [row('p', 'a', 1), row('p', 'b', 1, 'wrong'), row('q', 'a', 1, 'wrong'), row('q', 'b', 1)];
    expect(rowsWithinReach(rows)).toHaveLength(4);
  });
});
