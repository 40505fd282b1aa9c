import { type Problem, vector } from '../problem.ts';
import { startAndNearby } from '../start-and-nearby.ts';

const Y = Float64Array.of(0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.1, 4.39);
const U = Y.map((_, i) => i + 1);
const V = U.map((u) => 16 - u);
const W = U.map((u) => Math.min(u, 16 - u));

/** Moré, Garbow, Hillstrom, ACM TOMS 7(1), 1981, problem 8; Bard, SIAM J. Numer. Anal. 7, 1970. */
export const bard: Problem = {
  name: 'bard',
  title: 'y_i - (x1 + u_i / (v_i x2 + w_i x3)), i = 1 ... 15',
  citation: 'Moré, Garbow, Hillstrom, ACM TOMS 7(1) (1981), problem 8',
  purpose: 'a rational model fitted to data: a division a row',
  sizes: [3],
  quickSizes: [3],
  smooth: true,
  at: () =>
    vector({
      inputs: 3,
      outputs: Y.length,
      evaluate(A, [x1, x2, x3]) {
        return Array.from(Y, (y, i) => {
          const denominator = A.linear([V[i]!, W[i]!], [x2!, x3!]);
          return A.sub(A.constant(y), A.add(x1!, A.div(A.constant(U[i]!), denominator)));
        });
      },
      byHand: {
        values(x, out) {
          const x1 = x[0]!;
          const x2 = x[1]!;
          const x3 = x[2]!;
          for (let i = 0; i < Y.length; i++) out[i] = Y[i]! - (x1 + U[i]! / (V[i]! * x2 + W[i]! * x3));
        },
        jacobian(x, out) {
          const x2 = x[1]!;
          const x3 = x[2]!;
          for (let i = 0; i < Y.length; i++) {
            const denominator = V[i]! * x2 + W[i]! * x3;
            const slope = U[i]! / (denominator * denominator);
            out[3 * i] = -1;
            out[3 * i + 1] = slope * V[i]!;
            out[3 * i + 2] = slope * W[i]!;
          }
        },
      },
      points: startAndNearby([1, 1, 1]),
    }),
};
