import { describe, expect, it } from 'vitest';
import { timingRow } from '../../report/fixtures/results.ts';
import { whyTimeUnknown, whyUnsteady } from './why-unknown.ts';

const row = (forks: number, steady: number, cells: Parameters<typeof timingRow>[0] = {}) =>
  timingRow({ forks, steady_forks: steady, ...cells });

describe('the time of a row of an older version, without the column steady', () => {
  it.each([
    [4, 3],
    [8, 6],
    [24, 18],
    [6, 5],
  ])('of %d forks is known where %d are steady, and not where one less is', (forks, steady) => {
    expect(whyUnsteady(row(forks, steady))).toBeUndefined();
    expect(whyUnsteady(row(forks, steady - 1))).toBe('no steady state was reached');
    expect(whyUnsteady(row(forks, 0))).toBe('no steady state was reached');
  });

  it('is known where nobody counted, unless its forks disagree', () => {
    expect(whyTimeUnknown(timingRow({}))).toBeUndefined();
    expect(whyTimeUnknown(timingRow({ forks_agree: 'no' }))).toBe('its processes disagree');
  });
});

describe('the time of a row that says itself whether it was steady', () => {
  it('is judged by that, and not by the number of its steady forks', () => {
    expect(whyUnsteady(row(6, 0, { steady: 'yes' }))).toBeUndefined();
    expect(whyUnsteady(row(6, 6, { steady: 'no' }))).toBe('no steady state was reached');
  });
});
