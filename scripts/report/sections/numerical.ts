import type { Section } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { callsOfJacobian } from '../figures/calls-of-jacobian.ts';
import { digitsAgainstCalls } from '../figures/digits-against-calls.ts';
import { errorAgainstStep } from '../figures/error-against-step.ts';
import { errorAgainstStepSuite } from '../figures/error-against-step-suite.ts';
import { oneSidedSlopes } from '../tables/one-sided-slopes.ts';
import { stepSelectionTable } from '../tables/step-selection.ts';

/** Difference quotients. */
export function numerical(results: Results): Section {
  return {
    id: 'numerical',
    title: 'Numerical differentiation',
    question: 'How small should a step be, and how many digits does the best one give?',
    text: [
      'Along one variable, the forward difference (f(x + h) − f(x)) / h has a truncation error in proportion to h, the central difference (f(x + h) − f(x − h)) / (2h) one in proportion to h². ' +
        'Both have a round-off error in proportion to 1 / h. A gradient takes n + 1 and 2n evaluations of f. ' +
        'A central difference of order p = 4, 6 or 8 weighs p / 2 such pairs of points so that the lower powers of h cancel: its truncation error is in proportion to hᵖ, its best step longer, and a gradient takes pn evaluations.',
      'The columns of a sparse Jacobian that have no row in common can share one evaluation, if it is known which they are (Curtis, Powell and Reid, 1974). ' +
        'A step along the imaginary axis (Squire and Trapp, 1998) takes no difference at all, so that nothing cancels, but f must be written for complex numbers.',
    ],
    parts: [
      errorAgainstStep(results),
      errorAgainstStepSuite(results),
      stepSelectionTable(results),
      digitsAgainstCalls(results),
      oneSidedSlopes(results),
      callsOfJacobian(results),
    ],
  };
}
