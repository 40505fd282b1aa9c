import { BROYDEN_TRIDIAGONAL, broydenTridiagonalAt } from '../broyden-tridiagonal.ts';
import type { Problem } from '../problem.ts';
import { SIZES } from './sizes.ts';

/** Problem 30 of Moré, Garbow, Hillstrom at growing sizes: a band of width 3. */
export const broydenTridiagonal: Problem = {
  ...BROYDEN_TRIDIAGONAL,
  sizes: SIZES,
  quickSizes: SIZES.slice(0, 1),
  at: broydenTridiagonalAt,
};
