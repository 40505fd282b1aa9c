import { wrongSlopes } from '../expected-wrong.ts';
import { singleInput } from '../single-input.ts';

/** Kahan, Branch Cuts for Complex Elementary Functions, 1987: what log(1 + x) and exp(x) - 1 lose. */
export const log1pExpm1 = singleInput({
  name: 'log1p-expm1',
  title: 'log1p(expm1(x)^2) near 1e-9',
  citation: 'Kahan, Branch Cuts for Complex Elementary Functions (1987)',
  purpose: 'a value of 1e-18 that the naive log(1 + (exp(x) - 1)^2) would round to 0',
  expectWrong: [
    wrongSlopes(
      ['forward-difference'],
      'the slope is 2 x = 2e-9, the truncation error of a forward difference its step of 1.5e-8',
    ),
  ],
  evaluate: (A, [x]) => A.log1p(A.pow(A.expm1(x!), 2)),
  byHand: {
    value: (x) => Math.log1p(Math.expm1(x[0]!) ** 2),
    gradient(x, out) {
      const e = Math.expm1(x[0]!);
      out[0] = (2 * e * (1 + e)) / (1 + e * e);
      return Math.log1p(e ** 2);
    },
  },
  points: (random) => [1e-9, random(1e-9, 2e-9), random(-2e-9, -1e-9)],
});
