/**
 * The input and the answer of a solver. They are plain functions of doubles, so that it knows no method of
 * differentiation.
 */

/** A function to be minimised. */
export interface Objective {
  value(x: Float64Array): number;
  /** Writes the gradient to `out` (n numbers). */
  gradient(x: Float64Array, out: Float64Array): void;
}

/** Constraints c(x) <= 0. */
export interface Constraints {
  /** m, how many. */
  readonly count: number;
  /** Writes c(x) to `out` (m numbers). */
  values(x: Float64Array, out: Float64Array): void;
  /** Writes the Jacobian to `out`, row by row (m n numbers). */
  jacobian(x: Float64Array, out: Float64Array): void;
}

/** The position of a solver. */
export interface Iterate {
  readonly x: Float64Array;
  /** Length of the gradient that it was given; of the augmented Lagrangian's, where there are constraints. */
  readonly gradientNorm: number;
  /** The value that is minimised, where the solver asks for it. */
  readonly value?: number;
}

/** Why a solver stopped. */
export type Stop =
  | 'zero gradient'
  | 'tolerance'
  | 'no progress'
  | 'no lower point'
  | 'not a number'
  | 'iteration limit';

/** The place where a solver stopped, and the reason. */
export interface Solution extends Iterate {
  readonly stopped: Stop;
  /** The Lagrange multipliers, where there are constraints. */
  readonly multipliers?: Float64Array;
}

/** A solver on its way: it yields every iterate, the start first, and returns the best. */
export type Solving = Generator<Iterate, Solution>;
