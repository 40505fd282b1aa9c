import { type Problem, vector } from '../problem.ts';
import { startAndNearby } from '../start-and-nearby.ts';

const Y = [1.5, 2.25, 2.625];

/** Moré, Garbow, Hillstrom, ACM TOMS 7(1), 1981, problem 5; Beale, Princeton report 25, 1958. */
export const beale: Problem = {
  name: 'beale',
  title: 'y_i - x1 (1 - x2^i), i = 1 ... 3',
  citation: 'Moré, Garbow, Hillstrom, ACM TOMS 7(1) (1981), problem 5',
  purpose: 'powers of one variable; the starting point has a column of zeros in its Jacobian',
  sizes: [2],
  quickSizes: [],
  smooth: true,
  at: () =>
    vector({
      inputs: 2,
      outputs: 3,
      evaluate(A, [x1, x2]) {
        return Y.map((y, i) => A.sub(A.constant(y), A.mul(x1!, A.sub(A.constant(1), A.pow(x2!, i + 1)))));
      },
      byHand: {
        values(x, out) {
          const x1 = x[0]!;
          const x2 = x[1]!;
          out[0] = 1.5 - x1 * (1 - x2);
          out[1] = 2.25 - x1 * (1 - x2 * x2);
          out[2] = 2.625 - x1 * (1 - x2 * x2 * x2);
        },
        jacobian(x, out) {
          const x1 = x[0]!;
          const x2 = x[1]!;
          out[0] = x2 - 1;
          out[1] = x1;
          out[2] = x2 * x2 - 1;
          out[3] = 2 * x1 * x2;
          out[4] = x2 * x2 * x2 - 1;
          out[5] = 3 * x1 * x2 * x2;
        },
      },
      points: startAndNearby([1, 1]),
    }),
};
