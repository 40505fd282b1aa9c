import type { Section } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { computationGraphFigure, operatorGraphFigure } from '../figures/graphs.ts';
import { EXAMPLE, lectureExample, lectureNeuron, NEURON } from '../figures/lecture-examples.ts';

/** The computation graph. */
export function computationGraph(_results: Results): Section {
  return {
    id: 'computation-graph',
    title: 'The computation graph',
    question: 'What does a program compute, operation by operation?',
    text: [
      'A program computes by operations on one or two numbers, and the derivative of each operation is well known. Drawn as a graph, the program shows which value depends on which.',
      'The chain rule goes along its edges. Where a value x is used twice, by y and by z, the derivatives along both ways are added: \\(\\frac{d f(y, z)}{d x} = \\frac{\\partial f}{\\partial y} \\frac{d y}{d x} + \\frac{\\partial f}{\\partial z} \\frac{d z}{d x}\\). It can be carried out from the inputs to the output, or from the output to the inputs: forward and reverse mode.',
    ],
    parts: [computationGraphFigure(lectureExample(), EXAMPLE), operatorGraphFigure(lectureNeuron(), NEURON)],
  };
}
