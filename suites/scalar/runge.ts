import { singleInput } from '../single-input.ts';

/** Runge, Zeitschrift für Mathematik und Physik 46, 1901. */
export const runge = singleInput({
  name: 'runge',
  title: '1 / (1 + 25 x^2)',
  citation: 'Runge, Zeitschrift für Mathematik und Physik 46 (1901)',
  purpose: 'poles at i/5 and -i/5, off the real axis: smooth, yet high derivatives grow like 5^k k!',
  evaluate: (A, [x]) => A.div(A.constant(1), A.add(A.constant(1), A.mul(A.constant(25), A.mul(x!, x!)))),
  byHand: {
    value: (x) => 1 / (1 + 25 * (x[0]! * x[0]!)),
    gradient(x, out) {
      const value = 1 / (1 + 25 * (x[0]! * x[0]!));
      out[0] = -50 * x[0]! * value * value;
      return value;
    },
    hessian(x, out) {
      const value = 1 / (1 + 25 * (x[0]! * x[0]!));
      out[0] = 50 * value * value * (100 * x[0]! * x[0]! * value - 1);
    },
  },
  closedForm: '1 / (1 + 25 * (x1 * x1))',
  points: (random) => [0.2, random(0.1, 1), random(-1, -0.1)],
});
