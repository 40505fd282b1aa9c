/** The jobs of forks, and the parts that they send back: plain data. */
import type { PointTruth } from '../../truth/point-truth.ts';
import type { SecondOrderTruth } from '../../truth/second-order.ts';
import type { JobProblem } from '../reference/reference.ts';
/**
 * Version of what is sent between harness and fork: to be raised when a job or its parts change shape. A harness can
 * only ask forks of another checkout that speak its version.
 */
export const PROTOCOL = 3;

/** The truth at every point of a problem. */
export interface TruthJob {
  readonly kind: 'truth';
  readonly problem: JobProblem;
  readonly seed: number;
}

/** The truth of the second derivatives of a scalar problem at every point. */
export interface SecondTruthJob {
  readonly kind: 'second-truth';
  readonly problem: JobProblem;
  readonly seed: number;
}

/**
 * Jobs by kind: the truth, and what experiments ask. Each experiment declares its own beside the code that does them.
 */
export interface Jobs {
  truth: TruthJob;
  'second-truth': SecondTruthJob;
}

/** The parts that each kind of job sends back; a job may send several. Each experiment declares its own. */
export interface Parts {
  truth: readonly PointTruth[];
  'second-truth': readonly SecondOrderTruth[];
}

/** Kind of a job. */
export type JobKind = keyof Jobs & keyof Parts;

/** Whatever a fork can be asked to do. */
export type Job = Jobs[JobKind];

/** Why there is no answer. */
export interface Failure {
  readonly outcome: 'unsupported' | 'timeout' | 'error';
  readonly reason: string;
}

/** A message from a fork. */
export type ForkMessage =
  | { readonly type: 'ready'; readonly protocol: number }
  | { readonly type: 'loaded' }
  | { readonly type: 'part'; readonly part: Parts[keyof Parts] }
  | { readonly type: 'done' }
  | { readonly type: 'failed'; readonly failure: Failure };
