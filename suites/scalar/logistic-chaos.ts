import type { Arithmetic } from '../../methods/arithmetic/arithmetic.ts';
import { type Problem, scalar } from '../problem.ts';

const STEPS = 60;

/** For whatever computes in doubles. */
const REASON = 'each step doubles an error: after 60 the orbit in doubles is another one, and so is its derivative';

/** May, Nature 261, 1976: deterministic chaos. */
export const logisticChaos: Problem = {
  name: 'logistic-chaos',
  title: 'the logistic map 4 x (1 - x), 60 times, on a chaotic orbit',
  citation: 'May, Nature 261 (1976); the map at r = 4',
  purpose: 'a condition number above 2^53: the rules are exact, the orbit in doubles has no digit left',
  sizes: [1],
  quickSizes: [1],
  smooth: true,
  expectWrong: {
    primal: REASON,
    manual: REASON,
    numerical: REASON,
    symbolic: REASON,
    forward: REASON,
    reverse: REASON,
  },
  at: () =>
    scalar({
      inputs: 1,
      evaluate<T>(A: Arithmetic<T>, [x]: readonly T[]) {
        let l: T = x!;
        for (let step = 0; step < STEPS; step++) l = A.mul(A.mul(A.constant(4), l), A.sub(A.constant(1), l));
        return l;
      },
      byHand: {
        value(x) {
          let l = x[0]!;
          for (let step = 0; step < STEPS; step++) l = 4 * l * (1 - l);
          return l;
        },
        gradient(x, out) {
          let l = x[0]!;
          let slope = 1;
          for (let step = 0; step < STEPS; step++) {
            slope *= 4 - 8 * l;
            l = 4 * l * (1 - l);
          }
          out[0] = slope;
          return l;
        },
      },
      points: (random) => [0.2, random(0.1, 0.4), random(0.6, 0.9)].map((x1) => Float64Array.of(x1)),
    }),
};
