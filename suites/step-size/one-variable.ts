import { type Problem, type ScalarDefinition, scalar } from '../problem.ts';

/** A function of one variable, with its first two derivatives as a careful programmer writes them. */
export interface OneVariable extends Pick<Problem, 'name' | 'title' | 'citation' | 'purpose' | 'expectWrong'> {
  /** Where the literature differentiates it; the 100 points of a benchmark are drawn from here. */
  readonly interval: readonly [low: number, high: number];
  /** The single point at which the literature tests it. */
  readonly standardPoint: number;
  /** Whether a quick run takes it. */
  readonly quick?: true;
  readonly evaluate: ScalarDefinition['evaluate'];
  readonly value: (x: number) => number;
  readonly slope: (x: number) => number;
  readonly curvature: (x: number) => number;
}

/** The problem of such a function: the standard point, and two from its interval. */
export function oneVariable(definition: OneVariable): Problem {
  const { interval, standardPoint, quick, evaluate, value, slope, curvature, ...described } = definition;
  return {
    ...described,
    interval,
    sizes: [1],
    quickSizes: quick ? [1] : [],
    smooth: true,
    at: () =>
      scalar({
        inputs: 1,
        evaluate,
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
        points: (random) => [standardPoint, random(...interval), random(...interval)].map((x) => Float64Array.of(x)),
      }),
  };
}
