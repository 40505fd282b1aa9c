import { oneVariable } from './one-variable.ts';

/**
 * Shi, Xie, Xuan and Nocedal, SIAM Journal on Scientific Computing 44 (2022), section 4, function 1: (exp(x) - 1)^2.
 */
export const shiFlatExponential = oneVariable({
  name: 'shi-flat-exponential',
  title: '(exp(x) - 1)^2',
  citation: 'Shi, Xie, Xuan and Nocedal, SIAM Journal on Scientific Computing 44 (2022), section 4, function 1',
  purpose: 'tiny derivatives beside a value of 1 at -8: the truncation of a low order tells little',
  interval: [-12, 12],
  standardPoint: -8,
  evaluate(A, [x]) {
    const difference = A.expm1(x!);
    return A.mul(difference, difference);
  },
  value: (x) => Math.expm1(x) ** 2,
  slope: (x) => 2 * Math.exp(x) * Math.expm1(x),
  curvature: (x) => 2 * Math.exp(x) * (2 * Math.exp(x) - 1),
});
