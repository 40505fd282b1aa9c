import { type Problem, scalar } from '../problem.ts';
import { randomVector } from '../random.ts';

/**
 * Speelpenning, Compiling Fast Partial Derivatives of Functions Given by Algorithms (1980); Griewank & Walther (2008), 3.3.
 * First point: x_i = i / (i + 1), that of ADOL-C's example, where the product is 1 / (n + 1). All points stay near 1: nothing underflows.
 */
export const speelpenning: Problem = {
  name: 'speelpenning',
  title: 'x1 x2 ... xn',
  citation: 'Speelpenning, PhD thesis, University of Illinois (1980); the point: ADOL-C, documented examples',
  purpose: 'symbolic gradients grow with n^2, reverse mode stays linear',
  sizes: [3, 10, 100, 1000],
  quickSizes: [10],
  timed: { default: [10, 100], quick: [] },
  smooth: true,
  at: (n) =>
    scalar({
      inputs: n,
      evaluate: (A, x) => x.reduce((product, xi) => A.mul(product, xi)),
      byHand: {
        value(x) {
          let product = 1;
          for (let i = 0; i < n; i++) product *= x[i]!;
          return product;
        },
        gradient(x, out) {
          // prefix products from the left and suffix products from the right, in one loop; their halves meet in the middle
          let left = 1;
          let right = 1;
          const half = n >> 1;
          for (let i = 0, j = n - 1; i < half; i++, j--) {
            out[i] = left;
            out[j] = right;
            left *= x[i]!;
            right *= x[j]!;
          }
          if (n % 2 === 1) {
            out[half] = left * right;
            left *= x[half]!;
            right *= x[half]!;
          }
          for (let i = half - 1, j = n - half; i >= 0; i--, j++) {
            out[i]! *= right;
            out[j]! *= left;
            right *= x[i]!;
            left *= x[j]!;
          }
          return left;
        },
        hessian(x, out) {
          // the products left of i, between i and j, and right of j; suffix products wait in the last column
          for (let i = n - 1, right = 1; i >= 0; right *= x[i--]!) out[i * n + n - 1] = right;
          for (let i = 0, left = 1; i < n; left *= x[i++]!) {
            for (let j = i + 1, product = left; j < n; product *= x[j++]!)
              out[i * n + j] = product * out[j * n + n - 1]!;
            out[i * n + i] = 0;
            for (let j = 0; j < i; j++) out[i * n + j] = out[j * n + i]!;
          }
        },
      },
      points: (random) => [
        Float64Array.from({ length: n }, (_, i) => (i + 1) / (i + 2)),
        randomVector(random, n, 0.9, 1.1),
        randomVector(random, n, 0.98, 1.02),
      ],
    }),
};
