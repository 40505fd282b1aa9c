import { HIGHER_ORDER, wrongCurvatures, wrongSlopes } from '../expected-wrong.ts';
import { singleInput } from '../single-input.ts';

/** Cauchy, Résumé des leçons sur le calcul infinitésimal, 1823: all derivatives vanish at 0. */
export const flat = singleInput({
  name: 'flat',
  title: 'exp(-1 / x^2) near 0.04',
  citation: 'Cauchy, Résumé des leçons sur le calcul infinitésimal (1823)',
  purpose: 'values of 1e-272: an absolute tolerance takes any answer for right',
  expectWrong: [
    wrongSlopes(HIGHER_ORDER, 'near 0.04 the function grows by a factor of e within 3e-5, less than the step'),
    wrongCurvatures(
      ['central-difference'],
      'near 0.04 the function grows by a factor of e within 3e-5, less than the step of a central second difference',
    ),
  ],
  evaluate: (A, [x]) => A.exp(A.neg(A.pow(x!, -2))),
  byHand: {
    value: (x) => Math.exp(-1 / (x[0]! * x[0]!)),
    gradient(x, out) {
      const inverse = 1 / x[0]!;
      const value = Math.exp(-1 / (x[0]! * x[0]!));
      out[0] = 2 * inverse * inverse * inverse * value;
      return value;
    },
    hessian(x, out) {
      const inverse = 1 / (x[0]! * x[0]!);
      out[0] = (4 * inverse - 6) * inverse * inverse * Math.exp(-inverse);
    },
  },
  closedForm: 'exp(-x1^(-2))',
  points: (random) => [0.04, random(0.04, 0.06), random(-0.06, -0.04)],
});
