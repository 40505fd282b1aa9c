import { expect, it } from 'vitest';
import { checkedSlope } from './checked-slope.ts';

it('takes four round-offs of the quotient that checks it for the most that a right slope is off', () => {
  const line = { x: 0, at: (t: number) => t, calls: () => 0 }; // whose quotients have one round-off, 2^-53
  const claimed = (off: number) =>
    checkedSlope(line, ({ at }) => ({ slope: at(2) - at(1) + off, error: 2 ** -60, deniedBy: 2 ** -60 }), {}).error;
  expect(claimed(4 * 2 ** -53)).toBe(2 ** -60);
  expect(claimed(6 * 2 ** -53)).toBe(6 * 2 ** -53);
});
