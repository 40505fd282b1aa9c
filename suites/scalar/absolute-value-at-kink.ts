import { SYMBOLIC, wrongCurvatures } from '../expected-wrong.ts';
import { singleInput } from '../single-input.ts';
import { absoluteValue } from './absolute-value.ts';

const SYMMETRIC = 'the slope jumps from -1 to 1: a symmetric second quotient takes the jump for a curvature';

/** Griewank and Walther, Evaluating Derivatives, 2nd ed. (2008), ch. 14: no derivative, only a convention. */
export const absoluteValueAtKink = singleInput({
  name: 'absolute-value-at-kink',
  title: '|x| at 0',
  citation: 'Griewank and Walther, Evaluating Derivatives, 2nd ed. (2008), chapter 14',
  purpose:
    "there is no derivative: the suite's convention is 0, the midpoint of the subdifferential, of which all is right; mathjs answers NaN",
  quick: true,
  smooth: false,
  expectWrong: [
    wrongCurvatures(['central-difference', 'gradient-difference'], SYMMETRIC),
    {
      methods: SYMBOLIC,
      operators: ['gradient', 'jvp', 'vjp'],
      reason: 'mathjs differentiates |x| as |x| / x, which is NaN at 0',
    },
  ],
  ...absoluteValue,
  points: () => [0],
});
