import { iteratedLogisticMap } from '../iterated-logistic-map.ts';
import type { Problem } from '../problem.ts';
import { randomVector } from '../random.ts';

/** Baydin et al., JMLR 18 (2018), Table 1, as iteration: l_1 = x, l_{k+1} = 4 l_k (1 - l_k). First point: x = 0.2, that of Fig. 3. */
export const nested: Problem = {
  name: 'nested',
  title: 'l_n(x), where l_1 = x and l_{k+1} = 4 l_k (1 - l_k)',
  citation: 'Baydin, Pearlmutter, Radul, Siskind, JMLR 18 (2018), Table 1 and Figure 3',
  purpose: 'expression swell: written out, l_n and its derivative double with every n',
  sizes: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20],
  quickSizes: [4],
  timed: { default: [4], quick: [] },
  smooth: true,
  expectWrong: {
    numerical:
      'from n = 15 on the slopes are so steep and change so fast that no step is short enough for truncation and long enough for rounding',
  },
  at: (n) =>
    iteratedLogisticMap(n - 1, (random) => [
      Float64Array.of(0.2),
      randomVector(random, 1, 0.5, 0.99),
      randomVector(random, 1, 0.01, 0.5),
    ]),
};
