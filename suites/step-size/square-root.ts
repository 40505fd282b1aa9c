import { oneVariable } from './one-variable.ts';

/** Dumontet and Vignes, RAIRO Analyse numérique 11 (1977), p. 23, problem 3: sqrt(x). */
export const squareRoot = oneVariable({
  name: 'square-root',
  title: 'sqrt(x)',
  citation:
    'Dumontet and Vignes, RAIRO Analyse numérique 11 (1977), p. 23, problem 3; Stepleman and Winarsky, Mathematics of Computation 33 (1979), p. 1263',
  purpose: 'a slope that grows without bound towards the end of the domain',
  interval: [0.01, 12],
  standardPoint: 1,
  evaluate: (A, [x]) => A.sqrt(x!),
  value: (x) => Math.sqrt(x),
  slope: (x) => 1 / (2 * Math.sqrt(x)),
  curvature: (x) => -1 / (4 * x * Math.sqrt(x)),
});
