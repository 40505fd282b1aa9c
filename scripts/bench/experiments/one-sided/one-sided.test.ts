import { expect, it } from 'vitest';
import { judgeSide } from './index.ts';

it('a slope to one side is right within a millionth, of 1 where it is less, and wrong beyond', () => {
  expect(judgeSide(-1 + 0.9e-6, -1).outcome).toBe('ok');
  expect(judgeSide(-1 + 1.1e-6, -1).outcome).toBe('wrong');
  expect(judgeSide(2000 - 1.9e-3, 2000).outcome).toBe('ok');
  expect(judgeSide(2000 - 2.1e-3, 2000).outcome).toBe('wrong');
  expect(judgeSide(0.9e-6, 0).outcome).toBe('ok');
  for (const slope of [1.1e-6, Number.NaN, Number.POSITIVE_INFINITY]) expect(judgeSide(slope, 0).outcome).toBe('wrong');
});
