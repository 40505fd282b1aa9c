import { type Problem, type ScalarDefinition, scalar } from './problem.ts';
import type { Random } from './random.ts';

/** A problem of one variable and one size. */
export interface SingleInput
  extends Pick<Problem, 'name' | 'title' | 'citation' | 'purpose' | 'expectWrong' | 'interval'>,
    Pick<ScalarDefinition, 'evaluate' | 'byHand' | 'closedForm'> {
  /** Whether a quick run takes it. */
  readonly quick?: true;
  /** False where the derivative does not exist, or jumps, near a point. */
  readonly smooth?: false;
  /** The points, as numbers; the first does not depend on the seed where the literature gives one. */
  readonly points: (random: Random) => readonly number[];
}

/** The problem of a function of one variable. */
export function singleInput(definition: SingleInput): Problem {
  const { quick, smooth, evaluate, byHand, closedForm, points, ...described } = definition;
  return {
    ...described,
    sizes: [1],
    quickSizes: quick ? [1] : [],
    smooth: smooth ?? true,
    at: () =>
      scalar({
        inputs: 1,
        evaluate,
        byHand,
        ...(closedForm !== undefined && { closedForm }),
        points: (random) => points(random).map((x) => Float64Array.of(x)),
      }),
  };
}
