import { wrongSlopes } from '../expected-wrong.ts';
import { singleInput } from '../single-input.ts';

/** Gauss, Theoria motus corporum coelestium, 1809, section 177: the normal density, far out. */
export const gaussianTail = singleInput({
  name: 'gaussian-tail',
  title: 'exp(-x^2) near 20',
  citation: 'Gauss, Theoria motus corporum coelestium (1809), section 177',
  purpose: 'a value of 1e-174 that falls by 40 e-foldings a unit: only relative errors mean anything',
  expectWrong: [
    {
      ...wrongSlopes(
        ['central-difference-6'],
        'from its innermost point to its outermost, a step in proportion to x, the function changes by e^4 or more',
      ),
      atSomePoints: true,
    },
    wrongSlopes(
      ['central-difference-8'],
      'from its innermost point to its outermost, a step in proportion to x, the function changes by e^10 or more',
    ),
  ],
  evaluate: (A, [x]) => A.exp(A.neg(A.mul(x!, x!))),
  byHand: {
    value: (x) => Math.exp(-(x[0]! * x[0]!)),
    gradient(x, out) {
      const value = Math.exp(-(x[0]! * x[0]!));
      out[0] = -2 * x[0]! * value;
      return value;
    },
    hessian(x, out) {
      out[0] = (4 * (x[0]! * x[0]!) - 2) * Math.exp(-(x[0]! * x[0]!));
    },
  },
  closedForm: 'exp(-(x1 * x1))',
  points: (random) => [20, random(15, 25), random(-25, -15)],
});
