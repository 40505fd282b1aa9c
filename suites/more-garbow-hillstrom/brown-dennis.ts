import { type Problem, vector } from '../problem.ts';
import { startAndNearby } from '../start-and-nearby.ts';

const T = Float64Array.from({ length: 20 }, (_, i) => (i + 1) / 5);
const EXP = T.map(Math.exp);
const SIN = T.map(Math.sin);
const COS = T.map(Math.cos);

/** Moré, Garbow, Hillstrom, ACM TOMS 7(1), 1981, problem 16; Brown & Dennis, Numerische Mathematik 18, 1971. */
export const brownDennis: Problem = {
  name: 'brown-dennis',
  title: '(x1 + t_i x2 - exp(t_i))^2 + (x3 + x4 sin(t_i) - cos(t_i))^2, i = 1 ... 20',
  citation: 'Moré, Garbow, Hillstrom, ACM TOMS 7(1) (1981), problem 16',
  purpose: 'squares of linear rows; large residuals remain at the solution',
  sizes: [4],
  quickSizes: [],
  smooth: true,
  at: () =>
    vector({
      inputs: 4,
      outputs: T.length,
      evaluate(A, [x1, x2, x3, x4]) {
        return Array.from(T, (t, i) => {
          const a = A.sub(A.linear([1, t], [x1!, x2!]), A.constant(EXP[i]!));
          const b = A.sub(A.linear([1, SIN[i]!], [x3!, x4!]), A.constant(COS[i]!));
          return A.add(A.mul(a, a), A.mul(b, b));
        });
      },
      byHand: {
        values(x, out) {
          for (let i = 0; i < T.length; i++) {
            const a = x[0]! + T[i]! * x[1]! - EXP[i]!;
            const b = x[2]! + SIN[i]! * x[3]! - COS[i]!;
            out[i] = a * a + b * b;
          }
        },
        jacobian(x, out) {
          for (let i = 0; i < T.length; i++) {
            const a = 2 * (x[0]! + T[i]! * x[1]! - EXP[i]!);
            const b = 2 * (x[2]! + SIN[i]! * x[3]! - COS[i]!);
            out[4 * i] = a;
            out[4 * i + 1] = T[i]! * a;
            out[4 * i + 2] = b;
            out[4 * i + 3] = SIN[i]! * b;
          }
        },
      },
      points: startAndNearby([25, 5, -5, -1]),
    }),
};
