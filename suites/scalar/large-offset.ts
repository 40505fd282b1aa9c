import { wrongSlopes, wrongSteps } from '../expected-wrong.ts';
import { singleInput } from '../single-input.ts';

/** Higham, Accuracy and Stability, 2nd ed. (2002), 1.7: what an addition rounds away, a subtraction shows. */
export const largeOffset = singleInput({
  name: 'large-offset',
  title: '(1e9 + x) - 1e9',
  citation: 'Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed. (2002), section 1.7',
  purpose:
    'in doubles a staircase with steps of 1.2e-7, eight times the step of a forward difference; the rules answer 1',
  quick: true,
  expectWrong: [
    wrongSlopes(
      ['forward-difference'],
      'a forward difference stays on one stair and answers 0 (or jumps to the next and answers 8)',
    ),
    wrongSteps(
      'adaptive-difference',
      [7e-10, 8e-9],
      'from a first step of 1 % of a stair it sees one jump, and no noise',
    ),
    wrongSteps('richardson', [7e-6, 8e-6], 'from a first step of 60 stairs quotients agree by luck'),
  ],
  evaluate: (A, [x]) => A.sub(A.add(A.constant(1e9), x!), A.constant(1e9)),
  byHand: {
    value: (x) => 1e9 + x[0]! - 1e9,
    gradient(x, out) {
      out[0] = 1;
      return 1e9 + x[0]! - 1e9;
    },
    hessian(_x, out) {
      out[0] = 0;
    },
  },
  closedForm: '(1e9 + x1) - 1e9',
  points: (random) => [0.1, random(0, 1), random(0, 1)],
});
