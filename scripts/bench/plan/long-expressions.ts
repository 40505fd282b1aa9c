import type { Failure } from '../process/job.ts';

/** How long an expression may take in a run that is not asked to wait for it, s. */
const USUAL_LIMIT_S = 1;

/** Derivatives that mathjs simplifies; what is done with them afterwards takes no time beside it. */
const SIMPLIFIED = {
  'helmholtz/helmholtz': 8,
  'jacobian-shapes/sines': 1,
  'logistic-map/nested': 6,
  'rosenbrock/rosenbrock': 100,
  'speelpenning/speelpenning': 100,
  'training/logistic-regression': 10,
  'training/logistic-regression-iris': 5,
  'training/tanh-network': 33,
  'banded/broyden-banded': 8,
  'banded/broyden-tridiagonal': 32,
  'banded/discrete-boundary-value': 32,
  'more-garbow-hillstrom/brown-dennis': 4,
  'more-garbow-hillstrom/kowalik-osborne': 4,
  'more-garbow-hillstrom/meyer': 3,
  'more-garbow-hillstrom/trigonometric': 10,
  'more-garbow-hillstrom/variably-dimensioned': 10,
};

/**
 * Expressions that swell: for a method, or a form and what it is of, the size of a problem from which on it is known to
 * take longer than `USUAL_LIMIT_S`. To find that out again in each run would take a minute, and would come out
 * differently near the limit. Sizes that are not listed here take less than half of the limit that they are given.
 */
export const LONG_EXPRESSIONS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'symbolic-compiled': {
    'helmholtz/helmholtz': 36,
    'jacobian-shapes/sines': 256,
    'logistic-map/nested': 15,
    'rosenbrock/rosenbrock': 1000,
    'speelpenning/speelpenning': 1000,
    'training/logistic-regression': 100,
    'training/tanh-network': 33,
  },
  'symbolic-generated': {
    'helmholtz/helmholtz': 43,
    'logistic-map/nested': 15,
    'rosenbrock/rosenbrock': 1000,
    'speelpenning/speelpenning': 1000,
    'training/logistic-regression': 100,
  },
  'symbolic-simplified': SIMPLIFIED,
  'symbolic-mathjs': SIMPLIFIED,
  'raw derivative': { 'helmholtz/helmholtz': 22, 'logistic-map/nested': 15, 'speelpenning/speelpenning': 1000 },
  'simplified function': { 'helmholtz/helmholtz': 8, 'logistic-map/nested': 6, 'speelpenning/speelpenning': 1000 },
  'simplified derivative': {
    'helmholtz/helmholtz': 8,
    'logistic-map/nested': 6,
    'speelpenning/speelpenning': 100,
  },
  'polynomial function': { 'logistic-map/nested': 15 },
  'polynomial derivative': { 'logistic-map/nested': 15 },
};

/** Why a method or a form is not tried on a problem at this size, if it is known to take too long. */
export function whyTooLong(
  what: string,
  { suite, problem, size, plugin }: { suite: string; problem: string; size: number; plugin?: string },
): Failure | undefined {
  const from = plugin === undefined ? LONG_EXPRESSIONS[what]?.[`${suite}/${problem}`] : undefined;
  if (from === undefined || size < from) return undefined;
  const where = size === from ? '' : `at size ${from} already `;
  return {
    outcome: 'timeout',
    reason: `not tried: ${where}known to take longer than ${USUAL_LIMIT_S} s; --thorough and --time-limit try it`,
  };
}
