/**
 * The complex step (Squire & Trapp, SIAM Review 40(1), 1998; Martins, Sturdza & Alonso, ACM TOMS 29(3), 2003): f(x + ih
 * e_i) = f + ih f_i - h^2 f_ii / 2 - ..., so the imaginary part over h is the slope. There is no difference in which
 * digits could cancel, so the step may be as small as one likes.
 */

import type { Arithmetic } from './arithmetic/arithmetic.ts';
import type { Complex } from './arithmetic/complex-number.ts';
import { beyondRealAxisArithmetic, realAxisArithmetic } from './arithmetic/real-axis.ts';
import { areAllOrdinary, fixedSteps, type Steps, shortStep, stepsAlong, stepsAt } from './complex-step/steps.ts';
import { LEAST, watched } from './complex-step/watched.ts';
import { type Differentiable, type Method, type Operators, type PrepareOptions, Unsupported } from './method.ts';

/** Slopes by a step and by one so much shorter differ where either of them has lost digits. */
const SHORTER = 2 ** -10;
/** How far they may differ: a few roundings. */
const AGREEING = 2 ** -48;
/** How far they may differ from that by the middle step: half of its digits. */
const HALF = 2 ** -26;

/**
 * Im f(x + ih e_i) / h: n calls of f over complex numbers for a gradient or a Jacobian, truncation error h^2 f'''/6.
 */
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

  /**
   * Writes the slopes that a step of length h has shown, and answers the real part of the first value: f(x), short of
   * h^2.
   */
  function slopesBy(h: number, A: Arithmetic<Complex>): number {
    functionCalls++;
    const values = f.evaluate(A, z);
    for (let k = 0; k < m; k++) slopes[k] = slopeOf(values[k]!, h);
    return values[0]!.re;
  }

  /** Whether no slope was lost by a step of length h; most entries of a Jacobian may be 0. */
  function areKept(h: number): boolean {
    for (let k = 0; k < m; k++) if (!isKept(slopes[k]!, h) && (m === 1 || slopes[k] !== 0)) return false;
    return true;
  }

  /** Writes the slopes along coordinate i: at numbers of ordinary size by one call of f. */
  function slopesAt(x: Float64Array, i: number, areOrdinary: boolean): number {
    if (!areOrdinary) return slopesWatched(x, i);
    const h = step ?? shortStep(x[i]!);
    z[i] = { re: x[i]!, im: h };
    const value = slopesBy(h, plain);
    return step !== undefined || areKept(h) ? value : slopesWatched(x, i);
  }

  function slopesWatched(x: Float64Array, i: number): number {
    return slopesAlong(stepsAt(x, i), (h) => {
      z[i] = { re: x[i]!, im: h };
    });
  }

  /**
   * Writes the slopes by the short step. Where they lost digits on the way, it writes those by the middle step or by
   * the long one. A shorter step must show the same slope, and the long step must agree with the middle one as far as
   * that has digits.
   */
  function slopesAlong(steps: Steps, go: (h: number) => void): number {
    const { short, middle, long, isOrdinary, isTooLong } = steps;
    if (isOrdinary) {
      go(short);
      const value = slopesBy(short, plain);
      if (long === short || areKept(short)) return value;
    }
    watch.restart();
    go(short);
    const value = slopesBy(short, watch.arithmetic);
    if (!watch.hasLost() && !isTooLong) return value;
    const byShort = slopes.slice();
    const by = (h: number) => {
      go(h);
      slopesBy(h, watch.arithmetic);
      return slopes.slice();
    };
    const byMiddle = by(middle);
    watch.restart();
    if (areNear(by(middle * SHORTER), byMiddle, AGREEING) && !watch.hasLost()) return value;
    const smallest = Number.MIN_VALUE / middle / HALF;
    const byLong = by(long);
    if (areNear(by(long * SHORTER), byLong, AGREEING) && areNear(byLong, byMiddle, HALF, smallest)) return value;
    if (isTooLong) throw new Unsupported('no step is small beside an argument so near to 0');
    const isRight = byShort.every((slope) => isKept(slope, short)) && areNear(byShort, byMiddle, HALF, smallest);
    if (!isRight) throw new Unsupported('by no step is its imaginary part a double');
    slopes.set(byShort);
    return value;
  }

  /** Writes the Jacobian row by row, and answers f(x). */
  function jacobian(x: Float64Array, out: Float64Array): number {
    functionCalls = 0;
    for (let i = 0; i < n; i++) z[i] = { re: x[i]!, im: 0 };
    const areOrdinary = step !== undefined || areAllOrdinary(x);
    let value = Number.NaN;
    for (let i = 0; i < n; i++) {
      const resting = z[i]!;
      value = slopesAt(x, i, areOrdinary);
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

/** Whether a slope by a step of length h has all of its digits. */
function isKept(slope: number, h: number): boolean {
  return !(Math.abs(slope) * h < LEAST);
}

/** Whether all of them are, relative to each, and but for what is no digit at all. */
function areNear(slopes: Float64Array, others: Float64Array, share: number, smallest = 2 * Number.MIN_VALUE): boolean {
  return slopes.every((slope, k) => Math.abs(slope - others[k]!) <= share * Math.abs(slope) + smallest);
}

/** The slope that a result shows; what is not a number has none. */
function slopeOf({ re, im }: Complex, h: number): number {
  return Number.isNaN(re) ? Number.NaN : im / h;
}
