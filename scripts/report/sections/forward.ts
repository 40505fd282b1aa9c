import type { Section } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { lectureExample } from '../figures/lecture-examples.ts';
import { forwardTrace } from '../figures/traces.ts';

/** Forward mode. */
export function forward(_results: Results): Section {
  return {
    id: 'forward',
    title: 'Forward mode',
    question: 'How does a tangent travel along with the value?',
    text: [
      'Beside each value \\(v_i\\) its tangent \\(\\dot v_i\\) is computed: the derivative of \\(v_i\\) along a direction r of the inputs, the seed. Each operation turns the tangents of its arguments into its own by one rule of calculus.',
      'One pass gives the Jacobian times the seed, J r. With \\(r = e_i\\) that is column i of the Jacobian, so the gradient of a function of n inputs takes n passes.',
    ],
    parts: [forwardTrace(lectureExample(), [1, 0])],
  };
}
