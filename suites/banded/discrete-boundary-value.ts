import { type Problem, vector } from '../problem.ts';
import { startAndNearby } from '../start-and-nearby.ts';
import { SIZES } from './sizes.ts';

/**
 * Moré, Garbow, Hillstrom, ACM TOMS 7(1), 1981, problem 28; Moré & Cosnard, ACM TOMS 5(1), 1979: u'' = (u + t + 1)^3 /
 * 2, u(0) = u(1) = 0, on a grid.
 */
export const discreteBoundaryValue: Problem = {
  name: 'discrete-boundary-value',
  title: '2 x_i - x_(i-1) - x_(i+1) + h^2 (x_i + t_i + 1)^3 / 2, t_i = i h, h = 1 / (n + 1), with x_0 = x_(n+1) = 0',
  citation: 'Moré, Garbow, Hillstrom, ACM TOMS 7(1) (1981), problem 28',
  purpose: 'what discretised differential equations look like: a constant band and a nonlinear diagonal',
  sizes: SIZES,
  quickSizes: [],
  smooth: true,
  at(n) {
    const h = 1 / (n + 1);
    const weight = (h * h) / 2;
    const grid = Array.from({ length: n }, (_, i) => (i + 1) * h);
    const shifts = grid.map((t) => t + 1);
    return vector({
      inputs: n,
      outputs: n,
      evaluate(A, x) {
        const zero = A.constant(0);
        return x.map((xi, i) => {
          const cube = A.pow(A.add(xi, A.constant(shifts[i]!)), 3);
          return A.linear([2, -1, -1, weight], [xi, x[i - 1] ?? zero, x[i + 1] ?? zero, cube]);
        });
      },
      byHand: {
        values(x, out) {
          let before = 0;
          let xi = x[0]!;
          for (let i = 0; i < n; i++) {
            const after = i < n - 1 ? x[i + 1]! : 0;
            const shifted = xi + shifts[i]!;
            out[i] = 2 * xi - (before + after) + weight * (shifted * shifted * shifted);
            before = xi;
            xi = after;
          }
        },
        jacobian(x, out) {
          out.fill(0);
          for (let i = 0; i < n; i++) {
            const shifted = x[i]! + shifts[i]!;
            const diagonal = i * n + i;
            if (i > 0) out[diagonal - 1] = -1;
            out[diagonal] = 2 + 3 * weight * (shifted * shifted);
            if (i < n - 1) out[diagonal + 1] = -1;
          }
        },
      },
      points: startAndNearby(grid.map((t) => t * (t - 1))),
    });
  },
};
