import { SYMBOLIC, wrongCurvatures } from '../expected-wrong.ts';
import type { Problem } from '../problem.ts';
import { absoluteValue } from './absolute-value.ts';

const SYMMETRIC = 'the slope jumps from -1 to 1: a symmetric second quotient takes the jump for a curvature';

/** Griewank and Walther, Evaluating Derivatives, 2nd ed. (2008), ch. 14: no derivative, only a convention. */
export const absoluteValueAtKink: Problem = {
  name: 'absolute-value-at-kink',
  title: '|x| at 0',
  citation: 'Griewank and Walther, Evaluating Derivatives, 2nd ed. (2008), chapter 14',
  purpose:
    "there is no derivative: the suite's convention is 0, the midpoint of the subdifferential, of which all is right; mathjs answers NaN",
  sizes: [1],
  quickSizes: [1],
  smooth: false,
  expectWrong: [
    wrongCurvatures(['central-difference', 'gradient-difference'], SYMMETRIC),
    {
      methods: SYMBOLIC,
      operators: ['gradient', 'jvp', 'vjp'],
      reason: 'mathjs differentiates |x| as |x| / x, which is NaN at 0',
    },
  ],
  at: () => absoluteValue(() => [Float64Array.of(0)]),
};
