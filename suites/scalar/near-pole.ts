import { allQuotientsWrong } from '../expected-wrong.ts';
import { singleInput } from '../single-input.ts';

const BEYOND = 'the pole is closer than the step';

/** Press et al., Numerical Recipes, 3rd ed. (2007), 5.7: a pole within the step. */
export const nearPole = singleInput({
  name: 'near-pole',
  title: '1 / (x - 1) at 1 + 1e-9',
  citation: 'Press et al., Numerical Recipes, 3rd ed. (2007), section 5.7',
  purpose: 'the pole is closer than the step: a central difference straddles it',
  expectWrong: [...allQuotientsWrong(BEYOND), { methods: ['richardson'], operators: ['gradient'], reason: BEYOND }],
  evaluate: (A, [x]) => A.div(A.constant(1), A.sub(x!, A.constant(1))),
  byHand: {
    value: (x) => 1 / (x[0]! - 1),
    gradient(x, out) {
      const value = 1 / (x[0]! - 1);
      out[0] = -value * value;
      return value;
    },
    hessian(x, out) {
      const d = x[0]! - 1;
      out[0] = 2 / (d * d * d);
    },
  },
  closedForm: '1 / (x1 - 1)',
  points: (random) => [1 + 1e-9, 1 + random(1e-9, 2e-9), 1 - random(1e-9, 2e-9)],
});
