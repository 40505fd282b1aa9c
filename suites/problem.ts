/** The contract of a problem: what to differentiate. A problem knows no method. */
import type { Arithmetic } from '../methods/arithmetic/arithmetic.ts';
import type { Differentiable, ScalarFunction, VectorFunction } from '../methods/method.ts';
import type { ExpectedWrong } from './expected-wrong.ts';
import type { Random } from './random.ts';

/** Where a problem is differentiated. */
export interface Points {
  /**
   * The points, each of `inputs` numbers inside the domain. The first does not depend on
   * the seed where the literature gives one. The rest come from `random`.
   */
  points(random: Random): readonly Float64Array[];
}

/** A problem at one size: the function, and where it is differentiated. */
export type Instance = Differentiable & Points;

/** A problem: one function, written once, at the sizes that its suite runs. */
export interface Problem {
  /** Unique within its suite; letters, digits and hyphens. */
  readonly name: string;
  /** The function in a few words or symbols. */
  readonly title: string;
  /** Paper, equation, slide. */
  readonly citation: string;
  /** What it is there to show or to hurt. */
  readonly purpose: string;
  /** Sizes in increasing order; mostly the number of inputs, else what the title calls n. */
  readonly sizes: readonly number[];
  /** The sizes that a quick run takes; empty where the suite has others that show as much. */
  readonly quickSizes: readonly number[];
  /**
   * The sizes that a run times without being asked for: a default one, and a quick one; a default one at `related` also by methods for
   * which related ones stand elsewhere. Other sizes are timed where somebody names the suite or the problem. Absent: all of the run.
   */
  readonly timed?: {
    readonly default: readonly number[];
    readonly quick: readonly number[];
    readonly related?: readonly number[];
  };
  /** Whether the derivative exists and is continuous around every point. */
  readonly smooth: boolean;
  /** Rows that are wrong here, since that is what the problem shows: findings, not failures of the run. */
  readonly expectWrong?: readonly ExpectedWrong[];
  /** Of a function of one variable: where the literature differentiates it, and from where a benchmark of step sizes takes its points. */
  readonly interval?: readonly [low: number, high: number];
  /** The problem at one of its sizes (others may work as well). */
  at(size: number): Instance;
}

/** What a scalar problem writes: one value instead of a list of one. */
export interface ScalarDefinition extends Omit<ScalarFunction & Points, 'kind' | 'outputs' | 'evaluate'> {
  evaluate<T>(A: Arithmetic<T>, x: readonly T[]): T;
}

/** The instance of a scalar function. */
export function scalar(definition: ScalarDefinition): Instance {
  return { ...definition, kind: 'scalar', outputs: 1, evaluate: (A, x) => [definition.evaluate(A, x)] };
}

/** The instance of a vector-valued function. */
export function vector(definition: Omit<VectorFunction & Points, 'kind'>): Instance {
  return { ...definition, kind: 'vector' };
}

/** A suite: a named set of problems. */
export interface Suite {
  /** Unique; the name of its folder. */
  readonly name: string;
  /** What the suite is about, in a sentence. */
  readonly title: string;
  readonly problems: readonly Problem[];
  /** Whether it is timed only where somebody names it: it is there for something else than times. */
  readonly timed?: 'on demand';
}
