import { oneVariable } from './one-variable.ts';

/** Baudin, numericalderivative, a Python package with a test set (2024): x^2. */
export const square = oneVariable({
  name: 'polynomial',
  title: 'x^2',
  citation: 'Baudin, numericalderivative, a Python package with a test set (2024)',
  purpose: 'its third derivative is 0: a central difference has no truncation error, so the longest step is best',
  interval: [-12, 12],
  standardPoint: 1,
  evaluate: (A, [x]) => A.mul(x!, x!),
  value: (x) => x * x,
  slope: (x) => 2 * x,
  curvature: () => 2,
});
