import { type Problem, scalar } from '../problem.ts';
import { randomVector } from '../random.ts';

/**
 * The objective of the lecture's MATLAB example (fmincon, nonlinear constraints), whose gradient the slide writes by
 * hand. Start: (-1, 1).
 */
export const matlabObjective: Problem = {
  name: 'matlab-objective',
  title: 'exp(x1) (4 x1^2 + 2 x2^2 + 4 x1 x2 + 2 x2 + 1)',
  citation: 'Liu, Automatic Differentiation (Tsinghua, 2020), manual differentiation; MATLAB fmincon example',
  purpose: 'the gradient that people write by hand: time consuming and prone to error',
  sizes: [2],
  quickSizes: [2],
  timed: { default: [2], quick: [] },
  smooth: true,
  at: () =>
    scalar({
      inputs: 2,
      evaluate(A, [x1, x2]) {
        const squares = A.add(A.mul(A.constant(4), A.pow(x1!, 2)), A.mul(A.constant(2), A.pow(x2!, 2)));
        const product = A.mul(A.mul(A.constant(4), x1!), x2!);
        const rest = A.add(A.mul(A.constant(2), x2!), A.constant(1));
        return A.mul(A.exp(x1!), A.add(A.add(squares, product), rest));
      },
      byHand: {
        value(x) {
          const x1 = x[0]!;
          const x2 = x[1]!;
          return Math.exp(x1) * (4 * x1 * x1 + 2 * x2 * x2 + 4 * x1 * x2 + 2 * x2 + 1);
        },
        gradient(x, out) {
          const x1 = x[0]!;
          const x2 = x[1]!;
          const e = Math.exp(x1);
          const f = e * (4 * x1 * x1 + 2 * x2 * x2 + 4 * x1 * x2 + 2 * x2 + 1);
          out[0] = f + e * (8 * x1 + 4 * x2);
          out[1] = e * (4 * x1 + 4 * x2 + 2);
          return f;
        },
        hessian(x, out) {
          const x1 = x[0]!;
          const x2 = x[1]!;
          const e = Math.exp(x1);
          const quadratic = 4 * x1 * x1 + 2 * x2 * x2 + 4 * x1 * x2 + 2 * x2 + 1;
          out[0] = e * (quadratic + 2 * (8 * x1 + 4 * x2) + 8);
          out[1] = out[2] = e * (4 * x1 + 4 * x2 + 6);
          out[3] = 4 * e;
        },
      },
      closedForm: 'exp(x1) * (4 * x1^2 + 2 * x2^2 + 4 * x1 * x2 + 2 * x2 + 1)',
      points: (random) => [Float64Array.of(-1, 1), randomVector(random, 2, -10, 1), randomVector(random, 2, 1, 3)],
    }),
};
