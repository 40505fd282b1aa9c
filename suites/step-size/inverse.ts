import { oneVariable } from './one-variable.ts';

/**
 * Oliver, Journal of Computational and Applied Mathematics 6 (1980), table 1, with the interval of Baudin,
 * numericalderivative (2024): 1 / x.
 */
export const inverse = oneVariable({
  name: 'inverse',
  title: '1 / x',
  citation:
    'Oliver, Journal of Computational and Applied Mathematics 6 (1980), table 1, with the interval of Baudin, numericalderivative (2024)',
  purpose: 'a pole at 0: a step must not reach it',
  interval: [0.01, 12],
  standardPoint: 1,
  evaluate: (A, [x]) => A.div(A.constant(1), x!),
  value: (x) => 1 / x,
  slope: (x) => -1 / (x * x),
  curvature: (x) => 2 / (x * x * x),
});
