/** The sections of the report, in the order of the lecture. */
import type { Section } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { about } from './about.ts';
import { computationGraph } from './computation-graph.ts';
import { dualNumbers } from './dual-numbers.ts';
import { forward } from './forward.ts';
import { manual } from './manual.ts';
import { numerical } from './numerical.ts';
import { overTime } from './over-time.ts';
import { reverse } from './reverse.ts';
import { reverseGraph } from './reverse-graph.ts';
import { symbolic } from './symbolic.ts';
import { whichMethod } from './which-method.ts';
import { why } from './why.ts';

const SECTIONS = [
  why,
  manual,
  numerical,
  symbolic,
  computationGraph,
  forward,
  dualNumbers,
  reverse,
  reverseGraph,
  whichMethod,
];

/** All sections, made of these results. */
export function sectionsOf(results: Results): Section[] {
  const present = [...SECTIONS, ...(results.history.length > 0 ? [overTime] : []), about];
  return present.map((section) => section(results));
}
