import { type Problem, vector } from '../problem.ts';
import { startAndNearby } from '../start-and-nearby.ts';

/** Moré, Garbow, Hillstrom, ACM TOMS 7(1), 1981, problem 26; Spedicato, CISE report N-175, 1975. */
export const trigonometric: Problem = {
  name: 'trigonometric',
  title: 'n - sum of cos(x_j) + i (1 - cos(x_i)) - sin(x_i), i = 1 ... n',
  citation: 'Moré, Garbow, Hillstrom, ACM TOMS 7(1) (1981), problem 26',
  purpose: 'every row shares one sum: n sines and cosines suffice for the n x n Jacobian',
  sizes: [10],
  quickSizes: [],
  smooth: true,
  at: (n) =>
    vector({
      inputs: n,
      outputs: n,
      evaluate(A, x) {
        const one = A.constant(1);
        const cosines = x.map((xj) => A.cos(xj));
        const rest = A.sub(A.constant(n), A.sum(cosines));
        return x.map((xi, i) => {
          const own = A.mul(A.constant(i + 1), A.sub(one, cosines[i]!));
          return A.sub(A.add(rest, own), A.sin(xi));
        });
      },
      byHand: {
        values(x, out) {
          let total = 0;
          for (let i = 0; i < n; i++) {
            const cosine = Math.cos(x[i]!);
            total += cosine;
            out[i] = (i + 1) * (1 - cosine) - Math.sin(x[i]!);
          }
          const rest = n - total;
          for (let i = 0; i < n; i++) out[i]! += rest;
        },
        jacobian(x, out) {
          for (let j = 0; j < n; j++) {
            const sine = Math.sin(x[j]!);
            for (let i = 0; i < n; i++) out[i * n + j] = sine;
            out[j * n + j] = (j + 2) * sine - Math.cos(x[j]!);
          }
        },
      },
      points: startAndNearby(Array.from({ length: n }, () => 1 / n)),
    }),
};
