import type { Problem } from '../problem.ts';
import { absoluteValue } from './absolute-value.ts';

/** Griewank and Walther, Evaluating Derivatives, 2nd ed. (2008), ch. 14: no derivative, only a convention. */
export const absoluteValueAtKink: Problem = {
  name: 'absolute-value-at-kink',
  title: '|x| at 0',
  citation: 'Griewank and Walther, Evaluating Derivatives, 2nd ed. (2008), chapter 14',
  purpose:
    "there is no derivative: the suite's convention is 0, the midpoint of the subdifferential; mathjs answers NaN",
  sizes: [1],
  quickSizes: [1],
  smooth: false,
  expectWrong: {
    numerical: 'a forward difference answers the slope to the right, 1, where the convention is 0',
    symbolic: 'mathjs differentiates |x| as |x| / x, which is NaN at 0',
  },
  at: () => absoluteValue(() => [Float64Array.of(0)]),
};
