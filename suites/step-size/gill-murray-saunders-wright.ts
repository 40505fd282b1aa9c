import { oneVariable } from './one-variable.ts';

/**
 * Gill, Murray, Saunders and Wright, SIAM Journal on Scientific and Statistical Computing 4 (1983), equation 4: (exp(x)
 * - 1)^2 + (1 / sqrt(1 + x^2) - 1)^2.
 */
export const gillMurraySaundersWright = oneVariable({
  name: 'gill-murray-saunders-wright',
  title: '(exp(x) - 1)^2 + (1 / sqrt(1 + x^2) - 1)^2',
  citation:
    'Gill, Murray, Saunders and Wright, SIAM Journal on Scientific and Statistical Computing 4 (1983), equation 4',
  purpose: 'a value and a slope that vanish towards the left end of the interval',
  interval: [0.001, 12],
  standardPoint: 1,
  evaluate(A, [x]) {
    const one = A.constant(1);
    const first = A.expm1(x!);
    const second = A.sub(A.div(one, A.sqrt(A.add(one, A.mul(x!, x!)))), one);
    return A.add(A.mul(first, first), A.mul(second, second));
  },
  value: (x) => Math.expm1(x) ** 2 + (1 / Math.sqrt(1 + x * x) - 1) ** 2,
  slope(x) {
    const square = 1 + x * x;
    const root = Math.sqrt(square);
    return 2 * Math.exp(x) * Math.expm1(x) - (2 * x * (1 / root - 1)) / (square * root);
  },
  curvature(x) {
    const square = 1 + x * x;
    const root = Math.sqrt(square);
    const second = 1 / root - 1;
    const ofFirst = 2 * Math.exp(x) * (2 * Math.exp(x) - 1);
    const cube = square * root;
    return ofFirst + (2 * x * x) / (cube * cube) + (2 * second * (3 * x * x - square)) / (cube * square);
  },
});
