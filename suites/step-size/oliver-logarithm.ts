import { oneVariable } from './one-variable.ts';

/** Oliver, Journal of Computational and Applied Mathematics 6 (1980), table 1: x^2 log(x). */
export const oliverLogarithm = oneVariable({
  name: 'oliver-logarithm',
  title: 'x^2 log(x)',
  citation: 'Oliver, Journal of Computational and Applied Mathematics 6 (1980), table 1',
  purpose: 'a value of 0 at the standard point, where the slope is 1',
  interval: [0.01, 12],
  standardPoint: 1,
  evaluate: (A, [x]) => A.mul(A.mul(x!, x!), A.log(x!)),
  value: (x) => x * x * Math.log(x),
  slope: (x) => x + 2 * x * Math.log(x),
  curvature: (x) => 2 * Math.log(x) + 3,
});
