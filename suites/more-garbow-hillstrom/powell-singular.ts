import { type Problem, vector } from '../problem.ts';
import { startAndNearby } from '../start-and-nearby.ts';

const SQRT5 = Math.sqrt(5);
const SQRT10 = Math.sqrt(10);

/** Moré, Garbow, Hillstrom, ACM TOMS 7(1), 1981, problem 13; Powell, The Computer Journal 5, 1962. */
export const powellSingular: Problem = {
  name: 'powell-singular',
  title: '(x1 + 10 x2, sqrt(5) (x3 - x4), (x2 - 2 x3)^2, sqrt(10) (x1 - x4)^2)',
  citation: 'Moré, Garbow, Hillstrom, ACM TOMS 7(1) (1981), problem 13',
  purpose: 'half of the Jacobian is constant and a third of it zero; it is singular at the solution',
  sizes: [4],
  quickSizes: [],
  smooth: true,
  at: () =>
    vector({
      inputs: 4,
      outputs: 4,
      evaluate(A, [x1, x2, x3, x4]) {
        return [
          A.linear([1, 10], [x1!, x2!]),
          A.linear([SQRT5, -SQRT5], [x3!, x4!]),
          A.pow(A.linear([1, -2], [x2!, x3!]), 2),
          A.mul(A.constant(SQRT10), A.pow(A.sub(x1!, x4!), 2)),
        ];
      },
      byHand: {
        values(x, out) {
          const third = x[1]! - 2 * x[2]!;
          const fourth = x[0]! - x[3]!;
          out[0] = x[0]! + 10 * x[1]!;
          out[1] = SQRT5 * (x[2]! - x[3]!);
          out[2] = third * third;
          out[3] = SQRT10 * fourth * fourth;
        },
        jacobian(x, out) {
          const third = 2 * (x[1]! - 2 * x[2]!);
          const fourth = 2 * SQRT10 * (x[0]! - x[3]!);
          out[0] = 1;
          out[1] = 10;
          out[2] = out[3] = out[4] = out[5] = out[8] = out[11] = out[13] = out[14] = 0;
          out[6] = SQRT5;
          out[7] = -SQRT5;
          out[9] = third;
          out[10] = -2 * third;
          out[12] = fourth;
          out[15] = -fourth;
        },
      },
      points: startAndNearby([3, -1, 0, 1]),
    }),
};
