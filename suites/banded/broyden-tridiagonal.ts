import { BROYDEN_TRIDIAGONAL, broydenTridiagonalAt } from '../broyden-tridiagonal.ts';
import type { Problem } from '../problem.ts';
import { QUICK_SIZES, SIZES } from './sizes.ts';

/** Problem 30 of Moré, Garbow, Hillstrom at growing sizes: a band of width 3. */
export const broydenTridiagonal: Problem = {
  ...BROYDEN_TRIDIAGONAL,
  sizes: SIZES,
  quickSizes: QUICK_SIZES,
  at: broydenTridiagonalAt,
};
