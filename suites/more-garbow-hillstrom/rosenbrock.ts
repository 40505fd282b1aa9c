import { type Problem, vector } from '../problem.ts';
import { startAndNearby } from '../start-and-nearby.ts';

/** Moré, Garbow, Hillstrom, ACM TOMS 7(1), 1981, problem 1; Rosenbrock, The Computer Journal 3, 1960. */
export const rosenbrock: Problem = {
  name: 'rosenbrock',
  title: '(10 (x2 - x1^2), 1 - x1)',
  citation: 'Moré, Garbow, Hillstrom, ACM TOMS 7(1) (1981), problem 1',
  purpose: 'the smallest of the classics: a Jacobian of two rows, one of them constant',
  sizes: [2],
  quickSizes: [],
  smooth: true,
  at: () =>
    vector({
      inputs: 2,
      outputs: 2,
      evaluate(A, [x1, x2]) {
        return [A.linear([10, -10], [x2!, A.mul(x1!, x1!)]), A.sub(A.constant(1), x1!)];
      },
      byHand: {
        values(x, out) {
          const x1 = x[0]!;
          out[0] = 10 * (x[1]! - x1 * x1);
          out[1] = 1 - x1;
        },
        jacobian(x, out) {
          out[0] = -20 * x[0]!;
          out[1] = 10;
          out[2] = -1;
          out[3] = 0;
        },
      },
      points: startAndNearby([-1.2, 1]),
    }),
};
