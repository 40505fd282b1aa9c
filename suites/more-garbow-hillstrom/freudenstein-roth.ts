import { type Problem, vector } from '../problem.ts';
import { startAndNearby } from '../start-and-nearby.ts';

/** Moré, Garbow, Hillstrom, ACM TOMS 7(1), 1981, problem 2; Freudenstein & Roth, J. ACM 10, 1963. */
export const freudensteinRoth: Problem = {
  name: 'freudenstein-roth',
  title: '(-13 + x1 + ((5 - x2) x2 - 2) x2, -29 + x1 + ((x2 + 1) x2 - 14) x2)',
  citation: 'Moré, Garbow, Hillstrom, ACM TOMS 7(1) (1981), problem 2',
  purpose: 'two nested cubics: the product rule twice in a row',
  sizes: [2],
  quickSizes: [],
  smooth: true,
  at: () =>
    vector({
      inputs: 2,
      outputs: 2,
      evaluate(A, [x1, x2]) {
        const first = A.mul(A.sub(A.mul(A.sub(A.constant(5), x2!), x2!), A.constant(2)), x2!);
        const second = A.mul(A.sub(A.mul(A.add(x2!, A.constant(1)), x2!), A.constant(14)), x2!);
        return [A.add(A.add(A.constant(-13), x1!), first), A.add(A.add(A.constant(-29), x1!), second)];
      },
      byHand: {
        values(x, out) {
          const x1 = x[0]!;
          const x2 = x[1]!;
          out[0] = -13 + x1 + ((5 - x2) * x2 - 2) * x2;
          out[1] = -29 + x1 + ((x2 + 1) * x2 - 14) * x2;
        },
        jacobian(x, out) {
          const x2 = x[1]!;
          out[0] = 1;
          out[1] = (10 - 3 * x2) * x2 - 2;
          out[2] = 1;
          out[3] = (3 * x2 + 2) * x2 - 14;
        },
      },
      points: startAndNearby([0.5, -2]),
    }),
};
