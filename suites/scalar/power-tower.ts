import { singleInput } from '../single-input.ts';

/** Euler, De formulis exponentialibus replicatis, 1783 (E489): base and exponent vary together. */
export const powerTower = singleInput({
  name: 'power-tower',
  title: 'x^x = exp(x log(x))',
  citation: 'Euler, De formulis exponentialibus replicatis (E489, 1783)',
  purpose: 'x stands twice in the exponent: the product rule inside the chain rule',
  evaluate: (A, [x]) => A.exp(A.mul(x!, A.log(x!))),
  byHand: {
    value: (x) => Math.exp(x[0]! * Math.log(x[0]!)),
    gradient(x, out) {
      const logarithm = Math.log(x[0]!);
      const value = Math.exp(x[0]! * logarithm);
      out[0] = value * (logarithm + 1);
      return value;
    },
    hessian(x, out) {
      const logarithm = Math.log(x[0]!);
      out[0] = Math.exp(x[0]! * logarithm) * ((logarithm + 1) ** 2 + 1 / x[0]!);
    },
  },
  closedForm: 'exp(x1 * log(x1))',
  points: (random) => [2.5, random(0.01, 0.2), random(2, 20)],
});
