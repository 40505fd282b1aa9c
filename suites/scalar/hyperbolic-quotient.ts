import { singleInput } from '../single-input.ts';

/** Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed. (2002), 1.7: tanh(x) by the quotient rule. */
export const hyperbolicQuotient = singleInput({
  name: 'hyperbolic-quotient',
  title: 'sinh(x) / cosh(x) near 5',
  citation: 'Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed. (2002), section 1.7',
  purpose: 'the quotient rule subtracts 1 - tanh(x)^2 and loses four digits that the rule of tanh keeps',
  evaluate: (A, [x]) => A.div(A.sinh(x!), A.cosh(x!)),
  byHand: {
    value: (x) => Math.sinh(x[0]!) / Math.cosh(x[0]!),
    gradient(x, out) {
      const cosine = Math.cosh(x[0]!);
      out[0] = 1 / (cosine * cosine);
      return Math.sinh(x[0]!) / cosine;
    },
    hessian(x, out) {
      const cosine = Math.cosh(x[0]!);
      out[0] = (-2 * Math.sinh(x[0]!)) / (cosine * cosine * cosine);
    },
  },
  closedForm: 'sinh(x1) / cosh(x1)',
  points: (random) => [5, random(4, 6), random(-6, -4)],
});
