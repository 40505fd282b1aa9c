import { describe, expect, it } from 'vitest';
import { emptyRow } from '../table-file.ts';
import { timing } from '../tables.ts';
import { breakEvenCalls } from './break-even.ts';

function row(prepare_ns: number, first_call_ns: number, median_ns: number, outcome = 'ok') {
  return emptyRow(timing, { prepare_ns, first_call_ns, median_ns, outcome });
}

describe('the break-even number of calls', () => {
  it('is where both have taken the same time: 1000 + 100 + 10 (N - 1) = 50 + 60 (N - 1)', () => {
    expect(breakEvenCalls(row(1000, 100, 10), row(0, 50, 60))).toBe(22); // 1050 / 50 = 21 calls after the first
  });

  it('is one call where the faster method is also the first to be ready', () => {
    expect(breakEvenCalls(row(10, 10, 10), row(100, 10, 20))).toBe(1);
  });

  it('is never reached where a call is no faster', () => {
    expect(breakEvenCalls(row(1000, 100, 60), row(0, 50, 60))).toBe(Number.POSITIVE_INFINITY);
  });

  it('is unknown where one of them was not measured', () => {
    expect(breakEvenCalls(row(1, 1, 1, 'timeout'), row(1, 1, 2))).toBeUndefined();
    expect(breakEvenCalls(row(1, 1, 1), row(1, 1, 2, 'error'))).toBeUndefined();
  });

  it('is unknown where the time of one of them is', () => {
    expect(breakEvenCalls({ ...row(1, 1, 1), steady: 'no' }, row(1, 1, 2))).toBeUndefined();
    expect(breakEvenCalls(row(1, 1, 1), { ...row(1, 1, 2), forks_agree: 'no' })).toBeUndefined();
  });
});
