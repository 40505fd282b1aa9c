import { oneVariable } from './one-variable.ts';

/** Dumontet and Vignes, RAIRO Analyse numérique 11 (1977), p. 23, problem 2: log(x). */
export const logarithm = oneVariable({
  name: 'logarithm',
  title: 'log(x)',
  citation:
    'Dumontet and Vignes, RAIRO Analyse numérique 11 (1977), p. 23, problem 2; Stepleman and Winarsky, Mathematics of Computation 33 (1979), p. 1263',
  purpose: 'a value of 0 at the standard point, and a domain that ends at 0',
  interval: [0.01, 12],
  standardPoint: 1,
  evaluate: (A, [x]) => A.log(x!),
  value: (x) => Math.log(x),
  slope: (x) => 1 / x,
  curvature: (x) => -1 / (x * x),
});
