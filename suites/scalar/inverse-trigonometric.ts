import { allQuotientsWrong, SYMBOLIC } from '../expected-wrong.ts';
import { singleInput } from '../single-input.ts';

/** Abramowitz & Stegun, Handbook of Mathematical Functions, 1964, 4.4.52-54: slopes unbounded towards 1. */
export const inverseTrigonometric = singleInput({
  name: 'inverse-trigonometric',
  title: 'asin(x) atan(x) - acos(x) at 1 - 1e-9',
  citation: 'Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 4.4.52-54',
  purpose: 'the end of the domain is closer than the step; 1 - x^2 in the slope cancels unless it is factored',
  expectWrong: [
    ...allQuotientsWrong('x + h is outside the domain: the answer is NaN'),
    {
      methods: SYMBOLIC,
      operators: ['gradient', 'jvp', 'vjp'],
      reason: 'mathjs writes 1 - x^2 unfactored, which cancels near 1',
    },
  ],
  evaluate: (A, [x]) => A.sub(A.mul(A.asin(x!), A.atan(x!)), A.acos(x!)),
  byHand: {
    value: (x) => Math.asin(x[0]!) * Math.atan(x[0]!) - Math.acos(x[0]!),
    gradient(x, out) {
      const x1 = x[0]!;
      const arcsine = Math.asin(x1);
      const arctangent = Math.atan(x1);
      out[0] = (arctangent + 1) / Math.sqrt((1 - x1) * (1 + x1)) + arcsine / (1 + x1 * x1);
      return arcsine * arctangent - Math.acos(x1);
    },
  },
  closedForm: 'asin(x1) * atan(x1) - acos(x1)',
  points: (random) => [1 - 1e-9, 1 - random(1e-9, 1e-8), 1 - random(1e-9, 1e-8)],
});
