import { type Problem, vector } from '../problem.ts';
import { startAndNearby } from '../start-and-nearby.ts';

const SQRT90 = Math.sqrt(90);
const SQRT10 = Math.sqrt(10);

/** Moré, Garbow, Hillstrom, ACM TOMS 7(1), 1981, problem 14; Colville, IBM report 320-2949, 1968. */
export const wood: Problem = {
  name: 'wood',
  title: '(10 (x2 - x1^2), 1 - x1, sqrt(90) (x4 - x3^2), 1 - x3, sqrt(10) (x2 + x4 - 2), (x2 - x4) / sqrt(10))',
  citation: 'Moré, Garbow, Hillstrom, ACM TOMS 7(1) (1981), problem 14',
  purpose: 'two Rosenbrock functions, coupled by two linear rows',
  sizes: [4],
  quickSizes: [],
  smooth: true,
  at: () =>
    vector({
      inputs: 4,
      outputs: 6,
      evaluate(A, [x1, x2, x3, x4]) {
        return [
          A.linear([10, -10], [x2!, A.mul(x1!, x1!)]),
          A.sub(A.constant(1), x1!),
          A.linear([SQRT90, -SQRT90], [x4!, A.mul(x3!, x3!)]),
          A.sub(A.constant(1), x3!),
          A.mul(A.constant(SQRT10), A.sub(A.add(x2!, x4!), A.constant(2))),
          A.linear([1 / SQRT10, -1 / SQRT10], [x2!, x4!]),
        ];
      },
      byHand: {
        values(x, out) {
          out[0] = 10 * (x[1]! - x[0]! * x[0]!);
          out[1] = 1 - x[0]!;
          out[2] = SQRT90 * (x[3]! - x[2]! * x[2]!);
          out[3] = 1 - x[2]!;
          out[4] = SQRT10 * (x[1]! + x[3]! - 2);
          out[5] = (x[1]! - x[3]!) * (1 / SQRT10);
        },
        jacobian(x, out) {
          out[2] = out[3] = out[5] = out[6] = out[7] = out[8] = out[9] = 0;
          out[12] = out[13] = out[15] = out[16] = out[18] = out[20] = out[22] = 0;
          out[0] = -20 * x[0]!;
          out[1] = 10;
          out[4] = -1;
          out[10] = -2 * SQRT90 * x[2]!;
          out[11] = SQRT90;
          out[14] = -1;
          out[17] = SQRT10;
          out[19] = SQRT10;
          out[21] = 1 / SQRT10;
          out[23] = -1 / SQRT10;
        },
      },
      points: startAndNearby([-3, -1, -3, -1]),
    }),
};
