/** The registry of suites, a line each. A suite is imported only when one of its problems is wanted. */
import type { Suite } from './problem.ts';

/** Suites by name, in the order in which they are shown. */
export const suites: Readonly<Record<string, () => Promise<Suite>>> = {
  lecture: () => import('./lecture/index.ts').then((m) => m.lecture),
  'logistic-map': () => import('./logistic-map/index.ts').then((m) => m.logisticMap),
  helmholtz: () => import('./helmholtz/index.ts').then((m) => m.helmholtz),
  speelpenning: () => import('./speelpenning/index.ts').then((m) => m.speelpenning),
  rosenbrock: () => import('./rosenbrock/index.ts').then((m) => m.rosenbrock),
  'jacobian-shapes': () => import('./jacobian-shapes/index.ts').then((m) => m.jacobianShapes),
  training: () => import('./training/index.ts').then((m) => m.training),
  'more-garbow-hillstrom': () => import('./more-garbow-hillstrom/index.ts').then((m) => m.moreGarbowHillstrom),
  banded: () => import('./banded/index.ts').then((m) => m.banded),
  scalar: () => import('./scalar/index.ts').then((m) => m.scalars),
  'step-size': () => import('./step-size/index.ts').then((m) => m.stepSizes),
};
