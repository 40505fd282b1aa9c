import { type Problem, vector } from '../problem.ts';
import { startAndNearby } from '../start-and-nearby.ts';

/** Moré, Garbow, Hillstrom, ACM TOMS 7(1), 1981, problem 3; Powell, A hybrid method for nonlinear equations, 1970. */
export const powellBadlyScaled: Problem = {
  name: 'powell-badly-scaled',
  title: '(10^4 x1 x2 - 1, exp(-x1) + exp(-x2) - 1.0001)',
  citation: 'Moré, Garbow, Hillstrom, ACM TOMS 7(1) (1981), problem 3',
  purpose: 'rows of the Jacobian that differ by four orders of magnitude',
  sizes: [2],
  quickSizes: [],
  smooth: true,
  at: () =>
    vector({
      inputs: 2,
      outputs: 2,
      evaluate(A, [x1, x2]) {
        const product = A.mul(A.mul(A.constant(1e4), x1!), x2!);
        const decay = A.add(A.exp(A.neg(x1!)), A.exp(A.neg(x2!)));
        return [A.sub(product, A.constant(1)), A.sub(decay, A.constant(1.0001))];
      },
      byHand: {
        values(x, out) {
          out[0] = 1e4 * x[0]! * x[1]! - 1;
          out[1] = Math.exp(-x[0]!) + Math.exp(-x[1]!) - 1.0001;
        },
        jacobian(x, out) {
          out[0] = 1e4 * x[1]!;
          out[1] = 1e4 * x[0]!;
          out[2] = -Math.exp(-x[0]!);
          out[3] = -Math.exp(-x[1]!);
        },
      },
      points: startAndNearby([0, 1]),
    }),
};
