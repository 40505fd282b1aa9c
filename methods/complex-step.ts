/**
 * The complex step (Squire & Trapp, SIAM Review 40(1), 1998; Martins, Sturdza & Alonso, ACM TOMS 29(3), 2003): f(x + ih e_i) = f + ih f_i - h^2 f_ii / 2 - ...,
 * so that the imaginary part over h is the slope, with no difference in which digits could cancel. The step may be as small as one likes.
 */

import type { Arithmetic } from './arithmetic/arithmetic.ts';
import type { Complex } from './arithmetic/complex-number.ts';
import { beyondRealAxisArithmetic, realAxisArithmetic } from './arithmetic/real-axis.ts';
import { fixedSteps, type Steps, shortStep, stepsAlong, stepsAt } from './complex-step/steps.ts';
import { LEAST, watched } from './complex-step/watched.ts';
import { type Differentiable, type Method, type Operators, type PrepareOptions, Unsupported } from './method.ts';

/** Slopes by a step and by one so much shorter differ where either of them has lost digits. */
const SHORTER = 2 ** -10;
/** How far they may differ: a few roundings. */
const AGREEING = 2 ** -48;
/** How far they may differ from that by the middle step: half of its digits. */
const HALF = 2 ** -26;

/** Im f(x + ih e_i) / h: n calls of f over complex numbers for a gradient or a Jacobian, truncation error h^2 f'''/6. */
export const complexStep: Method = {
  name: 'complex-step',
  title: 'complex step',
  family: 'numerical',
  timed: 'at few sizes',
  error: 'rounding',
  difference: { order: 2, truncation: 1 / 6, weights: 0, stepAt: shortStep },
  operators: ['gradient', 'jacobian', 'jvp'],
  prepare: stepped,
};

function stepped(f: Differentiable, { step }: PrepareOptions = {}): Operators {
  const { inputs: n, outputs: m } = f;
  const z = new Array<Complex>(n).fill({ re: 0, im: 0 });
  const slopes = new Float64Array(m);
  const watch = watched();
  const plain = step === undefined ? realAxisArithmetic : beyondRealAxisArithmetic;
  let functionCalls = 0;

  /** Writes the slopes that a step shows, and answers the real part of the first value: f(x), short of h^2. */
  function slopesBy(h: number, go: (h: number) => void, A: Arithmetic<Complex> = plain): number {
    functionCalls++;
    go(h);
    const values = f.evaluate(A, z);
    for (let k = 0; k < m; k++) slopes[k] = slopeOf(values[k]!, h);
    return values[0]!.re;
  }

  /**
   * Writes the slopes by the short step. Where digits of them were lost on the way, it is by the middle one or by the long one: a step that
   * is shorter must show the same, and what the long one shows must be what the middle one does, as far as that has digits.
   */
  function slopesAlong(steps: Steps, go: (h: number) => void): number {
    const { short, middle, long, isOrdinary, isTooLong } = steps;
    const isKept = (slope: number) => !(Math.abs(slope) * short < LEAST);
    if (isOrdinary) {
      const value = slopesBy(short, go);
      // most entries of a Jacobian may be 0
      if (long === short || slopes.every((slope) => isKept(slope) || (slope === 0 && m > 1))) return value;
    }
    watch.restart();
    const value = slopesBy(short, go, watch.arithmetic);
    if (!watch.hasLost() && !isTooLong) return value;
    const byShort = slopes.slice();
    const by = (h: number) => {
      slopesBy(h, go, watch.arithmetic);
      return slopes.slice();
    };
    const byMiddle = by(middle);
    watch.restart();
    if (areNear(by(middle * SHORTER), byMiddle, AGREEING) && !watch.hasLost()) return value;
    const smallest = Number.MIN_VALUE / middle / HALF;
    const byLong = by(long);
    if (areNear(by(long * SHORTER), byLong, AGREEING) && areNear(byLong, byMiddle, HALF, smallest)) return value;
    if (isTooLong) throw new Unsupported('no step is small beside an argument so near to 0');
    const isRight = byShort.every(isKept) && areNear(byShort, byMiddle, HALF, smallest);
    if (!isRight) throw new Unsupported('by no step is its imaginary part a double');
    slopes.set(byShort);
    return value;
  }

  /** Writes the Jacobian row by row, and answers f(x). */
  function jacobian(x: Float64Array, out: Float64Array): number {
    functionCalls = 0;
    for (let i = 0; i < n; i++) z[i] = { re: x[i]!, im: 0 };
    let value = Number.NaN;
    for (let i = 0; i < n; i++) {
      const resting = z[i]!;
      value = slopesAlong(step === undefined ? stepsAt(x, i) : fixedSteps(step), (h) => {
        z[i] = { re: resting.re, im: h };
      });
      z[i] = resting;
      for (let k = 0; k < m; k++) out[k * n + i] = slopes[k]!;
    }
    return step === undefined ? value : Number.NaN;
  }

  function jvp(x: Float64Array, v: Float64Array, out: Float64Array): void {
    functionCalls = 0;
    slopesAlong(
      stepsAlong(v, (i) => (step === undefined ? stepsAt(x, i) : fixedSteps(step))),
      (h) => {
        for (let i = 0; i < n; i++) z[i] = { re: x[i]!, im: h * v[i]! };
      },
    );
    out.set(slopes);
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

/** Whether all of them are, relative to each, and but for what is no digit at all. */
function areNear(slopes: Float64Array, others: Float64Array, share: number, smallest = 2 * Number.MIN_VALUE): boolean {
  return slopes.every((slope, k) => Math.abs(slope - others[k]!) <= share * Math.abs(slope) + smallest);
}

/** The slope that a result shows; what is not a number has none. */
function slopeOf({ re, im }: Complex, h: number): number {
  return Number.isNaN(re) ? Number.NaN : im / h;
}
