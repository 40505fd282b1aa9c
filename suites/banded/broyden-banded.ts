import { type Problem, vector } from '../problem.ts';
import { startAndNearby } from '../start-and-nearby.ts';
import { SIZES } from './sizes.ts';

/** Entries of a row below and above the diagonal. */
const [LOWER, UPPER] = [5, 1];

/** Moré, Garbow, Hillstrom, ACM TOMS 7(1), 1981, problem 31; Broyden, Mathematics of Computation 25, 1971. */
export const broydenBanded: Problem = {
  name: 'broyden-banded',
  title: 'x_i (2 + 5 x_i^2) + 1 - sum of x_j (1 + x_j) over the 5 before and the 1 after x_i, i = 1 ... n',
  citation: 'Moré, Garbow, Hillstrom, ACM TOMS 7(1) (1981), problem 31',
  purpose: 'a band that is wider below the diagonal than above: seven non-zeros a row',
  sizes: SIZES,
  quickSizes: [],
  smooth: true,
  at(n) {
    const first = (i: number) => Math.max(0, i - LOWER);
    const last = (i: number) => Math.min(n - 1, i + UPPER);
    const terms = new Float64Array(LOWER + n + UPPER); // x_j (1 + x_j) between zeros
    return vector({
      inputs: n,
      outputs: n,
      evaluate(A, x) {
        const [one, two, five] = [A.constant(1), A.constant(2), A.constant(5)];
        const terms = x.map((xj) => A.mul(xj, A.add(one, xj)));
        return x.map((xi, i) => {
          const own = A.mul(xi, A.add(two, A.mul(five, A.mul(xi, xi))));
          const others = [...terms.slice(first(i), i), ...terms.slice(i + 1, last(i) + 1)];
          return A.sub(A.add(own, one), A.sum(others));
        });
      },
      byHand: {
        values(x, out) {
          for (let j = 0; j < n; j++) terms[LOWER + j] = x[j]! * (1 + x[j]!);
          for (let i = 0; i < n; i++) {
            const xi = x[i]!;
            const before = terms[i]! + terms[i + 1]! + terms[i + 2]! + terms[i + 3]! + terms[i + 4]!;
            const others = before + terms[i + 6]!;
            out[i] = xi * (2 + 5 * xi * xi) + 1 - others;
          }
        },
        jacobian(x, out) {
          out.fill(0);
          for (let j = 0; j < n; j++) {
            const slope = -1 - 2 * x[j]!;
            for (let i = Math.max(0, j - UPPER); i <= Math.min(n - 1, j + LOWER); i++) out[i * n + j] = slope;
            out[j * n + j] = 2 + 15 * x[j]! * x[j]!;
          }
        },
      },
      points: startAndNearby(Array.from({ length: n }, () => -1)),
    });
  },
};
