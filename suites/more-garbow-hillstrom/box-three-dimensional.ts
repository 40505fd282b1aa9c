import { type Problem, vector } from '../problem.ts';
import { startAndNearby } from '../start-and-nearby.ts';

const T = Float64Array.from({ length: 10 }, (_, i) => 0.1 * (i + 1));
const C = T.map((t) => Math.exp(-t) - Math.exp(-10 * t));

/** Moré, Garbow, Hillstrom, ACM TOMS 7(1), 1981, problem 12; Box, The Computer Journal 9, 1966. */
export const boxThreeDimensional: Problem = {
  name: 'box-three-dimensional',
  title: 'exp(-t_i x1) - exp(-t_i x2) - x3 (exp(-t_i) - exp(-10 t_i)), i = 1 ... 10',
  citation: 'Moré, Garbow, Hillstrom, ACM TOMS 7(1) (1981), problem 12',
  purpose: 'a sum of exponentials that is linear in one of its variables',
  sizes: [3],
  quickSizes: [],
  smooth: true,
  at: () =>
    vector({
      inputs: 3,
      outputs: T.length,
      evaluate(A, [x1, x2, x3]) {
        return Array.from(T, (t, i) => {
          const decay = (x: typeof x1) => A.exp(A.mul(A.constant(-t), x!));
          return A.linear([1, -1, -C[i]!], [decay(x1), decay(x2), x3!]);
        });
      },
      byHand: {
        values(x, out) {
          for (let i = 0; i < T.length; i++) {
            out[i] = Math.exp(-T[i]! * x[0]!) - Math.exp(-T[i]! * x[1]!) - x[2]! * C[i]!;
          }
        },
        jacobian(x, out) {
          for (let i = 0; i < T.length; i++) {
            const t = T[i]!;
            out[3 * i] = -t * Math.exp(-t * x[0]!);
            out[3 * i + 1] = t * Math.exp(-t * x[1]!);
            out[3 * i + 2] = -C[i]!;
          }
        },
      },
      points: startAndNearby([0, 10, 20]),
    }),
};
