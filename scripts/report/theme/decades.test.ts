import { expect, it } from 'vitest';
import { decades } from './decades.ts';

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
