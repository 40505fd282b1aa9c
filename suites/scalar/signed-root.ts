import { allQuotientsWrong, ESTIMATED } from '../expected-wrong.ts';
import { singleInput } from '../single-input.ts';

const TOO_LONG = 'the step is over a hundred times the distance to the infinite slope at 0';

/** Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed. (2002), 1.6: an infinite slope close by. */
export const signedRoot = singleInput({
  name: 'signed-root',
  title: 'sign(x) sqrt(|x|) near -1e-10',
  citation: 'Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed. (2002), section 1.6',
  purpose: 'a slope of 5e4 that the function keeps for less than one step',
  smooth: false,
  expectWrong: [...allQuotientsWrong(TOO_LONG), { methods: ESTIMATED, operators: ['gradient'], reason: TOO_LONG }],
  evaluate: (A, [x]) => A.mul(A.sign(x!), A.sqrt(A.abs(x!))),
  byHand: {
    value: (x) => Math.sign(x[0]!) * Math.sqrt(Math.abs(x[0]!)),
    gradient(x, out) {
      const root = Math.sqrt(Math.abs(x[0]!));
      out[0] = 0.5 / root;
      return Math.sign(x[0]!) * root;
    },
    hessian(x, out) {
      const size = Math.abs(x[0]!);
      out[0] = (-0.25 * Math.sign(x[0]!)) / (size * Math.sqrt(size));
    },
  },
  points: (random) => [-1e-10, random(-1e-10, -1e-11), random(1e-11, 1e-10)],
});
