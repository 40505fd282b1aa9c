import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../suites/random.ts';
import { halves } from './split.ts';

describe('random halves', () => {
  it('hold every value once, but for one where their number is odd', () => {
    const random = seededRandom(1);
    for (const count of [8, 9, 24]) {
      const values = Array.from({ length: count }, (_, k) => k);
      const { base, head } = halves(values, random);
      expect([base.length, head.length]).toEqual([count >> 1, count >> 1]);
      expect(new Set([...base, ...head]).size).toBe(2 * (count >> 1));
    }
  });
  it('of four values are each of the six pairs as often as any other', () => {
    const random = seededRandom(2);
    const counts = new Map<string, number>();
    for (let k = 0; k < 6000; k++) {
      const pair = halves([0, 1, 2, 3], random).base.sort().join('');
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual(['01', '02', '03', '12', '13', '23']);
    // Within 4 standard deviations.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(4 * Math.sqrt(1000 * (5 / 6)));
  });
});
