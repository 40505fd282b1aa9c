import { type Instance, type Points, scalar } from '../problem.ts';

/** |x|, whose slope at 0 is 0 by the convention of `abs`. */
export function absoluteValue(points: Points['points']): Instance {
  return scalar({
    inputs: 1,
    evaluate(A, [x]) {
      return A.abs(x!);
    },
    byHand: {
      value: (x) => Math.abs(x[0]!),
      gradient(x, out) {
        out[0] = Math.sign(x[0]!);
        return Math.abs(x[0]!);
      },
      hessian(_x, out) {
        out[0] = 0;
      },
    },
    closedForm: 'abs(x1)',
    points,
  });
}
