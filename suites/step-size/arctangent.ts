import { oneVariable } from './one-variable.ts';

/** Dumontet and Vignes, RAIRO Analyse numérique 11 (1977), p. 23, problem 4: atan(x). */
export const arctangent = oneVariable({
  name: 'arctangent',
  title: 'atan(x)',
  citation:
    'Dumontet and Vignes, RAIRO Analyse numérique 11 (1977), p. 23, problem 4; Stepleman and Winarsky, Mathematics of Computation 33 (1979), p. 1263',
  purpose: 'flat far out, with poles at i and -i near the standard point',
  interval: [-12, 12],
  standardPoint: 0.5,
  evaluate: (A, [x]) => A.atan(x!),
  value: (x) => Math.atan(x),
  slope: (x) => 1 / (1 + x * x),
  curvature: (x) => (-2 * x) / ((1 + x * x) * (1 + x * x)),
});
