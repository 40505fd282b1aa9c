import { ESTIMATED, QUOTIENTS, wrongCurvatures, wrongSlopes } from '../expected-wrong.ts';
import { singleInput } from '../single-input.ts';

const LOST = 'f(x + h) and f(x) are the same double';

/** Hochreiter, Diplomarbeit, TU München, 1991: the vanishing gradient of a saturated unit. */
export const saturated = singleInput({
  name: 'saturated',
  title: 'tanh(x) near 20',
  citation: 'Hochreiter, Diplomarbeit, TU München (1991)',
  purpose: 'the value is 1 to the last bit, the derivative 1.7e-17: 1 - tanh(x)^2 would answer 0',
  expectWrong: [
    wrongSlopes(QUOTIENTS, LOST),
    { methods: ESTIMATED, operators: ['gradient'], reason: LOST },
    wrongCurvatures(['forward-difference', 'central-difference'], LOST),
  ],
  evaluate: (A, [x]) => A.tanh(x!),
  byHand: {
    value: (x) => Math.tanh(x[0]!),
    gradient(x, out) {
      const inverse = 1 / Math.cosh(x[0]!);
      out[0] = inverse * inverse;
      return Math.tanh(x[0]!);
    },
    hessian(x, out) {
      out[0] = (-2 * Math.tanh(x[0]!)) / Math.cosh(x[0]!) ** 2;
    },
  },
  closedForm: 'tanh(x1)',
  points: (random) => [20, random(20, 25), random(-25, -20)],
});
