import { type Problem, vector } from '../problem.ts';
import { startAndNearby } from '../start-and-nearby.ts';

const Y = Float64Array.of(0.1957, 0.1947, 0.1735, 0.16, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246);
const U = Float64Array.of(4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625);

/** Moré, Garbow, Hillstrom, ACM TOMS 7(1), 1981, problem 15; Kowalik & Osborne, 1968: kinetics of an enzyme. */
export const kowalikOsborne: Problem = {
  name: 'kowalik-osborne',
  title: 'y_i - x1 (u_i^2 + u_i x2) / (u_i^2 + u_i x3 + x4), i = 1 ... 11',
  citation: 'Moré, Garbow, Hillstrom, ACM TOMS 7(1) (1981), problem 15',
  purpose: 'a quotient whose numerator and denominator both vary: the quotient rule, a dense Jacobian',
  sizes: [4],
  quickSizes: [],
  smooth: true,
  at: () =>
    vector({
      inputs: 4,
      outputs: Y.length,
      evaluate(A, [x1, x2, x3, x4]) {
        return Array.from(Y, (y, i) => {
          const u = A.constant(U[i]!);
          const numerator = A.mul(x1!, A.mul(u, A.add(u, x2!)));
          const denominator = A.add(A.mul(u, A.add(u, x3!)), x4!);
          return A.sub(A.constant(y), A.div(numerator, denominator));
        });
      },
      byHand: {
        values(x, out) {
          const x1 = x[0]!;
          const x2 = x[1]!;
          const x3 = x[2]!;
          const x4 = x[3]!;
          for (let i = 0; i < Y.length; i++) {
            const u = U[i]!;
            out[i] = Y[i]! - (x1 * (u * (u + x2))) / (u * (u + x3) + x4);
          }
        },
        jacobian(x, out) {
          const x1 = x[0]!;
          const x2 = x[1]!;
          const x3 = x[2]!;
          const x4 = x[3]!;
          for (let i = 0; i < Y.length; i++) {
            const u = U[i]!;
            const r = 1 / (u * (u + x3) + x4);
            const fraction = u * (u + x2) * r;
            const slope = x1 * r;
            out[4 * i] = -fraction;
            out[4 * i + 1] = -slope * u;
            out[4 * i + 2] = slope * fraction * u;
            out[4 * i + 3] = slope * fraction;
          }
        },
      },
      points: startAndNearby([0.25, 0.39, 0.415, 0.39]),
    }),
};
