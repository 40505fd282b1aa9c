/** The registry of suites, a line each. A suite is imported only when one of its problems is wanted. */
import type { Suite } from './problem.ts';

/** Suites by name, in the order in which they are shown. */
export const suites: Readonly<Record<string, () => Promise<Suite>>> = {
  lecture: () => import('./lecture/index.ts').then((m) => m.lecture),
  'more-garbow-hillstrom': () => import('./more-garbow-hillstrom/index.ts').then((m) => m.moreGarbowHillstrom),
};
