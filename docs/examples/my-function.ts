/** A function of one's own, differentiated in a program: `npx tsx docs/examples/my-function.ts` prints its gradient. */
import type { ScalarFunction } from '../../methods/method.ts';
import { reverseTape } from '../../methods/reverse-tape.ts';

/** The output of a neuron with two weights, as a function of the weights, for the input 2. */
const neuron: ScalarFunction = {
  kind: 'scalar',
  inputs: 2,
  outputs: 1,
  evaluate: (A, [w0, w1]) => [A.logistic(A.add(w0!, A.mul(A.constant(2), w1!)))],
  byHand: {
    value: (w) => 1 / (1 + Math.exp(-(w[0]! + 2 * w[1]!))),
    gradient: () => {
      throw new Error('nobody has written this gradient: only the method `manual` asks for it');
    },
  },
};

const { gradient } = reverseTape.prepare(neuron);
const slopes = new Float64Array(2);
const value = gradient!(Float64Array.of(0.5, -0.25), slopes);
console.log({ value, slopes: [...slopes] });
