import { type Problem, vector } from '../problem.ts';
import { startAndNearby } from '../start-and-nearby.ts';

const M = 10;

/** Moré, Garbow, Hillstrom, ACM TOMS 7(1), 1981, problem 6; Jennrich & Sampson, Technometrics 10, 1968. */
export const jennrichSampson: Problem = {
  name: 'jennrich-sampson',
  title: '2 + 2 i - (exp(i x1) + exp(i x2)), i = 1 ... 10',
  citation: 'Moré, Garbow, Hillstrom, ACM TOMS 7(1) (1981), problem 6',
  purpose: 'exponentials whose slopes grow from row to row by orders of magnitude',
  sizes: [2],
  quickSizes: [],
  smooth: true,
  at: () =>
    vector({
      inputs: 2,
      outputs: M,
      evaluate(A, [x1, x2]) {
        return Array.from({ length: M }, (_, row) => {
          const i = row + 1;
          const growth = (x: typeof x1) => A.exp(A.mul(A.constant(i), x!));
          return A.sub(A.constant(2 + 2 * i), A.add(growth(x1), growth(x2)));
        });
      },
      byHand: {
        values(x, out) {
          for (let i = 1; i <= M; i++) out[i - 1] = 2 + 2 * i - (Math.exp(i * x[0]!) + Math.exp(i * x[1]!));
        },
        jacobian(x, out) {
          for (let i = 1; i <= M; i++) {
            out[2 * i - 2] = -i * Math.exp(i * x[0]!);
            out[2 * i - 1] = -i * Math.exp(i * x[1]!);
          }
        },
      },
      points: startAndNearby([0.3, 0.4]),
    }),
};
