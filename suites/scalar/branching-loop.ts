import type { Arithmetic } from '../../methods/arithmetic/arithmetic.ts';
import { wrongSteps } from '../expected-wrong.ts';
import { singleInput } from '../single-input.ts';

/** Griewank and Walther, Evaluating Derivatives, 2nd ed. (2008), ch. 14: a program whose loop ends on a value. */
export const branchingLoop = singleInput({
  name: 'branching-loop',
  title: 'sin(x / 2^k), with the least k for which the argument is below 1',
  citation: 'Griewank and Walther, Evaluating Derivatives, 2nd ed. (2008), chapter 14',
  purpose: 'the loop asks for the value: a tape sees one branch, a tree of symbols none',
  quick: true,
  expectWrong: [
    wrongSteps('central-difference-6', [0.74, 1], 'the outermost points take another branch of the loop'),
    wrongSteps('central-difference-8', [0.56, 1], 'the outermost points take another branch of the loop'),
  ],
  evaluate<T>(A: Arithmetic<T>, [x]: readonly T[]) {
    let reduced: T = x!;
    while (A.toNumber(reduced) >= 1) reduced = A.mul(A.constant(0.5), reduced);
    return A.sin(reduced);
  },
  byHand: {
    value(x) {
      let reduced = x[0]!;
      while (reduced >= 1) reduced *= 0.5;
      return Math.sin(reduced);
    },
    gradient(x, out) {
      let reduced = x[0]!;
      let scale = 1;
      while (reduced >= 1) {
        reduced *= 0.5;
        scale *= 0.5;
      }
      out[0] = scale * Math.cos(reduced);
      return Math.sin(reduced);
    },
  },
  points: (random) => [10, random(40, 60), random(1100, 2000)],
});
