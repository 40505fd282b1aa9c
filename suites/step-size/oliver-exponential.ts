import { oneVariable } from './one-variable.ts';

/** Oliver, Journal of Computational and Applied Mathematics 6 (1980), table 1: exp(4 x). */
export const oliverExponential = oneVariable({
  name: 'oliver-exponential',
  title: 'exp(4 x)',
  citation: 'Oliver, Journal of Computational and Applied Mathematics 6 (1980), table 1',
  purpose: 'values from 1e-21 to 1e21: only relative errors mean anything',
  interval: [-12, 12],
  standardPoint: 1,
  evaluate: (A, [x]) => A.exp(A.mul(A.constant(4), x!)),
  value: (x) => Math.exp(4 * x),
  slope: (x) => 4 * Math.exp(4 * x),
  curvature: (x) => 16 * Math.exp(4 * x),
});
