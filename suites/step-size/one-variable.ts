import type { Problem } from '../problem.ts';
import { type SingleInput, singleInput } from '../single-input.ts';

/** A function of one variable, with its first two derivatives as a careful programmer writes them. */
export interface OneVariable extends Omit<SingleInput, 'interval' | 'byHand' | 'points'> {
  /** Where the literature differentiates it; the 100 points of a benchmark are drawn from here. */
  readonly interval: readonly [low: number, high: number];
  /** The single point at which the literature tests it. */
  readonly standardPoint: number;
  readonly value: (x: number) => number;
  readonly slope: (x: number) => number;
  readonly curvature: (x: number) => number;
}

/** The problem of such a function: the standard point, and two from its interval. */
export function oneVariable(definition: OneVariable): Problem {
  const { standardPoint, value, slope, curvature, ...described } = definition;
  const { interval } = described;
  return singleInput({
    ...described,
    byHand: {
      value: (x) => value(x[0]!),
      gradient(x, out) {
        out[0] = slope(x[0]!);
        return value(x[0]!);
      },
      hessian(x, out) {
        out[0] = curvature(x[0]!);
      },
    },
    points: (random) => [standardPoint, random(...interval), random(...interval)],
  });
}
