import type { Suite } from '../problem.ts';
import { arctangent } from './arctangent.ts';
import { exponential } from './exponential.ts';
import { gillMurraySaundersWright } from './gill-murray-saunders-wright.ts';
import { inverse } from './inverse.ts';
import { logarithm } from './logarithm.ts';
import { oliverExponential } from './oliver-exponential.ts';
import { oliverGaussian } from './oliver-gaussian.ts';
import { oliverLogarithm } from './oliver-logarithm.ts';
import { square } from './polynomial.ts';
import { scaledExponential } from './scaled-exponential.ts';
import { shiCubic } from './shi-cubic.ts';
import { shiFlatExponential } from './shi-flat-exponential.ts';
import { shiQuartic } from './shi-quartic.ts';
import { shiSteepExponential } from './shi-steep-exponential.ts';
import { sine } from './sine.ts';
import { squareRoot } from './square-root.ts';

/**
 * The published test set of the literature on step sizes (Dumontet-Vignes, Stepleman-Winarsky, Oliver,
 * Gill-Murray-Saunders-Wright, Shi-Xie-Xuan-Nocedal), with the intervals that Baudin's numericalderivative (2024) takes
 * points from.
 */
export const stepSizes: Suite = {
  name: 'step-size',
  title: 'functions of one variable on which the literature tries the choice of a step',
  timed: 'on demand',
  problems: [
    square,
    inverse,
    exponential,
    logarithm,
    squareRoot,
    arctangent,
    sine,
    scaledExponential,
    gillMurraySaundersWright,
    shiFlatExponential,
    shiSteepExponential,
    shiQuartic,
    shiCubic,
    oliverExponential,
    oliverGaussian,
    oliverLogarithm,
  ],
};
