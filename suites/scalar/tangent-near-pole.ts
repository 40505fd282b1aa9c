import { allQuotientsWrong } from '../expected-wrong.ts';
import { singleInput } from '../single-input.ts';

const BEYOND = 'the step is as long as the way to the pole';

/** Press et al., Numerical Recipes, 3rd ed. (2007), 5.7: a pole within two steps. */
export const tangentNearPole = singleInput({
  name: 'tangent-near-pole',
  title: 'tan(x) at 1.5707963, 2.7e-8 before pi/2',
  citation: 'Press et al., Numerical Recipes, 3rd ed. (2007), section 5.7',
  purpose: 'one ulp of x moves the derivative by 2e-8 of itself; the pole is little more than a step away',
  expectWrong: [...allQuotientsWrong(BEYOND), { methods: ['richardson'], operators: ['gradient'], reason: BEYOND }],
  evaluate: (A, [x]) => A.tan(x!),
  byHand: {
    value: (x) => Math.tan(x[0]!),
    gradient(x, out) {
      const value = Math.tan(x[0]!);
      out[0] = 1 + value * value;
      return value;
    },
    hessian(x, out) {
      const value = Math.tan(x[0]!);
      out[0] = 2 * value * (1 + value * value);
    },
  },
  closedForm: 'tan(x1)',
  points: (random) => [1.5707963, Math.PI / 2 - random(1e-8, 3e-8), Math.PI / 2 - random(1e-8, 3e-8)],
});
