import type { Suite } from '../problem.ts';
import { logProductSine } from './log-product-sine.ts';
import { matlabConstraints } from './matlab-constraints.ts';
import { matlabObjective } from './matlab-objective.ts';
import { sigmoid } from './sigmoid.ts';

/** The functions that the lecture differentiates. */
export const lecture: Suite = {
  name: 'lecture',
  title: 'the functions that the lecture differentiates',
  problems: [logProductSine, sigmoid, matlabObjective, matlabConstraints],
};
