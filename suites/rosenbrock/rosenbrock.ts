import { type Problem, scalar } from '../problem.ts';
import { randomVector } from '../random.ts';

/**
 * Rosenbrock, An automatic method for finding the greatest or least value of a function, Computer Journal 3 (1960),
 * chained over n variables. First point: his start, continued: (-1.2, 1, -1.2, 1, ...). Minimum: 0 at (1, ..., 1).
 */
export const rosenbrock: Problem = {
  name: 'rosenbrock',
  title: 'sum over i < n of 100 (x_{i+1} - x_i^2)^2 + (1 - x_i)^2',
  citation: 'Rosenbrock, Computer Journal 3 (1960); chained as in Toint, Mathematics of Computation 32 (1978)',
  purpose: 'terms so cheap that the overhead of a method shows; a gradient of three entries a term',
  sizes: [2, 10, 100, 1000],
  quickSizes: [10],
  timed: { default: [10, 100, 1000], quick: [] },
  smooth: true,
  at: (n) =>
    scalar({
      inputs: n,
      evaluate(A, x) {
        const [one, hundred] = [A.constant(1), A.constant(100)];
        return A.sumOver(n - 1, (i) => {
          const valley = A.sub(x[i + 1]!, A.pow(x[i]!, 2));
          const slope = A.sub(one, x[i]!);
          return A.add(A.mul(hundred, A.pow(valley, 2)), A.pow(slope, 2));
        });
      },
      byHand: {
        value(x) {
          let valleys = 0;
          let slopes = 0;
          let xi = x[0]!;
          for (let i = 2; i < n; i += 2) {
            // two terms at a time, so that an addition to a sum waits half as often for the one before
            const next = x[i - 1]!;
            const after = x[i]!;
            const valley = next - xi * xi;
            const nextValley = after - next * next;
            const slope = 1 - xi;
            const nextSlope = 1 - next;
            valleys += valley * valley + nextValley * nextValley;
            slopes += slope * slope + nextSlope * nextSlope;
            xi = after;
          }
          if (n % 2 === 0) {
            const valley = x[n - 1]! - xi * xi;
            const slope = 1 - xi;
            valleys += valley * valley;
            slopes += slope * slope;
          }
          return 100 * valleys + slopes;
        },
        gradient(x, out) {
          let valleys = 0;
          let slopes = 0;
          let xi = x[0]!;
          let fromLeft = 0; // what the term on the left gives to out[i]
          for (let i = 2; i < n; i += 2) {
            const next = x[i - 1]!;
            const after = x[i]!;
            const valley = next - xi * xi;
            const nextValley = after - next * next;
            const slope = xi - 1;
            const nextSlope = next - 1;
            valleys += valley * valley + nextValley * nextValley;
            slopes += slope * slope + nextSlope * nextSlope;
            const steep = 200 * valley;
            const nextSteep = 200 * nextValley;
            out[i - 2] = fromLeft + 2 * (slope - steep * xi);
            out[i - 1] = steep + 2 * (nextSlope - nextSteep * next);
            fromLeft = nextSteep;
            xi = after;
          }
          if (n % 2 === 0) {
            const valley = x[n - 1]! - xi * xi;
            const slope = xi - 1;
            valleys += valley * valley;
            slopes += slope * slope;
            const steep = 200 * valley;
            out[n - 2] = fromLeft + 2 * (slope - steep * xi);
            fromLeft = steep;
          }
          out[n - 1] = fromLeft;
          return 100 * valleys + slopes;
        },
        hessian(x, out) {
          out.fill(0);
          for (let i = 0; i < n - 1; i++) {
            const at = i * (n + 1); // the diagonal
            out[at]! += 1200 * x[i]! * x[i]! - 400 * x[i + 1]! + 2;
            out[at + 1] = out[at + n] = -400 * x[i]!;
            out[at + n + 1]! += 200;
          }
        },
      },
      points: (random) => [
        Float64Array.from({ length: n }, (_, i) => (i % 2 === 0 ? -1.2 : 1)),
        randomVector(random, n, -2, 2),
        randomVector(random, n, 0.5, 1.5),
      ],
    }),
};
