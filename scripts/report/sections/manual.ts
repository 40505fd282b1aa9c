import type { Section } from '../parts.ts';
import type { Results } from '../results.ts';
import { derivativesByHand } from '../tables/derivatives-by-hand.ts';
import { matlabExample } from '../tables/matlab-example.ts';

/** Manual differentiation. */
export function manual(results: Results): Section {
  return {
    id: 'manual',
    title: 'Manual differentiation',
    question: 'What does a derivative by hand cost, and what does it risk?',
    text: [
      'The lecture minimises f under the constraints c1 ≤ 0 and c2 ≤ 0 from (−1, 1), and gives the gradients of all three to the ' +
        'optimiser by hand. What the slide prints as the gradient of c1 is the first column of the Jacobian of (c1, c2), the derivatives of ' +
        'both constraints by x1, and what it prints as that of c2 is the second column. Both optimisers and people lay a Jacobian out one way ' +
        'or the other: MATLAB wants a column for each constraint. Such a slip runs without an error and gives wrong directions.',
    ],
    parts: [matlabExample(results), derivativesByHand(results)],
  };
}
