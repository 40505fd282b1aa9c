import { wrongCurvatures } from '../expected-wrong.ts';
import { singleInput } from '../single-input.ts';

/** Griewank and Walther, Evaluating Derivatives, 2nd ed. (2008), ch. 14: two smooth pieces meet. */
export const maximumAtKink = singleInput({
  name: 'maximum-at-kink',
  title: 'max(x, x^2) at 1',
  citation: 'Griewank and Walther, Evaluating Derivatives, 2nd ed. (2008), chapter 14',
  purpose:
    'a tie between the arguments of max: the convention halves the slopes, 1.5 between 1 and 2, of which all is right',
  smooth: false,
  expectWrong: [
    wrongCurvatures(
      ['central-difference', 'gradient-difference'],
      'the slope jumps from 1 to 2: a second quotient takes the jump for a curvature',
    ),
  ],
  evaluate: (A, [x]) => A.max(x!, A.mul(x!, x!)),
  byHand: {
    value: (x) => Math.max(x[0]!, x[0]! * x[0]!),
    gradient(x, out) {
      const x1 = x[0]!;
      out[0] = x1 === 1 ? 1.5 : x1 > 0 && x1 < 1 ? 1 : 2 * x1;
      return Math.max(x1, x1 * x1);
    },
    hessian(x, out) {
      const x1 = x[0]!;
      out[0] = x1 === 1 ? 1 : x1 > 0 && x1 < 1 ? 0 : 2;
    },
  },
  points: (random) => [1, random(0.25, 0.75), random(1.5, 2)],
});
