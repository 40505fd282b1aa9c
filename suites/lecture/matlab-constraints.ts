import { type Problem, vector } from '../problem.ts';
import { randomVector } from '../random.ts';

/**
 * The two constraints of the lecture's MATLAB example: c(x) <= 0. Its slide prints their Jacobian transposed, as MATLAB
 * wants it.
 */
export const matlabConstraints: Problem = {
  name: 'matlab-constraints',
  title: '(1.5 + x1 x2 - x1 - x2, -x1 x2 - 10)',
  citation: 'Liu, Automatic Differentiation (Tsinghua, 2020), manual differentiation; MATLAB fmincon example',
  purpose: 'vector-valued: a Jacobian by rows, where the slide has it by columns',
  sizes: [2],
  quickSizes: [2],
  timed: { default: [2], quick: [] },
  smooth: true,
  at: () =>
    vector({
      inputs: 2,
      outputs: 2,
      evaluate(A, [x1, x2]) {
        const product = A.mul(x1!, x2!);
        return [A.sub(A.sub(A.add(A.constant(1.5), product), x1!), x2!), A.sub(A.neg(product), A.constant(10))];
      },
      byHand: {
        values(x, out) {
          out[0] = 1.5 + x[0]! * x[1]! - x[0]! - x[1]!;
          out[1] = -x[0]! * x[1]! - 10;
        },
        jacobian(x, out) {
          out[0] = x[1]! - 1;
          out[1] = x[0]! - 1;
          out[2] = -x[1]!;
          out[3] = -x[0]!;
        },
      },
      points: (random) => [Float64Array.of(-1, 1), randomVector(random, 2, -10, 2), randomVector(random, 2, 2, 5)],
    }),
};
