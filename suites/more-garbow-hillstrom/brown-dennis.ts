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
          const x1 = x[0]!;
          const x2 = x[1]!;
          const x3 = x[2]!;
          const x4 = x[3]!;
          for (let i = 0; i < T.length; i++) {
            const a = x1 + T[i]! * x2 - EXP[i]!;
            const b = x3 + SIN[i]! * x4 - COS[i]!;
            out[i] = a * a + b * b;
          }
        },
        jacobian(x, out) {
          const x1 = x[0]!;
          const x2 = x[1]!;
          const x3 = x[2]!;
          const x4 = x[3]!;
          for (let i = 0; i < T.length; i++) {
            const a = 2 * (x1 + T[i]! * x2 - EXP[i]!);
            const b = 2 * (x3 + SIN[i]! * x4 - COS[i]!);
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
