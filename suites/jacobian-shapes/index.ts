import type { Suite } from '../problem.ts';
import { sines } from './sines.ts';

/** A Jacobian by columns or by rows. */
export const jacobianShapes: Suite = {
  name: 'jacobian-shapes',
  title: 'a Jacobian of constant size and every shape: n forward passes, or m reverse sweeps',
  problems: [sines],
};
