import type { BoundOperator } from '../../../truth/bind.ts';
import type { Descent } from './descent.ts';

/** The weights of a descent at a logged step. */
export interface DescentPoint {
  readonly step: number;
  readonly weights: Float64Array;
  /** Time spent in gradients up to here, ns. */
  readonly timeNs: number;
}

/**
 * Gradient descent from `start`, the same for every method: only the gradient comes from elsewhere, and only it is
 * timed.
 */
export function descend(
  { call, out }: Pick<BoundOperator, 'call' | 'out'>,
  start: Float64Array,
  { rate, logged }: Descent,
): DescentPoint[] {
  const points: DescentPoint[] = [];
  const weights = start.slice();
  const at = start.slice();
  let timeNs = 0;
  for (let step = 0; ; step++) {
    if (logged.includes(step)) points.push({ step, weights: weights.slice(), timeNs: Math.round(timeNs) });
    if (step === logged.at(-1)) return points;
    at.set(weights); // a method may write to its point
    out.fill(Number.NaN); // an entry that the method forgets to write is no answer
    const before = performance.now();
    call(at);
    timeNs += (performance.now() - before) * 1e6;
    for (let i = 0; i < weights.length; i++) weights[i]! -= rate * out[i]!;
  }
}
