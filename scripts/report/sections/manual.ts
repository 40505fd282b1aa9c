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
        'optimiser by hand. What the slide names after c1 is not the gradient of c1, but the first column of the Jacobian of (c1, c2): the ' +
        'derivatives of both constraints by x1. What it names after c2 is the second column. One above the other they are the matrix that MATLAB ' +
        'asks for, which has a column for each constraint; taken for what their names promise, they are wrong.',
      'A Jacobian can be laid out by rows or by columns, and an optimiser that is given one for the other runs without an error, in wrong ' +
        'directions. Where there are as many inputs as outputs, not even the shape gives it away.',
      'How prone to error is shown by slips that are planted: a dropped minus, a forgotten factor, a wrong index, one at a time. `npm run check` compares ' +
        'every entry with the exact derivative, and says what a slip looks like. Without exact derivatives a check has difference quotients only, whose own error ' +
        'is taken for a slip where the tolerance is small, and hides one where it is large.',
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
