/** A problem of one's own: a function, its derivative written by hand, and the points at which it is differentiated. */
import { type Problem, scalar } from '../../suites/problem.ts';

export const distance: Problem = {
  name: 'distance',
  title: 'sqrt(x1^2 + x2^2)',
  citation: 'Euclid, Elements I.47',
  purpose: 'an example',
  sizes: [2],
  quickSizes: [2],
  smooth: true,
  at: () =>
    scalar({
      inputs: 2,
      evaluate: (A, [x1, x2]) => A.sqrt(A.add(A.mul(x1!, x1!), A.mul(x2!, x2!))),
      byHand: {
        value: (x) => Math.sqrt(x[0]! ** 2 + x[1]! ** 2),
        gradient(x, out) {
          const r = Math.sqrt(x[0]! ** 2 + x[1]! ** 2);
          out[0] = x[0]! / r;
          out[1] = x[1]! / r;
          return r;
        },
      },
      points: (random) => [Float64Array.of(3, 4), Float64Array.of(random(1, 2), random(-2, -1))],
    }),
};
