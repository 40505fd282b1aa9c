import { type Instance, vector } from './problem.ts';
import { startAndNearby } from './start-and-nearby.ts';

/** The description that both suites of this problem share. */
export const BROYDEN_TRIDIAGONAL = {
  name: 'broyden-tridiagonal',
  title: '(3 - 2 x_i) x_i - x_(i-1) - 2 x_(i+1) + 1, i = 1 ... n, with x_0 = x_(n+1) = 0',
  citation: 'Moré, Garbow, Hillstrom, ACM TOMS 7(1) (1981), problem 30',
  purpose: 'a banded Jacobian: three non-zeros a row, whatever n',
  smooth: true,
} as const;

/**
 * The function of n inputs and n values (Moré, Garbow, Hillstrom, ACM TOMS 7(1), 1981, problem 30; Broyden, Mathematics
 * of Computation 19, 1965).
 */
export function broydenTridiagonalAt(n: number): Instance {
  return vector({
    inputs: n,
    outputs: n,
    evaluate(A, x) {
      const one = A.constant(1);
      const zero = A.constant(0);
      return x.map((xi, i) => {
        const square = A.mul(xi, xi);
        return A.add(A.linear([3, -2, -1, -2], [xi, square, x[i - 1] ?? zero, x[i + 1] ?? zero]), one);
      });
    },
    byHand: {
      values(x, out) {
        const last = n - 1;
        let before = 0;
        for (let i = 0; i < last; i++) {
          const xi = x[i]!;
          out[i] = (3 - 2 * xi) * xi - before - 2 * x[i + 1]! + 1;
          before = xi;
        }
        out[last] = (3 - 2 * x[last]!) * x[last]! - before + 1;
      },
      jacobian(x, out) {
        out.fill(0);
        for (let i = 0; i < n; i++) {
          const diagonal = i * n + i;
          if (i > 0) out[diagonal - 1] = -1;
          out[diagonal] = 3 - 4 * x[i]!;
          if (i < n - 1) out[diagonal + 1] = -2;
        }
      },
    },
    points: startAndNearby(Array.from({ length: n }, () => -1)),
  });
}
