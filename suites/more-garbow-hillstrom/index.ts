import type { Suite } from '../problem.ts';
import { bard } from './bard.ts';
import { beale } from './beale.ts';
import { boxThreeDimensional } from './box-three-dimensional.ts';
import { brownBadlyScaled } from './brown-badly-scaled.ts';
import { brownDennis } from './brown-dennis.ts';
import { broydenTridiagonal } from './broyden-tridiagonal.ts';
import { freudensteinRoth } from './freudenstein-roth.ts';
import { gaussian } from './gaussian.ts';
import { jennrichSampson } from './jennrich-sampson.ts';
import { kowalikOsborne } from './kowalik-osborne.ts';
import { meyer } from './meyer.ts';
import { powellBadlyScaled } from './powell-badly-scaled.ts';
import { powellSingular } from './powell-singular.ts';
import { rosenbrock } from './rosenbrock.ts';
import { trigonometric } from './trigonometric.ts';
import { variablyDimensioned } from './variably-dimensioned.ts';
import { wood } from './wood.ts';

/** Classical problems of Moré, Garbow and Hillstrom (ACM TOMS 7(1), 1981) in the order of their numbers. */
export const moreGarbowHillstrom: Suite = {
  name: 'more-garbow-hillstrom',
  title: 'classical least-squares and equation problems, residuals as vectors',
  timed: 'on demand',
  problems: [
    rosenbrock,
    freudensteinRoth,
    powellBadlyScaled,
    brownBadlyScaled,
    beale,
    jennrichSampson,
    bard,
    gaussian,
    meyer,
    boxThreeDimensional,
    powellSingular,
    wood,
    kowalikOsborne,
    brownDennis,
    variablyDimensioned,
    trigonometric,
    broydenTridiagonal,
  ],
};
