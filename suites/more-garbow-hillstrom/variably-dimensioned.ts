import { type Problem, vector } from '../problem.ts';
import { startAndNearby } from '../start-and-nearby.ts';

/** Moré, Garbow, Hillstrom, ACM TOMS 7(1), 1981, problem 25. */
export const variablyDimensioned: Problem = {
  name: 'variably-dimensioned',
  title: '(x_1 - 1, ..., x_n - 1, s, s^2) with s = sum of j (x_j - 1)',
  citation: 'Moré, Garbow, Hillstrom, ACM TOMS 7(1) (1981), problem 25',
  purpose: 'an identity matrix over two dense rows that share one sum',
  sizes: [10],
  quickSizes: [],
  smooth: true,
  at(n) {
    const weights = Float64Array.from({ length: n }, (_, j) => j + 1);
    return vector({
      inputs: n,
      outputs: n + 2,
      evaluate(A, x) {
        const shifted = x.map((xj) => A.sub(xj, A.constant(1)));
        const s = A.linear(weights, shifted);
        return [...shifted, s, A.mul(s, s)];
      },
      byHand: {
        values(x, out) {
          let s = 0;
          for (let j = 0; j < n; j++) {
            const shifted = x[j]! - 1;
            out[j] = shifted;
            s += (j + 1) * shifted;
          }
          out[n] = s;
          out[n + 1] = s * s;
        },
        jacobian(x, out) {
          let s = 0;
          for (let j = 0; j < n; j++) s += (j + 1) * (x[j]! - 1);
          out.fill(0, 0, n * n);
          for (let j = 0; j < n; j++) {
            out[j * n + j] = 1;
            out[n * n + j] = j + 1;
            out[n * n + n + j] = 2 * s * (j + 1);
          }
        },
      },
      points: startAndNearby(Array.from({ length: n }, (_, j) => 1 - (j + 1) / n)),
    });
  },
};
