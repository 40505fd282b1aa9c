import { singleInput } from '../single-input.ts';

/** Higham, Accuracy and Stability, 2nd ed. (2002), 1.7: subtraction reveals the rounding of cos(x). */
export const cosineCancellation = singleInput({
  name: 'cosine-cancellation',
  title: '(1 - cos(x)) / x^2 near 0.01',
  citation: 'Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed. (2002), section 1.7',
  purpose: 'the value has lost four digits and its derivative nine: exact rules do not mend the formula',
  evaluate: (A, [x]) => A.div(A.sub(A.constant(1), A.cos(x!)), A.mul(x!, x!)),
  byHand: {
    value: (x) => (1 - Math.cos(x[0]!)) / (x[0]! * x[0]!),
    gradient(x, out) {
      const x1 = x[0]!;
      const half = Math.sin(x1 / 2);
      out[0] = (4 * half * ((x1 / 2) * Math.cos(x1 / 2) - half)) / (x1 * x1 * x1);
      return (1 - Math.cos(x1)) / (x1 * x1);
    },
  },
  closedForm: '(1 - cos(x1)) / (x1 * x1)',
  points: (random) => [0.01, random(0.01, 0.02), random(0.01, 0.02)],
});
