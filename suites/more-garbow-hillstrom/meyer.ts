import { type Problem, vector } from '../problem.ts';
import { startAndNearby } from '../start-and-nearby.ts';

const Y = Float64Array.of(
  ...[34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744],
  ...[8261, 7030, 6005, 5147, 4427, 3820, 3307, 2872],
);
const T = Y.map((_, i) => 45 + 5 * (i + 1));

/** Moré, Garbow, Hillstrom, ACM TOMS 7(1), 1981, problem 10; Meyer, in Nonlinear Programming, 1970: a thermistor. */
export const meyer: Problem = {
  name: 'meyer',
  title: 'x1 exp(x2 / (t_i + x3)) - y_i, i = 1 ... 16',
  citation: 'Moré, Garbow, Hillstrom, ACM TOMS 7(1) (1981), problem 10',
  purpose: 'variables that differ by five orders of magnitude, columns of the Jacobian by seven',
  sizes: [3],
  quickSizes: [],
  smooth: true,
  at: () =>
    vector({
      inputs: 3,
      outputs: Y.length,
      evaluate(A, [x1, x2, x3]) {
        return Array.from(Y, (y, i) => {
          const exponent = A.div(x2!, A.add(A.constant(T[i]!), x3!));
          return A.sub(A.mul(x1!, A.exp(exponent)), A.constant(y));
        });
      },
      byHand: {
        values(x, out) {
          for (let i = 0; i < Y.length; i++) out[i] = x[0]! * Math.exp(x[1]! / (T[i]! + x[2]!)) - Y[i]!;
        },
        jacobian(x, out) {
          for (let i = 0; i < Y.length; i++) {
            const r = 1 / (T[i]! + x[2]!);
            const exponent = x[1]! / (T[i]! + x[2]!);
            const e = Math.exp(exponent);
            const slope = x[0]! * e * r;
            out[3 * i] = e;
            out[3 * i + 1] = slope;
            out[3 * i + 2] = -slope * exponent;
          }
        },
      },
      points: startAndNearby([0.02, 4000, 250], 0),
    }),
};
