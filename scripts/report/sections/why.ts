import type { Section } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { distanceByMethod } from '../figures/solving/distance-by-method.ts';
import { trainingBySteps } from '../figures/training/by-steps.ts';
import { trainingByTime } from '../figures/training/by-time.ts';

/** Why derivatives. */
export function why(results: Results): Section {
  return {
    id: 'why',
    title: 'Why derivatives',
    question: 'What is a derivative needed for, and what does the way of computing it change?',
    text: [
      'To train a model is to look for the weights \\(w\\) that make a loss small: \\(L(w) = \\sum_i \\ell(y_i, \\hat y_i) + \\lambda \\lVert w \\rVert^2\\), ' +
        'a term for each sample, with its label \\(y_i\\) and the answer of the model, \\(\\hat y_i\\), and a penalty on large weights. ' +
        'The gradient \\(\\nabla L(w)\\) says which way the loss rises most, so descent goes the other way, \\(w \\leftarrow w - \\eta \\nabla L(w)\\), with a step \\(\\eta\\), again and again.',
      'Descent needs only this gradient of a model. Below, one descent gets its gradients from every method in turn. The data, the start, the step and the code are equal; only the derivative is computed in another way.',
    ],
    parts: [trainingBySteps(results), trainingByTime(results), distanceByMethod(results)],
  };
}
