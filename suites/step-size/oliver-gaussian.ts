import { oneVariable } from './one-variable.ts';

/** Oliver, Journal of Computational and Applied Mathematics 6 (1980), table 1: exp(x^2). */
export const oliverGaussian = oneVariable({
  name: 'oliver-gaussian',
  title: 'exp(x^2)',
  citation: 'Oliver, Journal of Computational and Applied Mathematics 6 (1980), table 1',
  purpose: 'a logarithmic slope that grows with x, to 24 at the ends',
  interval: [-12, 12],
  standardPoint: 1,
  evaluate: (A, [x]) => A.exp(A.mul(x!, x!)),
  value: (x) => Math.exp(x * x),
  slope: (x) => 2 * x * Math.exp(x * x),
  curvature: (x) => (2 + 4 * x * x) * Math.exp(x * x),
});
