import { wrongSlopes } from '../expected-wrong.ts';
import { singleInput } from '../single-input.ts';

/** Press et al., Numerical Recipes, 3rd ed. (2007), 5.7: a function that varies on a scale far below x. */
export const highFrequency = singleInput({
  name: 'high-frequency',
  title: 'sin(1000 x)',
  citation: 'Press et al., Numerical Recipes, 3rd ed. (2007), section 5.7',
  purpose: 'the curvature is a thousand times the slope: the best step is far below the default one',
  quick: true,
  expectWrong: [wrongSlopes(['central-difference-8'], 'its points reach over nearly three periods to either side')],
  evaluate: (A, [x]) => A.sin(A.mul(A.constant(1000), x!)),
  byHand: {
    value: (x) => Math.sin(1000 * x[0]!),
    gradient(x, out) {
      const angle = 1000 * x[0]!;
      out[0] = 1000 * Math.cos(angle);
      return Math.sin(angle);
    },
    hessian(x, out) {
      out[0] = -1e6 * Math.sin(1000 * x[0]!);
    },
  },
  closedForm: 'sin(1000 * x1)',
  points: (random) => [1, random(0, 0.001), random(1.0053, 1.0063)],
});
