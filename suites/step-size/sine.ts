import { oneVariable } from './one-variable.ts';

/** Dumontet and Vignes, RAIRO Analyse numérique 11 (1977), p. 23, problem 5: sin(x). */
export const sine = oneVariable({
  name: 'sine',
  title: 'sin(x)',
  citation:
    'Dumontet and Vignes, RAIRO Analyse numérique 11 (1977), p. 23, problem 5; Stepleman and Winarsky, Mathematics of Computation 33 (1979), p. 1263',
  purpose: 'a slope that vanishes where the value does not',
  interval: [-Math.PI, Math.PI],
  standardPoint: 1,
  evaluate: (A, [x]) => A.sin(x!),
  value: (x) => Math.sin(x),
  slope: (x) => Math.cos(x),
  curvature: (x) => -Math.sin(x),
});
