import { wrongCurvatures, wrongSlopes } from '../expected-wrong.ts';
import { iteratedLogisticMap } from '../iterated-logistic-map.ts';
import type { Problem } from '../problem.ts';
import { randomVector } from '../random.ts';

/** The higher the order, the farther its points reach, and the sooner. */
const STEEP =
  'the slope is so steep and changes so fast that no step is short enough for truncation and long enough for rounding';

/**
 * Baydin et al., JMLR 18 (2018), Table 1, as iteration: l_1 = x, l_{k+1} = 4 l_k (1 - l_k). First point: x = 0.2, that
 * of Fig. 3.
 */
export const nested: Problem = {
  name: 'nested',
  title: 'l_n(x), where l_1 = x and l_{k+1} = 4 l_k (1 - l_k)',
  citation: 'Baydin, Pearlmutter, Radul, Siskind, JMLR 18 (2018), Table 1 and Figure 3',
  purpose: 'expression swell: written out, l_n and its derivative double with every n',
  sizes: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20],
  quickSizes: [4],
  timed: { default: [4], quick: [] },
  smooth: true,
  expectWrong: [
    { ...wrongSlopes(['central-difference-8'], STEEP), sizes: [9, 10, 15, 20] },
    { ...wrongSlopes(['central-difference-8'], STEEP), sizes: [8], atSomePoints: true },
    { ...wrongSlopes(['central-difference-6'], STEEP), sizes: [10, 15, 20] },
    { ...wrongSlopes(['central-difference-4'], STEEP), sizes: [15, 20] },
    { ...wrongSlopes(['central-difference'], STEEP), sizes: [20] },
    { methods: ['richardson'], operators: ['gradient'], sizes: [20], reason: STEEP },
    { methods: ['adaptive-difference'], operators: ['gradient'], sizes: [20], atSomePoints: true, reason: STEEP },
    { ...wrongCurvatures(['central-difference'], STEEP), sizes: [15, 20] },
    { ...wrongCurvatures(['forward-difference', 'gradient-difference'], STEEP), sizes: [20] },
    { ...wrongCurvatures(['forward-difference'], STEEP), sizes: [15], atSomePoints: true },
  ],
  at: (n) =>
    iteratedLogisticMap(n - 1, (random) => [
      Float64Array.of(0.2),
      randomVector(random, 1, 0.5, 0.99),
      randomVector(random, 1, 0.01, 0.5),
    ]),
};
