import type { Arithmetic } from '../../methods/arithmetic/arithmetic.ts';
import { type Problem, scalar } from '../problem.ts';
import { randomVector } from '../random.ts';

/** Baydin et al., JMLR 18 (2018), Table 1, as iteration: l_1 = x, l_{k+1} = 4 l_k (1 - l_k). First point: x = 0.2, that of Fig. 3. */
export const nested: Problem = {
  name: 'nested',
  title: 'l_n(x), where l_1 = x and l_{k+1} = 4 l_k (1 - l_k)',
  citation: 'Baydin, Pearlmutter, Radul, Siskind, JMLR 18 (2018), Table 1 and Figure 3',
  purpose: 'expression swell: written out, l_n and its derivative double with every n',
  sizes: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  timedSizes: [1, 4, 7, 10],
  quickSizes: [4],
  smooth: true,
  at: (n) =>
    scalar({
      inputs: 1,
      evaluate<T>(A: Arithmetic<T>, [x]: readonly T[]) {
        let l: T = x!;
        for (let k = 1; k < n; k++) l = A.mul(A.mul(A.constant(4), l), A.sub(A.constant(1), l));
        return l;
      },
      byHand: {
        value(x) {
          let l = x[0]!;
          for (let k = 1; k < n; k++) l = 4 * l * (1 - l);
          return l;
        },
        gradient(x, out) {
          let l = x[0]!;
          let slope = 1;
          for (let k = 1; k < n; k++) {
            slope *= 4 - 8 * l;
            l = 4 * l * (1 - l);
          }
          out[0] = slope;
          return l;
        },
      },
      points: (random) => [
        Float64Array.of(0.2),
        randomVector(random, 1, 0.5, 0.99),
        randomVector(random, 1, 0.01, 0.5),
      ],
    }),
};
