import { allQuotientsWrong, ESTIMATED } from '../expected-wrong.ts';
import { iteratedLogisticMap } from '../iterated-logistic-map.ts';
import type { Problem } from '../problem.ts';

const STEEP = 'the slope of 2^60 lasts for 1e-18; the function itself stays between 0 and 1';

const STEPS = 60;

/** May, Nature 261, 1976: a fixed point that repels by 2 a step, so that the derivative is 2^60 exactly. */
export const logisticFixedPoint: Problem = {
  name: 'logistic-fixed-point',
  title: 'the logistic map 4 x (1 - x), 60 times, at its fixed point 3/4',
  citation: 'May, Nature 261 (1976); the map at r = 4',
  purpose:
    'a derivative of 2^60 that doubles compute without one rounding; no step is small enough for a difference quotient',
  sizes: [1],
  quickSizes: [],
  smooth: true,
  expectWrong: [...allQuotientsWrong(STEEP), { methods: ESTIMATED, operators: ['gradient'], reason: STEEP }],
  at: () => iteratedLogisticMap(STEPS, () => [0.75, 0.25].map((x1) => Float64Array.of(x1))),
};
