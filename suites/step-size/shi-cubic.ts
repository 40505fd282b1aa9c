import { wrongCurvatures } from '../expected-wrong.ts';
import { oneVariable } from './one-variable.ts';

/**
 * Shi, Xie, Xuan and Nocedal, SIAM Journal on Scientific Computing 44 (2022), section 4, function 4: 10000 x^3 + 0.01
 * x^2 + 5 x.
 */
export const shiCubic = oneVariable({
  name: 'shi-cubic',
  title: '10000 x^3 + 0.01 x^2 + 5 x',
  citation: 'Shi, Xie, Xuan and Nocedal, SIAM Journal on Scientific Computing 44 (2022), section 4, function 4',
  purpose: 'nearly odd about 0, and without a fourth derivative: tests that look for one find none',
  expectWrong: [
    wrongCurvatures(
      ['forward-difference'],
      "at x = 1e-9 f'' is 0.02 and f''' 60000, so that a step of 6e-6 leaves no digit",
    ),
  ],
  interval: [-12, 12],
  standardPoint: 1e-9,
  evaluate(A, [x]) {
    const square = A.mul(x!, x!);
    const cubic = A.mul(A.constant(10_000), A.mul(square, x!));
    return A.add(A.add(cubic, A.mul(A.constant(0.01), square)), A.mul(A.constant(5), x!));
  },
  value: (x) => 10_000 * (x * x * x) + 0.01 * (x * x) + 5 * x,
  slope: (x) => 30_000 * (x * x) + 0.02 * x + 5,
  curvature: (x) => 60_000 * x + 0.02,
});
