import type { Suite } from '../problem.ts';
import { rosenbrock as chained } from './rosenbrock.ts';

/** Cheap terms, many of them. */
export const rosenbrock: Suite = {
  name: 'rosenbrock',
  title: 'the chained Rosenbrock function: many terms, each a handful of operations',
  problems: [chained],
};
