import type { ScalarDefinition } from '../problem.ts';

/** |x|, whose slope at 0 is 0 by the convention of `abs`. */
export const absoluteValue: Pick<ScalarDefinition, 'evaluate' | 'byHand' | 'closedForm'> = {
  evaluate: (A, [x]) => A.abs(x!),
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
};
