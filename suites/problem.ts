/** The contract of a problem: what to differentiate. A problem knows no method. */
import type { Arithmetic } from '../methods/arithmetic/arithmetic.ts';
import type { Differentiable, ScalarFunction, VectorFunction } from '../methods/method.ts';
import type { ExpectedWrong } from './expected-wrong.ts';
import type { Random } from './random.ts';

/** The points at which a problem is differentiated. */
export interface Points {
  /**
   * Returns the points, each of `inputs` numbers inside the domain. Where the literature gives a point, it comes first
   * and does not depend on the seed. The rest come from `random`.
   */
  points(random: Random): readonly Float64Array[];
}

/** A problem at one size: the function, and the points at which it is differentiated. */
export type Instance = Differentiable & Points;

/** A problem: one function, written once, at the sizes that its suite runs. */
export interface Problem {
  /** Unique within its suite; letters, digits and hyphens. */
  readonly name: string;
  /** The function in a few words or symbols. */
  readonly title: string;
  /** The source: paper, equation, slide. */
  readonly citation: string;
  /** The reason why it is here: the effect that it shows, or the weakness that it finds. */
  readonly purpose: string;
  /** Sizes in increasing order. A size is mostly the number of inputs, else the n of the title. */
  readonly sizes: readonly number[];
  /** The sizes of a quick run. Empty where other problems of the suite show as much. */
  readonly quickSizes: readonly number[];
  /**
   * The sizes that a default run and a quick run time without being asked. At the sizes `related`, a default run also
   * times the methods whose cost is elsewhere shown by related methods. Other sizes are timed where somebody names the
   * suite or the problem. Absent: all sizes of the run.
   */
  readonly timed?: {
    readonly default: readonly number[];
    readonly quick: readonly number[];
    readonly related?: readonly number[];
  };
  /** Whether the derivative exists and is continuous around every point. */
  readonly smooth: boolean;
  /** Rows that are wrong by design, since the problem shows this weakness. They do not fail the run. */
  readonly expectWrong?: readonly ExpectedWrong[];
  /**
   * The interval of a function of one variable, from the literature. A benchmark of step sizes takes its points from
   * it.
   */
  readonly interval?: readonly [low: number, high: number];
  /** Returns the problem at one of its sizes. Other sizes may work as well. */
  at(size: number): Instance;
}

/** The definition of a scalar problem: `evaluate` returns one value instead of a list of one. */
export interface ScalarDefinition extends Omit<ScalarFunction & Points, 'kind' | 'outputs' | 'evaluate'> {
  evaluate<T>(A: Arithmetic<T>, x: readonly T[]): T;
}

/** Makes the instance of a scalar function. */
export function scalar(definition: ScalarDefinition): Instance {
  return { ...definition, kind: 'scalar', outputs: 1, evaluate: (A, x) => [definition.evaluate(A, x)] };
}

/** Makes the instance of a vector-valued function. */
export function vector(definition: Omit<VectorFunction & Points, 'kind'>): Instance {
  return { ...definition, kind: 'vector' };
}

/** A suite: a named set of problems. */
export interface Suite {
  /** Unique; the name of its folder. */
  readonly name: string;
  /** The subject of the suite, in a sentence. */
  readonly title: string;
  readonly problems: readonly Problem[];
  /** Whether it is timed only where somebody names it. Such a suite exists for another purpose than times. */
  readonly timed?: 'on demand';
}
