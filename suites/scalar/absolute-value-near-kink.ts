import { allQuotientsWrong, wrongSteps } from '../expected-wrong.ts';
import { singleInput } from '../single-input.ts';
import { absoluteValue } from './absolute-value.ts';

const ACROSS = 'the step reaches across the kink: the quotient mixes the slopes -1 and 1';

/** Griewank and Walther, Evaluating Derivatives, 2nd ed. (2008), ch. 14: a kink closer than the step. */
export const absoluteValueNearKink = singleInput({
  name: 'absolute-value-near-kink',
  title: '|x| near 1e-9',
  citation: 'Griewank and Walther, Evaluating Derivatives, 2nd ed. (2008), chapter 14',
  purpose: 'the derivative exists, but a difference quotient reaches across the kink',
  smooth: false,
  expectWrong: [
    ...allQuotientsWrong(ACROSS),
    { methods: ['richardson'], operators: ['gradient'], reason: ACROSS },
    wrongSteps('forward-difference', [1e-9, 1], ACROSS),
    wrongSteps('central-difference', [1e-9, 1], ACROSS),
    wrongSteps('central-difference-4', [5e-10, 1], ACROSS),
    wrongSteps('central-difference-6', [3.3e-10, 1], ACROSS),
    wrongSteps('central-difference-8', [2.5e-10, 1], ACROSS),
  ],
  ...absoluteValue,
  points: (random) => [-1e-9, random(-1e-8, -1e-9), random(1e-9, 1e-8)],
});
