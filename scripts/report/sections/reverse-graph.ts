import type { Section } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { gradientGraphFigure } from '../figures/graphs.ts';
import { lectureNeuron, NEURON } from '../figures/lecture-examples.ts';
import { memoryAgainstLength } from '../figures/memory-against-length.ts';
import { preparation } from '../figures/preparation.ts';
import { breakEven } from '../tables/break-even.ts';

/** The weights of the neuron: its first inputs. */
const WEIGHTS = 3;

/** Reverse mode by a gradient graph. */
export function reverseGraph(results: Results): Section {
  return {
    id: 'reverse-graph',
    title: 'Reverse mode by a gradient graph',
    question: 'What is gained by a graph of the gradient itself?',
    text: [
      'Backpropagation has two weaknesses. All values of the forward pass must be kept until the sweep comes back to them. And its results are numbers, so there is no gradient of the gradient.',
      'The remedy is to write the sweep down as a graph instead of carrying it out. The gradient graph is an ordinary graph, so it can be differentiated again, simplified, and compiled.',
    ],
    parts: [
      gradientGraphFigure(lectureNeuron(), WEIGHTS, NEURON),
      preparation(results),
      breakEven(results),
      memoryAgainstLength(results),
    ],
  };
}
