import type { Suite } from '../problem.ts';
import { factored } from './factored.ts';
import { nested } from './nested.ts';

/** Expression swell: the logistic map iterated. */
export const logisticMap: Suite = {
  name: 'logistic-map',
  title: 'the logistic map l_{n+1} = 4 l_n (1 - l_n), on which expressions swell',
  problems: [nested, factored],
};
