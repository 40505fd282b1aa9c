import { oneVariable } from './one-variable.ts';

/** Shi, Xie, Xuan and Nocedal, SIAM Journal on Scientific Computing 44 (2022), section 4, function 2: exp(100 x). */
export const shiSteepExponential = oneVariable({
  name: 'shi-steep-exponential',
  title: 'exp(100 x)',
  citation: 'Shi, Xie, Xuan and Nocedal, SIAM Journal on Scientific Computing 44 (2022), section 4, function 2',
  purpose: 'derivatives that grow by 100 with each order: a step that is scaled to 1 is too long',
  interval: [-1, 1],
  standardPoint: 0.01,
  evaluate: (A, [x]) => A.exp(A.mul(A.constant(100), x!)),
  value: (x) => Math.exp(100 * x),
  slope: (x) => 100 * Math.exp(100 * x),
  curvature: (x) => 1e4 * Math.exp(100 * x),
});
