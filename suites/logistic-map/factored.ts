import type { ScalarByHand } from '../../methods/method.ts';
import { type Problem, scalar } from '../problem.ts';
import { randomVector } from '../random.ts';

/**
 * Baydin et al., JMLR 18 (2018), Table 1, column l_n: the polynomials in factors, n = 1 to 4. First point: x = 0.2,
 * that of Fig. 3.
 */
export const factored: Problem = {
  name: 'factored',
  title: 'l_n(x) in factors, as in 64 x (1 - x) (1 - 2x)^2 (1 - 8x + 8x^2)^2',
  citation: 'Baydin, Pearlmutter, Radul, Siskind, JMLR 18 (2018), Table 1 and Figure 3',
  purpose: 'the closed forms of the lecture, of which the fourth is its example of truncation and rounding',
  sizes: [1, 2, 3, 4],
  quickSizes: [4],
  timed: { default: [], quick: [] },
  smooth: true,
  at(n) {
    const closedForm = closedForms[n - 1];
    const byHand = formsByHand[n - 1];
    if (closedForm === undefined || byHand === undefined) throw new RangeError(`no factored form of l_${n}`);
    return scalar({
      inputs: 1,
      evaluate(A, [x]) {
        if (n === 1) return x!;
        const one = A.constant(1);
        let l = A.mul(A.mul(A.constant(4 ** (n - 1)), x!), A.sub(one, x!));
        if (n >= 3) l = A.mul(l, A.pow(A.sub(one, A.mul(A.constant(2), x!)), 2));
        if (n >= 4) {
          const quadratic = A.add(A.sub(one, A.mul(A.constant(8), x!)), A.mul(A.constant(8), A.pow(x!, 2)));
          l = A.mul(l, A.pow(quadratic, 2));
        }
        return l;
      },
      byHand,
      closedForm,
      points: (random) => [
        Float64Array.of(0.2),
        randomVector(random, 1, 0.5, 0.99),
        randomVector(random, 1, 0.01, 0.5),
      ],
    });
  },
};

const closedForms = [
  'x1',
  '4 * x1 * (1 - x1)',
  '16 * x1 * (1 - x1) * (1 - 2 * x1)^2',
  '64 * x1 * (1 - x1) * (1 - 2 * x1)^2 * (1 - 8 * x1 + 8 * x1^2)^2',
];

/** The derivatives use l_{n+1}' = 4 (1 - 2 l_n) l_n', where 1 - 2 l_2 = 1 - 8x + 8x^2. */
const formsByHand: readonly ScalarByHand[] = [
  {
    value: (x) => x[0]!,
    gradient(x, out) {
      out[0] = 1;
      return x[0]!;
    },
    hessian(_x, out) {
      out[0] = 0;
    },
  },
  {
    value: (x) => 4 * x[0]! * (1 - x[0]!),
    gradient(x, out) {
      const t = x[0]!;
      out[0] = 4 - 8 * t;
      return 4 * t * (1 - t);
    },
    hessian(_x, out) {
      out[0] = -8;
    },
  },
  {
    value(x) {
      const t = x[0]!;
      const q = 1 - 2 * t;
      return 16 * t * (1 - t) * q * q;
    },
    gradient(x, out) {
      const t = x[0]!;
      const q = 1 - 2 * t;
      const p = t * (1 - t);
      out[0] = 16 * q * (1 - 8 * p);
      return 16 * p * q * q;
    },
    hessian(x, out) {
      const q = 1 - 2 * x[0]!;
      const p = x[0]! * (1 - x[0]!);
      out[0] = -32 * (1 - 8 * p + 4 * q * q);
    },
  },
  {
    value(x) {
      const t = x[0]!;
      const p = t * (1 - t);
      const root = (1 - 2 * t) * (1 - 8 * p);
      return 64 * p * root * root;
    },
    gradient(x, out) {
      const t = x[0]!;
      const p = t * (1 - t);
      const q = 1 - 2 * t;
      const root = q * (1 - 8 * p);
      out[0] = 64 * root * (1 - 32 * p * q * q);
      return 64 * p * root * root;
    },
    hessian(x, out) {
      const q = 1 - 2 * x[0]!;
      const p = x[0]! * (1 - x[0]!);
      const rootSlope = -2 * (1 - 8 * p) - 8 * q * q;
      out[0] = 64 * (rootSlope * (1 - 32 * p * q * q) - 32 * q * q * (1 - 8 * p) * (q * q - 4 * p));
    },
  },
];
