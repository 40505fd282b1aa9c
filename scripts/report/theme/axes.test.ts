import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decades, powersOfTen } from './axes.ts';

it('runs from one power of ten to another around the values', () => {
  const { scale, axis } = decades([0.55, 28154]);
  expect(scale.domain).toEqual([0.1, 1e5]);
  expect(axis.values).toEqual([0.1, 1, 10, 100, 1000, 1e4, 1e5]);
});

it('has no more ticks than wanted, evenly spaced', () => {
  expect(decades([20, 1.7e8], 5).axis.values).toEqual([100, 1e4, 1e6, 1e8]);
});

it('has a decade where all values are the same power of ten', () => {
  expect(decades([100, 100]).scale.domain).toEqual([100, 1000]);
});

it('has ends that are powers of ten, and a few ticks between them, whatever the doubles', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: false }), { maxLength: 9 }), (values) => {
      const { scale, axis } = decades(values);
      const [low, high] = scale.domain.map(Math.log10);
      expect(low! < high!).toBe(true);
      for (const end of [low!, high!]) expect(Math.abs(end - Math.round(end))).toBeLessThan(1e-9);
      expect(axis.values.length).toBeLessThanOrEqual(8);
      for (const tick of axis.values) expect(tick >= scale.domain[0]! && tick <= scale.domain[1]!).toBe(true);
    }),
  );
});

it.each([Number.POSITIVE_INFINITY, 1e308, 5e-324, 0, Number.NaN])('keeps the others apart beside %d', (absurd) => {
  const { scale } = decades([1, 50, 20, 3, absurd]);
  const [low, high] = scale.domain;
  expect([low, high]).toEqual([1, 100]);
  expect(scale.clamp ?? false).toBe(absurd === 1e308 || absurd === 5e-324);
});

it('powers of ten lie within the range, its ends included', () => {
  expect(powersOfTen(1, 1000)).toEqual([1, 10, 100, 1000]);
  expect(powersOfTen(0.5, 999)).toEqual([1, 10, 100]);
  expect(powersOfTen(2, 9)).toEqual([]);
});

it('powers of ten are thinned evenly where there are many, and stay exact', () => {
  expect(powersOfTen(1e-17, 1e8, 9)).toEqual([1e-15, 1e-12, 1e-9, 1e-6, 1e-3, 1, 1e3, 1e6]);
  expect(powersOfTen(1e-5, 1e5, 4)).toEqual([1e-3, 1, 1e3]);
});
