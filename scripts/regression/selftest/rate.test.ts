import { describe, expect, it } from 'vitest';
import { type Count, rateOf, wilson } from './rate.ts';

describe("Wilson's interval", () => {
  it.each([
    // Newcombe, Statistics in Medicine 17, 1998, Table I, method 3
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is the published one', (found, of, low, high) => {
    const interval = wilson(found, of);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });
});

describe('the rate over comparisons', () => {
  const times = (count: number, each: Count) => Array.from({ length: count }, () => each);

  it('of one trial each is a plain share', () => {
    const rate = rateOf([...times(15, { found: 1, of: 1 }), ...times(133, { found: 0, of: 1 })]);
    expect(rate).toMatchObject({ found: 15, of: 148, rate: 15 / 148 });
    expect(rate!.low).toBeCloseTo(0.0624, 2);
    expect(rate!.high).toBeCloseTo(0.1605, 2);
  });
  it('counts cases that are always found or missed together as one trial, less the one that estimates how much they go together', () => {
    const rate = rateOf([...times(12, { found: 10, of: 10 }), ...times(9, { found: 0, of: 10 })]);
    const { low, high } = wilson((20 * 12) / 21, 20);
    expect(rate).toEqual({
      found: 120,
      of: 210,
      rate: 12 / 21,
      low: expect.closeTo(low, 12),
      high: expect.closeTo(high, 12),
    });
  });
  it('takes each comparison for one trial where all or none were found', () => {
    expect(rateOf(times(20, { found: 0, of: 5 }))!.high).toBeCloseTo(0.1611, 4);
    expect(rateOf(times(20, { found: 5, of: 5 }))!.low).toBeCloseTo(1 - 0.1611, 4);
  });
  it('is not narrower than that of independent trials', () => {
    const rate = rateOf(times(10, { found: 1, of: 2 }))!; // more even than chance
    expect(rate.low).toBeCloseTo(wilson(10, 20).low, 12);
  });
  it('of nothing is none', () => {
    expect(rateOf([])).toBeUndefined();
    expect(rateOf(times(3, { found: 0, of: 0 }))).toBeUndefined();
  });
});
