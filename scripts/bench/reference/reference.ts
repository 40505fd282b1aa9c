import type { WrittenProblem } from '../../written/function.ts';
import type { Line } from './line.ts';

/** One problem at one size, by name, and where it comes from if it is not registered. */
export interface ProblemReference {
  readonly suite: string;
  readonly problem: string;
  readonly size: number;
  /** A compiled plug-in module that exports the problem. */
  readonly plugin?: string;
  /** The line on which a scalar problem of several variables is taken as one of one variable. */
  readonly line?: Line;
}

/** The problem of a job: a problem by name, or a function that someone wrote down. */
export type JobProblem = ProblemReference | WrittenProblem;

/** A method by name, and where it comes from if it is not registered. */
export interface MethodReference {
  readonly method: string;
  /** A compiled plug-in module that exports the method. */
  readonly plugin?: string;
}
