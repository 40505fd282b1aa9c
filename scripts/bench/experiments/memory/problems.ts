import type { Arithmetic } from '../../../../methods/arithmetic/arithmetic.ts';
import type { IteratedMap } from '../../../../methods/checkpointing/iterated-map.ts';
import type { ScalarFunction } from '../../../../methods/method.ts';
import { randomVector, seededRandom } from '../../../../suites/random.ts';
import { logisticObjective } from '../../../../suites/training/logistic-objective.ts';

/** A computation that can be made as long as one likes, and its gradient at one point. */
export interface MemoryProblem {
  readonly suite: string;
  readonly name: string;
  /** The problem of the suite that it makes longer, and with which it is chosen. */
  readonly longer: string;
  readonly lengths: readonly number[];
  readonly quickLengths: readonly number[];
  /**
   * The greatest length at which the gradient is compared with decimals. Beyond, it is compared with the one by hand,
   * since decimals take too long.
   */
  readonly exactUpTo: number;
  readonly point: Float64Array;
  /** The map that it iterates, if that is what it does. */
  readonly map?: IteratedMap;
  /** The function at a length: steps of the iteration, or terms of the sum. */
  at(length: number): ScalarFunction;
}

/**
 * The logistic map l -> r l (1 - l) at r = 3 (May, Nature 261, 1976), iterated from 0.2. At r = 4, as elsewhere in the
 * suite, the slope after n steps is of the order 2^n and overflows before n = 1100; below r = 3 it decays as fast. At r
 * = 3 the fixed point 2/3 is neutral, with the multiplier -1: the orbit approaches it like n^(-1/2) and the slope falls
 * only like n^(-3/2), to some 1e-9 after a million steps.
 */
const logisticMap: IteratedMap = {
  dimension: 1,
  step: (A, [l]) => [A.mul(A.mul(A.constant(3), l!), A.sub(A.constant(1), l!))],
};

const iterated: MemoryProblem = {
  suite: 'logistic-map',
  name: 'iterated-neutral',
  longer: 'nested',
  lengths: [10, 100, 1000, 10_000, 100_000, 1_000_000],
  quickLengths: [100, 10_000],
  exactUpTo: 1000,
  point: Float64Array.of(0.2),
  map: logisticMap,
  at: (length) => ({
    kind: 'scalar',
    inputs: 1,
    outputs: 1,
    evaluate<T>(A: Arithmetic<T>, x: readonly T[]) {
      let state = x;
      for (let k = 0; k < length; k++) state = logisticMap.step(A, state);
      return state;
    },
    byHand: {
      value(x) {
        let l = x[0]!;
        for (let k = 0; k < length; k++) l = 3 * l * (1 - l);
        return l;
      },
      gradient(x, out) {
        let l = x[0]!;
        let slope = 1;
        for (let k = 0; k < length; k++) {
          slope *= 3 - 6 * l;
          l = 3 * l * (1 - l);
        }
        out[0] = slope;
        return l;
      },
    },
  }),
};

/** Weights of the long regression. */
const WEIGHTS = 5;

/**
 * Logistic regression as in the suite, of five weights on any number of made samples, from seed 2020: features and
 * labels are drawn for each sample.
 */
const training: MemoryProblem = {
  suite: 'training',
  name: 'logistic-regression-long',
  longer: 'logistic-regression',
  lengths: [10, 100, 1000, 10_000, 100_000],
  quickLengths: [1000],
  exactUpTo: 100,
  point: Float64Array.of(0.5, -0.25, 0.125, 1, -1),
  at(length) {
    const seeded = seededRandom(2020);
    const rows = Array.from({ length }, () => {
      const features = randomVector(seeded, WEIGHTS, -1, 1);
      const label = seeded(0, 1) < 0.5 ? -1 : 1;
      return features.map((feature) => -label * feature);
    });
    const { inputs, byHand, evaluate } = logisticObjective(rows, 0.1);
    return { kind: 'scalar', inputs, outputs: 1, byHand, evaluate: (A, w) => [evaluate(A, w)] };
  },
};

/** The problems of the memory harness, by name. */
export const memoryProblems: readonly MemoryProblem[] = [iterated, training];
