import { oneVariable } from './one-variable.ts';

/** Dumontet and Vignes, RAIRO Analyse numérique 11 (1977), p. 23, problem 1: exp(x). */
export const exponential = oneVariable({
  name: 'exponential',
  title: 'exp(x)',
  citation:
    'Dumontet and Vignes, RAIRO Analyse numérique 11 (1977), p. 23, problem 1; Stepleman and Winarsky, Mathematics of Computation 33 (1979), p. 1263',
  purpose: 'all derivatives are alike: the plain case',
  interval: [0, 12],
  standardPoint: 1,
  quick: true,
  evaluate: (A, [x]) => A.exp(x!),
  value: (x) => Math.exp(x),
  slope: (x) => Math.exp(x),
  curvature: (x) => Math.exp(x),
});
