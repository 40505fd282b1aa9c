/**
 * The complex step (Squire & Trapp, SIAM Review 40(1), 1998; Martins, Sturdza & Alonso, ACM TOMS 29(3), 2003): f(x + ih e_i) = f + ih f_i - h^2 f_ii / 2 - ...,
 * so that the imaginary part over h is the slope, with no difference in which digits could cancel. The step may be as small as one likes.
 */

import { complexArithmetic } from './arithmetic/complex.ts';
import type { Complex } from './arithmetic/complex-number.ts';
import type { Differentiable, Method, Operators, PrepareOptions } from './method.ts';

/** h: its square is 2^-200, far below any rounding; a power of two, so that dividing by it rounds nothing while f_i is above 2^-922. */
const STEP = 2 ** -100;

/** Im f(x + ih e_i) / h: n calls of f over complex numbers for a gradient or a Jacobian, truncation error h^2 f'''/6. */
export const complexStep: Method = {
  name: 'complex-step',
  title: 'complex step',
  family: 'numerical',
  timed: 'at few sizes',
  error: 'rounding',
  difference: { order: 2, truncation: 1 / 6, weights: 0, stepAt: () => STEP },
  operators: ['gradient', 'jacobian', 'jvp'],
  prepare: stepped,
};

function stepped(f: Differentiable, { step }: PrepareOptions = {}): Operators {
  const h = step ?? STEP;
  const { inputs: n, outputs: m } = f;
  const z = new Array<Complex>(n).fill({ re: 0, im: 0 });
  let functionCalls = 0;
  const call = (): readonly Complex[] => {
    functionCalls++;
    return f.evaluate(complexArithmetic, z);
  };

  /** Writes the Jacobian row by row, and answers the real part of the last call's first value: f(x), short of h^2. */
  function jacobian(x: Float64Array, out: Float64Array): number {
    functionCalls = 0;
    for (let i = 0; i < n; i++) z[i] = { re: x[i]!, im: 0 };
    let value = Number.NaN;
    for (let i = 0; i < n; i++) {
      const resting = z[i]!;
      z[i] = { re: resting.re, im: h };
      const values = call();
      for (let k = 0; k < m; k++) out[k * n + i] = values[k]!.im / h;
      value = values[0]!.re;
      z[i] = resting;
    }
    return step === undefined ? value : Number.NaN;
  }

  function jvp(x: Float64Array, v: Float64Array, out: Float64Array): void {
    functionCalls = 0;
    const length = v.reduce((largest, vi) => Math.max(largest, Math.abs(vi)), 0);
    const along = length > 0 ? h / 2 ** Math.ceil(Math.log2(length)) : h; // the longest step is at most h, and h / along a power of two
    for (let i = 0; i < n; i++) z[i] = { re: x[i]!, im: along * v[i]! };
    const values = call();
    for (let k = 0; k < m; k++) out[k] = values[k]!.im / along;
  }

  const cost = () => ({ functionCalls });
  if (f.kind === 'scalar') return { gradient: jacobian, jvp, cost };
  return {
    jacobian(x, out) {
      jacobian(x, out);
    },
    jvp,
    cost,
  };
}
