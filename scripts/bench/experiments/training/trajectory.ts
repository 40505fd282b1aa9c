import { decimalArithmetic } from '../../../../methods/arithmetic/decimal.ts';
import type { ScalarFunction } from '../../../../methods/method.ts';
import { byReverseSweeps } from '../../../truth/exact-derivative.ts';
import { type ExactNumber, exactNumber } from '../../../truth/exact-number.ts';
import { descend } from './descend.ts';
import type { Descent } from './descent.ts';

/**
 * Digits of the weights. A descent that converges damps what each step rounds, so that nearly all of them are right.
 */
const DIGITS = 30;

/** The position of a descent at a logged step. */
export interface TrajectoryPoint {
  readonly step: number;
  readonly weights: readonly ExactNumber[];
}

/**
 * The descent that others are compared with: over decimals, or with the gradient by hand, which rounds as theirs do.
 */
export function trajectoryOf(f: ScalarFunction, start: Float64Array, descent: Descent): TrajectoryPoint[] {
  return descent.comparedWith === 'decimals' ? overDecimals(f, start, descent) : byHand(f, start, descent);
}

function overDecimals(f: ScalarFunction, start: Float64Array, { rate, logged }: Descent): TrajectoryPoint[] {
  const A = decimalArithmetic(DIGITS);
  const eta = A.constant(rate);
  const points: TrajectoryPoint[] = [];
  let weights = Array.from(start, A.constant);
  for (let step = 0; ; step++) {
    if (logged.includes(step)) points.push({ step, weights: weights.map(exactNumber) });
    if (step === logged.at(-1)) return points;
    const [gradient] = byReverseSweeps(f, weights, A).jacobian;
    weights = weights.map((w, i) => A.sub(w, A.mul(eta, gradient![i]!)));
  }
}

function byHand(f: ScalarFunction, start: Float64Array, descent: Descent): TrajectoryPoint[] {
  const A = decimalArithmetic();
  const out = new Float64Array(start.length);
  return descend({ call: (x) => f.byHand.gradient(x, out), out }, start, descent).map(({ step, weights }) => ({
    step,
    weights: Array.from(weights, (w) => exactNumber(A.constant(w))),
  }));
}
