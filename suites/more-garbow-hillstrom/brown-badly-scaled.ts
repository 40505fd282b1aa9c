import { type Problem, vector } from '../problem.ts';
import { startAndNearby } from '../start-and-nearby.ts';

/** Moré, Garbow, Hillstrom, ACM TOMS 7(1), 1981, problem 4; Brown (unpublished). */
export const brownBadlyScaled: Problem = {
  name: 'brown-badly-scaled',
  title: '(x1 - 10^6, x2 - 2e-6, x1 x2 - 2)',
  citation: 'Moré, Garbow, Hillstrom, ACM TOMS 7(1) (1981), problem 4',
  purpose: 'a difference quotient of x1 - 10^6 loses six digits to a constant whose derivative is 0',
  sizes: [2],
  quickSizes: [],
  smooth: true,
  at: () =>
    vector({
      inputs: 2,
      outputs: 3,
      evaluate(A, [x1, x2]) {
        const third = A.sub(A.mul(x1!, x2!), A.constant(2));
        return [A.sub(x1!, A.constant(1e6)), A.sub(x2!, A.constant(2e-6)), third];
      },
      byHand: {
        values(x, out) {
          out[0] = x[0]! - 1e6;
          out[1] = x[1]! - 2e-6;
          out[2] = x[0]! * x[1]! - 2;
        },
        jacobian(x, out) {
          out[0] = 1;
          out[1] = 0;
          out[2] = 0;
          out[3] = 1;
          out[4] = x[1]!;
          out[5] = x[0]!;
        },
      },
      points: startAndNearby([1, 1]),
    }),
};
