import type { Method, ScalarFunction, StepRule } from '../../../../methods/method.ts';
import { bindOperator } from '../../../truth/bind.ts';
import { testSeeds } from '../../../truth/seeds.ts';
import { type DescentPoint, descend } from './descend.ts';
import type { Descent } from './descent.ts';

/** The result of a descent. */
export interface Training {
  /** Time of preparation, ns. */
  readonly prepareNs: number;
  readonly points: readonly TrainingPoint[];
}

/** A descent at a logged step. */
export interface TrainingPoint extends DescentPoint {
  /** L(w) by the hand-written function. */
  readonly loss: number;
  /** Length of grad L(w) by the hand-written gradient. */
  readonly gradientNorm: number;
}

/**
 * Prepares the method and descends by its gradients. What the weights are worth is found out afterwards, so that it
 * warms nothing up.
 */
export function train(
  f: ScalarFunction,
  method: Method,
  start: Float64Array,
  descent: Descent,
  stepRule: StepRule = 'relative',
): Training {
  const before = performance.now();
  const operators = method.prepare(f, { operators: ['gradient'], stepRule });
  const prepareNs = Math.round((performance.now() - before) * 1e6);
  const points = descend(bindOperator(f, operators, 'gradient', testSeeds(f)), start, descent);
  const gradient = new Float64Array(start.length);
  return {
    prepareNs,
    points: points.map((point) => ({
      ...point,
      loss: f.byHand.gradient(point.weights, gradient),
      gradientNorm: Math.hypot(...gradient),
    })),
  };
}
