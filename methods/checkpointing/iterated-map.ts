import type { Arithmetic } from '../arithmetic/arithmetic.ts';

/** A map R^d -> R^d, written once over any arithmetic, of which each value is the argument of the next. */
export interface IteratedMap {
  /** d, the length of a state. */
  readonly dimension: number;
  /** One step: d numbers in, d numbers out. */
  step<T>(A: Arithmetic<T>, state: readonly T[]): readonly T[];
}
