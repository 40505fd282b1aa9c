import { singleInput } from '../single-input.ts';

/** Press et al., Numerical Recipes, 3rd ed. (2007), 5.7: the step must follow the scale of x. */
export const largeScale = singleInput({
  name: 'large-scale',
  title: 'x log(x) near 3e10',
  citation: 'Press et al., Numerical Recipes, 3rd ed. (2007), section 5.7',
  purpose: 'an absolute step of 1e-8 vanishes beside an x of 3e10; a step scaled to x does not',
  evaluate: (A, [x]) => A.mul(x!, A.log(x!)),
  byHand: {
    value: (x) => x[0]! * Math.log(x[0]!),
    gradient(x, out) {
      const logarithm = Math.log(x[0]!);
      out[0] = logarithm + 1;
      return x[0]! * logarithm;
    },
    hessian(x, out) {
      out[0] = 1 / x[0]!;
    },
  },
  closedForm: 'x1 * log(x1)',
  points: (random) => [3e10, random(1e10, 1e11), random(1e10, 1e11)],
});
