import { type Problem, scalar } from '../problem.ts';
import { randomVector } from '../random.ts';

/**
 * Speelpenning, Compiling Fast Partial Derivatives of Functions Given by Algorithms (1980); Griewank & Walther (2008),
 * 3.3. First point: x_i = i / (i + 1), that of ADOL-C's example, where the product is 1 / (n + 1). All points stay near
 * 1: nothing underflows.
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
  at(n) {
    const fours = n - (n % 4);
    return scalar({
      inputs: n,
      evaluate: (A, x) => x.reduce((product, xi) => A.mul(product, xi)),
      byHand: {
        value(x) {
          // four factors at a time, so that a multiplication waits less often for the one before
          let product = 1;
          for (let i = 0; i < fours; i += 4) product *= x[i]! * x[i + 1]! * (x[i + 2]! * x[i + 3]!);
          for (let i = fours; i < n; i++) product *= x[i]!;
          return product;
        },
        gradient(x, out) {
          // on the way up the products of all that is left of four factors, on the way down of all that is right of
          // them
          let left = 1;
          for (let i = 0; i < fours; i += 4) {
            out[i] = left;
            left *= x[i]! * x[i + 1]! * (x[i + 2]! * x[i + 3]!);
          }
          let right = 1;
          if (fours < n) {
            // the last one to three factors, with ones for those that are missing
            const x0 = x[fours]!;
            const x1 = fours + 1 < n ? x[fours + 1]! : 1;
            const x2 = fours + 2 < n ? x[fours + 2]! : 1;
            out[fours] = left * (x1 * x2);
            if (fours + 1 < n) out[fours + 1] = left * (x0 * x2);
            if (fours + 2 < n) out[fours + 2] = left * (x0 * x1);
            left = left * x0 * x1 * x2;
            right = x0 * x1 * x2;
          }
          for (let i = fours - 4; i >= 0; i -= 4) {
            const x0 = x[i]!;
            const x1 = x[i + 1]!;
            const x2 = x[i + 2]!;
            const x3 = x[i + 3]!;
            const first = x0 * x1;
            const second = x2 * x3;
            const others = out[i]! * right;
            const butFirst = others * second;
            const butSecond = others * first;
            out[i] = butFirst * x1;
            out[i + 1] = butFirst * x0;
            out[i + 2] = butSecond * x3;
            out[i + 3] = butSecond * x2;
            right *= first * second;
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
    });
  },
};
