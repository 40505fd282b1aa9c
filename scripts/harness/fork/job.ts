/** What the harness asks of a fork, and what comes back: plain data, sent between processes. */
import type { OperationCounts } from '../../../methods/arithmetic/operation-counts.ts';
import type { Cost, OperationCount, Operator } from '../../../methods/method.ts';
import type { CheckOptions, Finding } from '../check/check.ts';
import type { ProbedFile } from '../check/repair/probes.ts';
import type { ExpressionRequest, ExpressionSize } from '../expression-size/request.ts';
import type { MemoryRequest, MemoryUse } from '../memory/request.ts';
import type { SlippedFile } from '../slips/build-slipped.ts';
import type { SlipScore } from '../slips/score.ts';
import type { Descent } from '../training/descent.ts';
import type { Training } from '../training/train.ts';
import type { PointTruth } from '../truth/point-truth.ts';
import type { SecondOrderTruth } from '../truth/second-order.ts';
import type { TrajectoryPoint } from '../truth/trajectory.ts';
import type { WrittenProblem } from '../written/function.ts';

/**
 * Version of what is sent between harness and fork: to be raised when a job or its parts change shape. A harness can only ask forks of
 * another checkout that speak its version.
 */
export const PROTOCOL = 1;

/** One problem at one size, by name, and where it comes from if it is not registered. */
export interface ProblemReference {
  readonly suite: string;
  readonly problem: string;
  readonly size: number;
  /** A compiled plug-in module that exports the problem. */
  readonly plugin?: string;
}

/** What a job is about: a problem by name, or a function that someone wrote down. */
export type JobProblem = ProblemReference | WrittenProblem;

/** A method by name, and where it comes from if it is not registered. */
export interface MethodReference {
  readonly method: string;
  /** A compiled plug-in module that exports the method. */
  readonly plugin?: string;
}

/** The longest warm-up of generated code, in warm-ups of other methods. */
export const LONGEST_WARMUP = 8;

/** How long preparation may be timed again, in times of sampling: what prepares is long code itself. */
export const PREPARING = 14;

/** How long a fork samples. */
export interface SamplingBudget {
  /** Warm-up of the method, ms; the primal has half of it on top. Long generated code is given more. */
  readonly warmupMs: number;
  /** Sampling of the method and of the primal together, ms. */
  readonly sampleMs: number;
  /** A batch is made long enough to last this long, ms. */
  readonly batchMs: number;
}

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

/** The way that a descent from the first point of a scalar problem ought to take. */
export interface TrajectoryJob {
  readonly kind: 'trajectory';
  readonly problem: ProblemReference;
  readonly descent: Descent;
  readonly seed: number;
}

/** The answers of a method to several operators at every point. */
export interface AnswersJob {
  readonly kind: 'answers';
  readonly problem: JobProblem;
  readonly method: MethodReference;
  readonly operators: readonly Operator[];
  readonly seed: number;
}

/** The answers of a difference quotient at the first point for many steps; without steps, of an exact method. */
export interface StepsJob {
  readonly kind: 'steps';
  readonly problem: JobProblem;
  readonly method: MethodReference;
  readonly steps: readonly number[];
  readonly seed: number;
}

/** The time of one operator at the first point. */
export interface TimingJob {
  readonly kind: 'timing';
  readonly problem: JobProblem;
  readonly method: MethodReference;
  readonly operator: Operator;
  readonly budget: SamplingBudget;
  /** Whether preparation is timed again when it is warm. */
  readonly preparesAgain: boolean;
  readonly seed: number;
}

/** The size of one expression, or of a tape. */
export interface ExpressionJob {
  readonly kind: 'expression';
  readonly problem: JobProblem;
  readonly request: ExpressionRequest;
  readonly seed: number;
}

/** The operations of several operators at the first point. */
export interface OperationsJob {
  readonly kind: 'operations';
  readonly problem: JobProblem;
  readonly method: MethodReference;
  readonly operators: readonly Operator[];
  readonly seed: number;
}

/** The memory that a strategy takes for one gradient. */
export interface MemoryJob {
  readonly kind: 'memory';
  readonly request: MemoryRequest;
}

/** A descent from the first point of a scalar problem, fed by a method. */
export interface TrainingJob {
  readonly kind: 'training';
  readonly problem: ProblemReference;
  readonly method: MethodReference;
  readonly descent: Descent;
  readonly seed: number;
}

/** A check of the derivatives by hand of one problem, in a module whose program can be changed to find what is wrong. */
export interface CheckJob {
  readonly kind: 'check';
  readonly problem: ProblemReference;
  readonly module: ProbedFile;
  readonly options: CheckOptions;
}

/** Slips that are planted one by one into the derivatives by hand of one problem, and judged. */
export interface SlipsJob {
  readonly kind: 'slips';
  readonly problem: ProblemReference;
  readonly module: SlippedFile;
  readonly seed: number;
  /** At most so many slips, spread over all kinds. */
  readonly most: number;
  /** Random points at which the correct derivatives are checked. */
  readonly correctChecks: number;
}

/** Whatever a fork can be asked to do. */
export type Job =
  | TruthJob
  | SecondTruthJob
  | TrajectoryJob
  | AnswersJob
  | StepsJob
  | TimingJob
  | ExpressionJob
  | OperationsJob
  | MemoryJob
  | TrainingJob
  | CheckJob
  | SlipsJob;

/** Answers of one operator: one list of numbers for each point. */
export interface OperatorAnswers {
  readonly operator: Operator;
  /** Absent where the operator failed. */
  readonly answers?: readonly Float64Array[];
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

/** What one fork measured of a case. Times in ns. */
export interface ForkTiming {
  readonly prepare: number;
  /** The same once its code is warm; absent where several preparations would take too long. */
  readonly prepareWarm: number | undefined;
  /** How long the method was warmed up, ms. */
  readonly warmupMs: number;
  readonly firstCall: number;
  /** Time of one call in each sample. */
  readonly samples: readonly number[];
  /** Time of one call of the primal in each sample. */
  readonly primalSamples: readonly number[];
  readonly callsPerSample: number;
  readonly answer: Float64Array;
  readonly cost: Cost;
}

/** What each kind of job sends back; a job may send several. */
export interface Parts {
  truth: readonly PointTruth[];
  'second-truth': readonly SecondOrderTruth[];
  trajectory: readonly TrajectoryPoint[];
  answers: OperatorAnswers;
  steps: readonly { readonly derivative: number; readonly functionCalls: number | undefined }[];
  timing: ForkTiming;
  expression: ExpressionSize;
  operations: OperatorOperations;
  memory: MemoryUse;
  training: Training;
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
