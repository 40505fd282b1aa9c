import type { Suite } from '../problem.ts';
import { helmholtz as freeEnergy } from './helmholtz.ts';

/** The benchmark of the survey's Figure 5. */
export const helmholtz: Suite = {
  name: 'helmholtz',
  title: 'the Helmholtz free energy of a mixed fluid, the benchmark of the survey',
  problems: [freeEnergy],
};
