import type { Arithmetic } from '../methods/arithmetic/arithmetic.ts';
import { type Instance, type Points, scalar } from './problem.ts';

/** The logistic map l -> 4 l (1 - l) (May, Nature 261, 1976), applied `steps` times to x. */
export function iteratedLogisticMap(steps: number, points: Points['points']): Instance {
  return scalar({
    inputs: 1,
    evaluate<T>(A: Arithmetic<T>, [x]: readonly T[]) {
      let l: T = x!;
      for (let k = 0; k < steps; k++) l = A.mul(A.mul(A.constant(4), l), A.sub(A.constant(1), l));
      return l;
    },
    byHand: {
      value(x) {
        let l = x[0]!;
        for (let k = 0; k < steps; k++) l = 4 * l * (1 - l);
        return l;
      },
      gradient(x, out) {
        let l = x[0]!;
        let slope = 1;
        for (let k = 0; k < steps; k++) {
          slope *= 4 - 8 * l;
          l = 4 * l * (1 - l);
        }
        out[0] = slope;
        return l;
      },
      hessian(x, out) {
        let l = x[0]!;
        let slope = 1;
        let curvature = 0;
        for (let k = 0; k < steps; k++) {
          curvature = (4 - 8 * l) * curvature - 8 * slope * slope;
          slope *= 4 - 8 * l;
          l = 4 * l * (1 - l);
        }
        out[0] = curvature;
      },
    },
    points,
  });
}
