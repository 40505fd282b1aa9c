import type { Section } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { gradientCost } from '../figures/gradient-cost.ts';
import { gradientGrowth } from '../figures/gradient-growth.ts';
import { helmholtzTable } from '../figures/helmholtz-table.ts';
import { lectureExample } from '../figures/lecture-examples.ts';
import { quotedFigures } from '../figures/quoted-figures.ts';
import { reverseTrace } from '../figures/traces.ts';

/** Reverse mode. */
export function reverse(results: Results): Section {
  return {
    id: 'reverse',
    title: 'Reverse mode',
    question: 'How can one sweep give a whole gradient?',
    text: [
      'First the values are computed and kept. Then the adjoint \\(\\bar v_i = \\partial y / \\partial v_i\\) of each is found, from the output back to the inputs: every operation hands its adjoint, times its local derivative, to its arguments. Each argument adds up all that it receives.',
      'One sweep gives the transposed Jacobian times a vector, \\(J^{\\top} r\\). For a function with one value that is the whole gradient, for any number of inputs; a Jacobian of m rows takes m sweeps.',
    ],
    parts: [
      reverseTrace(lectureExample()),
      gradientCost(results),
      gradientGrowth(results),
      helmholtzTable(results),
      quotedFigures(),
    ],
  };
}
