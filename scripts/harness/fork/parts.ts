/** The answers of a fork: plain data. */
import type { OperationCounts } from '../../../methods/arithmetic/operation-counts.ts';
import type { Cost, OperationCount, Operator } from '../../../methods/method.ts';
import type { Finding } from '../check/check.ts';
import type { ExpressionSize } from '../expression-size/request.ts';
import type { MemoryUse } from '../memory/request.ts';
import type { SlipScore } from '../slips/score.ts';
import type { Solved } from '../solving/solve.ts';
import type { OneSidedSlope } from '../step-selection/one-sided.ts';
import type { SampledAnswers } from '../step-selection/sampled-answers.ts';
import type { Training } from '../training/train.ts';
import type { Optimum } from '../truth/optimum.ts';
import type { PointTruth } from '../truth/point-truth.ts';
import type { SecondOrderTruth } from '../truth/second-order.ts';
import type { TrajectoryPoint } from '../truth/trajectory.ts';

/** Answers of one operator: one list of numbers for each point. */
export interface OperatorAnswers {
  readonly operator: Operator;
  /** Absent where the operator failed. */
  readonly answers?: readonly Float64Array[];
  /** The method's own estimates of the errors of its answers, laid out like them; absent where it gives none. */
  readonly estimates?: readonly Float64Array[];
  readonly cost?: Cost;
  readonly failure?: Failure;
}

/** Operations of one operator, and of the function itself. */
export interface OperatorOperations {
  readonly operator: Operator;
  readonly ofFunction: OperationCounts;
  /** Absent where they can't be counted. */
  readonly count?: OperationCount;
  readonly failure?: Failure;
}

/** Why there is no answer. */
export interface Failure {
  readonly outcome: 'unsupported' | 'timeout' | 'error';
  readonly reason: string;
}

/** The measurements of one fork of a case. Times in ns. */
export interface ForkTiming {
  readonly prepare: number;
  /** The time of a preparation whose code is warm; absent where several preparations would take too long. */
  readonly prepareWarm: number | undefined;
  /** How long the method was warmed up, ms. */
  readonly warmupMs: number;
  readonly firstCall: number;
  /** Time of one call in each sample. */
  readonly samples: readonly number[];
  /** Time of one call of the primal in each sample. */
  readonly primalSamples: readonly number[];
  readonly callsPerSample: number;
  /** One turn of the loop that calls. */
  readonly loop: number;
  /** Answers of the first call, of the last timed one, and of one at every point after all was timed. */
  readonly answers: readonly TimedAnswer[];
  readonly cost: Cost;
}

/** The answer of an operator that is timed. */
export interface TimedAnswer {
  /** The place of the point in the problem's list. */
  readonly point: number;
  readonly answer: Float64Array;
  /** The method's own estimates of the errors of its answer; absent where it gives none. */
  readonly estimate?: Float64Array;
}

/** The parts that each kind of job sends back; a job may send several. */
export interface Parts {
  truth: readonly PointTruth[];
  'second-truth': readonly SecondOrderTruth[];
  trajectory: readonly TrajectoryPoint[];
  answers: OperatorAnswers;
  steps: readonly {
    readonly derivative: number;
    /** The error that the method expects; undefined where it does not say. */
    readonly estimate: number | undefined;
    readonly functionCalls: number | undefined;
  }[];
  'sample-truth': readonly PointTruth[];
  selection: readonly SampledAnswers[];
  'one-sided': readonly OneSidedSlope[];
  timing: ForkTiming;
  expression: ExpressionSize;
  operations: OperatorOperations;
  memory: MemoryUse;
  training: Training;
  optimum: Optimum;
  solving: Solved;
  check: readonly Finding[];
  slips: SlipScore;
}

/** A message from a fork. */
export type ForkMessage =
  | { readonly type: 'ready'; readonly protocol: number }
  | { readonly type: 'loaded' }
  | { readonly type: 'part'; readonly part: Parts[keyof Parts] }
  | { readonly type: 'done' }
  | { readonly type: 'failed'; readonly failure: Failure };
