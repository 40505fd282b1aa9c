import { wrongCurvatures, wrongSlopes } from '../expected-wrong.ts';
import { singleInput } from '../single-input.ts';

/** Higham, Accuracy and Stability, 2nd ed. (2002), ch. 5: an expanded polynomial near its multiple root. */
export const multipleRoot = singleInput({
  name: 'multiple-root',
  title: '(x - 1)^5, expanded, near 1.01',
  citation: 'Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed. (2002), chapter 5',
  purpose: 'terms of size 10 cancel to a value of 1e-10 and a derivative of 5e-8: rounding drowns a small step',
  expectWrong: [
    wrongSlopes(
      ['forward-difference'],
      'a forward difference divides rounding of 1e-15 by a step of 1.5e-8: more than the slope of 5e-8',
    ),
    {
      ...wrongCurvatures(
        ['forward-difference'],
        'a forward second difference divides rounding of 1e-15 by the square of its step of 6e-6',
      ),
      atSomePoints: true,
    },
  ],
  evaluate(A, [x]) {
    const powers = [A.pow(x!, 5), A.pow(x!, 4), A.pow(x!, 3), A.pow(x!, 2), x!, A.constant(1)];
    return A.linear([1, -5, 10, -10, 5, -1], powers);
  },
  byHand: {
    value(x) {
      const x1 = x[0]!;
      return ((((x1 - 5) * x1 + 10) * x1 - 10) * x1 + 5) * x1 - 1;
    },
    gradient(x, out) {
      const x1 = x[0]!;
      const square = (x1 - 1) * (x1 - 1);
      out[0] = 5 * square * square;
      return ((((x1 - 5) * x1 + 10) * x1 - 10) * x1 + 5) * x1 - 1;
    },
    hessian(x, out) {
      const d = x[0]! - 1;
      out[0] = 20 * d * d * d;
    },
  },
  closedForm: 'x1^5 - 5 * x1^4 + 10 * x1^3 - 10 * x1^2 + 5 * x1 - 1',
  points: (random) => [1.01, random(1.01, 1.02), random(0.98, 0.99)],
});
