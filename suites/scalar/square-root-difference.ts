import { wrongCurvatures, wrongSlopes } from '../expected-wrong.ts';
import { singleInput } from '../single-input.ts';

const ROUNDED = 'a difference divides rounding of 1e-12 by a step near 1, or its square: more than the derivative';

/** Higham, Accuracy and Stability, 2nd ed. (2002), 1.7: the difference of two nearby roots. */
export const squareRootDifference = singleInput({
  name: 'square-root-difference',
  title: 'sqrt(1 + x) - sqrt(x) near 1e8',
  citation: 'Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed. (2002), section 1.7',
  purpose: 'sixteen digits cancel to eight in the value and in its derivative; the one by hand keeps all of them',
  expectWrong: [
    wrongSlopes(['forward-difference'], ROUNDED),
    wrongCurvatures(['forward-difference'], ROUNDED),
    { methods: ['central-difference'], operators: ['hessian'], reason: ROUNDED },
    { methods: ['central-difference'], operators: ['hvp'], atSomePoints: true, reason: ROUNDED },
  ],
  evaluate: (A, [x]) => A.sub(A.sqrt(A.add(A.constant(1), x!)), A.sqrt(x!)),
  byHand: {
    value: (x) => Math.sqrt(1 + x[0]!) - Math.sqrt(x[0]!),
    gradient(x, out) {
      const upper = Math.sqrt(1 + x[0]!);
      const lower = Math.sqrt(x[0]!);
      out[0] = -0.5 / (upper * lower * (upper + lower));
      return upper - lower;
    },
    hessian(x, out) {
      const upper = Math.sqrt(1 + x[0]!);
      const lower = Math.sqrt(x[0]!);
      const product = upper * lower;
      out[0] = (0.25 * (1 + 2 * x[0]! + product)) / ((upper + lower) * product * product * product); // nothing cancels
    },
  },
  closedForm: 'sqrt(1 + x1) - sqrt(x1)',
  points: (random) => [1e8, random(1e8, 2e8), random(1e8, 2e8)],
});
