import { type Problem, scalar } from '../problem.ts';
import { randomVector } from '../random.ts';

/** Baydin et al., Automatic Differentiation in Machine Learning: a Survey, JMLR 18 (2018), Tables 2 and 3. */
export const logProductSine: Problem = {
  name: 'log-product-sine',
  title: 'ln(x1) + x1 x2 - sin(x2)',
  citation: 'Baydin, Pearlmutter, Radul, Siskind, JMLR 18 (2018), Tables 2 and 3',
  purpose: 'the running example of the lecture: its traces are known to three decimals at (2, 5)',
  sizes: [2],
  quickSizes: [2],
  timed: { default: [2], quick: [2], related: [2] },
  smooth: true,
  at: () =>
    scalar({
      inputs: 2,
      evaluate(A, [x1, x2]) {
        return A.sub(A.add(A.log(x1!), A.mul(x1!, x2!)), A.sin(x2!));
      },
      byHand: {
        value: (x) => Math.log(x[0]!) + x[0]! * x[1]! - Math.sin(x[1]!),
        gradient(x, out) {
          const x1 = x[0]!;
          const x2 = x[1]!;
          out[0] = 1 / x1 + x2;
          out[1] = x1 - Math.cos(x2);
          return Math.log(x1) + x1 * x2 - Math.sin(x2);
        },
        hessian(x, out) {
          out[0] = -1 / (x[0]! * x[0]!);
          out[1] = out[2] = 1;
          out[3] = Math.sin(x[1]!);
        },
      },
      closedForm: 'log(x1) + x1 * x2 - sin(x2)',
      points: (random) => [Float64Array.of(2, 5), randomVector(random, 2, 0.1, 4), randomVector(random, 2, 4, 40)],
    }),
};
