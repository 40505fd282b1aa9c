import { wrongCurvatures } from '../expected-wrong.ts';
import { oneVariable } from './one-variable.ts';

/** For second differences of f; the first derivative has its digits. */
const LOST = "f'' is 1e-12 f, which is lost in the rounding of f at any step near 1e-4";

/** Baudin, numericalderivative, a Python package with a test set (2024): exp(-x / 10^6). */
export const scaledExponential = oneVariable({
  name: 'scaled-exponential',
  title: 'exp(-x / 10^6)',
  citation: 'Baudin, numericalderivative, a Python package with a test set (2024)',
  purpose: 'the best step of a central difference is 6.7 at x = 1: neither x nor 1 tells its size',
  expectWrong: [wrongCurvatures(['forward-difference', 'central-difference'], LOST)],
  interval: [0, 12],
  standardPoint: 1,
  evaluate: (A, [x]) => A.exp(A.div(A.neg(x!), A.constant(1e6))),
  value: (x) => Math.exp(-x / 1e6),
  slope: (x) => -Math.exp(-x / 1e6) / 1e6,
  curvature: (x) => Math.exp(-x / 1e6) / 1e12,
});
