import { type Problem, vector } from '../problem.ts';
import { startAndNearby } from '../start-and-nearby.ts';

const HALF = [0.0009, 0.0044, 0.0175, 0.054, 0.1295, 0.242, 0.3521];
const Y = Float64Array.from([...HALF, 0.3989, ...HALF.toReversed()]);
const T = Y.map((_, i) => (7 - i) / 2);

/** Moré, Garbow, Hillstrom, ACM TOMS 7(1), 1981, problem 9. */
export const gaussian: Problem = {
  name: 'gaussian',
  title: 'x1 exp(-x2 (t_i - x3)^2 / 2) - y_i, i = 1 ... 15',
  citation: 'Moré, Garbow, Hillstrom, ACM TOMS 7(1) (1981), problem 9',
  purpose: 'residuals near 0 at the start, with a derivative that is exactly 0 in the middle row',
  sizes: [3],
  quickSizes: [],
  smooth: true,
  at: () =>
    vector({
      inputs: 3,
      outputs: Y.length,
      evaluate(A, [x1, x2, x3]) {
        const rate = A.mul(A.constant(-0.5), x2!);
        return Array.from(Y, (y, i) => {
          const square = A.pow(A.sub(A.constant(T[i]!), x3!), 2);
          return A.sub(A.mul(x1!, A.exp(A.mul(rate, square))), A.constant(y));
        });
      },
      byHand: {
        values(x, out) {
          const x1 = x[0]!;
          const x2 = x[1]!;
          const x3 = x[2]!;
          for (let i = 0; i < Y.length; i++) {
            const d = T[i]! - x3;
            out[i] = x1 * Math.exp(-0.5 * x2 * d * d) - Y[i]!;
          }
        },
        jacobian(x, out) {
          const x1 = x[0]!;
          const x2 = x[1]!;
          const x3 = x[2]!;
          for (let i = 0; i < Y.length; i++) {
            const d = T[i]! - x3;
            const e = Math.exp(-0.5 * x2 * d * d);
            const xed = x1 * e * d;
            out[3 * i] = e;
            out[3 * i + 1] = -0.5 * xed * d;
            out[3 * i + 2] = x2 * xed;
          }
        },
      },
      points: startAndNearby([0.4, 1, 0]),
    }),
};
