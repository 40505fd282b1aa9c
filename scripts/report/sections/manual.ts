import type { Section } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { checksAgainstTolerance } from '../figures/checks-against-tolerance.ts';
import { distanceByIteration } from '../figures/solving/distance-by-iteration.ts';
import { derivativesByHand } from '../tables/derivatives-by-hand.ts';
import { matlabExample } from '../tables/matlab-example.ts';
import { matlabExampleSolved } from '../tables/matlab-example-solved.ts';
import { whatChecksCatch } from '../tables/what-checks-catch.ts';

/** Manual differentiation. */
export function manual(results: Results): Section {
  return {
    id: 'manual',
    title: 'Manual differentiation',
    question: 'What does a derivative by hand cost, and what does it risk?',
    text: [
      'The lecture minimises f under the constraints c1 ≤ 0 and c2 ≤ 0 from (−1, 1), and gives the gradients of all three to the ' +
        'optimiser by hand. The slide gives two vectors the names of the gradients of c1 and c2. They are the columns of the Jacobian of ' +
        '(c1, c2) instead: the derivatives of both constraints by x1, then by x2. One above the other, they form the matrix that MATLAB ' +
        'asks for, with a column for each constraint. Taken for the gradients that their names promise, they are wrong.',
      'A Jacobian can be laid out by rows or by columns. An optimiser that gets the wrong layout runs without an error, in wrong ' +
        'directions. Where there are as many inputs as outputs, even the shape does not reveal it.',
      'Planted slips show how prone to error this is: a dropped minus, a forgotten factor, a wrong index, one at a time. `npm run check` compares ' +
        'every entry with the exact derivative, and describes the slip. Without exact derivatives a check has difference quotients only. ' +
        'Where the tolerance is small, it takes their own error for a slip. Where it is large, their error hides a slip.',
    ],
    parts: [
      matlabExample(results),
      matlabExampleSolved(results),
      distanceByIteration(results),
      derivativesByHand(results),
      whatChecksCatch(results),
      checksAgainstTolerance(results),
    ],
  };
}
