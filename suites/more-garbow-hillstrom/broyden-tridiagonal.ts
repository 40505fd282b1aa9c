import { BROYDEN_TRIDIAGONAL, broydenTridiagonalAt } from '../broyden-tridiagonal.ts';
import type { Problem } from '../problem.ts';

/** At the size that the paper's readers print. The suite `banded` has it at others. */
export const broydenTridiagonal: Problem = {
  ...BROYDEN_TRIDIAGONAL,
  sizes: [10],
  quickSizes: [],
  at: broydenTridiagonalAt,
};
