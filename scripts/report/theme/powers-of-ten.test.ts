import { expect, it } from 'vitest';
import { powersOfTen } from './powers-of-ten.ts';

it('powers of ten lie within the range, its ends included', () => {
  expect(powersOfTen(1, 1000)).toEqual([1, 10, 100, 1000]);
  expect(powersOfTen(0.5, 999)).toEqual([1, 10, 100]);
  expect(powersOfTen(2, 9)).toEqual([]);
});

it('powers of ten are thinned evenly where there are many, and stay exact', () => {
  expect(powersOfTen(1e-17, 1e8, 9)).toEqual([1e-15, 1e-12, 1e-9, 1e-6, 1e-3, 1, 1e3, 1e6]);
  expect(powersOfTen(1e-5, 1e5, 4)).toEqual([1e-3, 1, 1e3]);
});
