import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg, holm } from './multiplicity.ts';

describe("Holm's procedure", () => {
  it('rejects the example by hand: 0.01 <= 0.05/4, 0.015 <= 0.05/3, then stops', () => {
    expect(holm([0.03, 0.01, 0.04, 0.015], 0.05)).toEqual([false, true, false, true]);
  });
  it('stops at the first that is too large, whatever comes after', () => {
    expect(holm([0.02, 0.02, 0.02], 0.05)).toEqual([false, false, false]);
  });
  it('rejects no more than Benjamini and Hochberg, and no less than Bonferroni', () => {
    const p = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(p, { minLength: 1, maxLength: 20 }), (values) => {
        const [byHolm, byBh] = [holm(values, 0.05), benjaminiHochberg(values, 0.05)];
        for (const [i, value] of values.entries()) {
          if (value <= 0.05 / values.length) expect(byHolm[i]).toBe(true);
          if (byHolm[i]) expect(byBh[i]).toBe(true);
          if (byBh[i]) expect(value).toBeLessThanOrEqual(0.05);
        }
      }),
    );
  });
});

describe('the procedure of Benjamini and Hochberg', () => {
  it('gives the answer of their paper: 4 of its 15 p-values at 0.05', () => {
    const published = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ];
    expect(benjaminiHochberg(published, 0.05).filter(Boolean)).toHaveLength(4);
    expect(holm(published, 0.05).filter(Boolean)).toHaveLength(3);
  });
});
