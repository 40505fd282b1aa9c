import { oneVariable } from './one-variable.ts';

/**
 * Shi, Xie, Xuan and Nocedal, SIAM Journal on Scientific Computing 44 (2022), section 4, function 3: x^4 + 3 x^2 - 10
 * x.
 */
export const shiQuartic = oneVariable({
  name: 'shi-quartic',
  title: 'x^4 + 3 x^2 - 10 x',
  citation: 'Shi, Xie, Xuan and Nocedal, SIAM Journal on Scientific Computing 44 (2022), section 4, function 3',
  purpose: 'a stationary point at 1, beside the standard point',
  interval: [-12, 12],
  standardPoint: 0.99999,
  evaluate(A, [x]) {
    const square = A.mul(x!, x!);
    const even = A.add(A.mul(square, square), A.mul(A.constant(3), square));
    return A.sub(even, A.mul(A.constant(10), x!));
  },
  value: (x) => x * x * (x * x) + 3 * (x * x) - 10 * x,
  slope: (x) => (x - 1) * (4 * x * x + 4 * x + 10), // 4 x^3 + 6 x - 10 cancels at 1
  curvature: (x) => 12 * x * x + 6,
});
