import { type Problem, scalar } from '../problem.ts';
import { randomVector } from '../random.ts';

/**
 * Rosenbrock, An automatic method for finding the greatest or least value of a function, Computer Journal 3 (1960), chained over n variables.
 * First point: his start, continued: (-1.2, 1, -1.2, 1, ...). Minimum: 0 at (1, ..., 1).
 */
export const rosenbrock: Problem = {
  name: 'rosenbrock',
  title: 'sum over i < n of 100 (x_{i+1} - x_i^2)^2 + (1 - x_i)^2',
  citation: 'Rosenbrock, Computer Journal 3 (1960); chained as in Toint, Mathematics of Computation 32 (1978)',
  purpose: 'terms so cheap that the overhead of a method shows; a gradient of three entries a term',
  sizes: [2, 10, 100, 1000],
  quickSizes: [100],
  smooth: true,
  at: (n) =>
    scalar({
      inputs: n,
      evaluate(A, x) {
        const terms = x.slice(1).map((next, i) => {
          const valley = A.sub(next, A.pow(x[i]!, 2));
          const slope = A.sub(A.constant(1), x[i]!);
          return A.add(A.mul(A.constant(100), A.pow(valley, 2)), A.pow(slope, 2));
        });
        return A.sum(terms);
      },
      byHand: {
        value(x) {
          let total = 0;
          let xi = x[0]!;
          for (let i = 1; i < n; i++) {
            const next = x[i]!;
            const valley = next - xi * xi;
            const slope = 1 - xi;
            total += 100 * valley * valley + slope * slope;
            xi = next;
          }
          return total;
        },
        gradient(x, out) {
          let total = 0;
          let xi = x[0]!;
          let fromLeft = 0;
          for (let i = 1; i < n; i++) {
            const next = x[i]!;
            const valley = next - xi * xi;
            const slope = 1 - xi;
            const steep = 200 * valley;
            total += 0.5 * steep * valley + slope * slope;
            out[i - 1] = fromLeft - 2 * (steep * xi + slope);
            fromLeft = steep;
            xi = next;
          }
          out[n - 1] = fromLeft;
          return total;
        },
      },
      points: (random) => [
        Float64Array.from({ length: n }, (_, i) => (i % 2 === 0 ? -1.2 : 1)),
        randomVector(random, n, -2, 2),
        randomVector(random, n, 0.5, 1.5),
      ],
    }),
};
