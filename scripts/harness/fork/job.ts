import type { Operator, StepRule } from '../../../methods/method.ts';
import type { CheckOptions } from '../check/check.ts';
import type { ProbedFile } from '../check/repair/probes.ts';
import type { Line } from '../error-vs-step/line.ts';
import type { ExpressionRequest } from '../expression-size/request.ts';
import type { MemoryRequest } from '../memory/request.ts';
import type { SlippedFile } from '../slips/build-slipped.ts';
import type { Solver } from '../solving/solved-problems.ts';
import type { Rule } from '../step-selection/rules.ts';
import type { Descent } from '../training/descent.ts';
import type { WrittenProblem } from '../written/function.ts';
import type { WarmUpRule } from './timing/warm-up.ts';

/**
 * Version of what is sent between harness and fork: to be raised when a job or its parts change shape. A harness can
 * only ask forks of another checkout that speak its version.
 */
export const PROTOCOL = 3;

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

/** How long a fork warms up and samples. */
export interface SamplingBudget {
  /** When the operator is warm, and when the primal is: each by itself. */
  readonly warmUp: WarmUpRule;
  /** Sampling of the operator and of the primal together, ms. */
  readonly sampleMs: number;
  /** How long sampling may be tried again while the samples are not steady, processor ms. */
  readonly limitMs: number;
  /** A batch is made long enough to last this long, ms. */
  readonly batchMs: number;
  /** How long preparation may be timed again when it is warm, ms; absent where it is not. */
  readonly prepareMs?: number;
}

/** The truth at every point of a problem. */
export interface TruthJob {
  readonly kind: 'truth';
  readonly problem: JobProblem;
  readonly seed: number;
}

/** The truth at points all over the interval of a problem of one variable. */
export interface SampleTruthJob {
  readonly kind: 'sample-truth';
  readonly problem: ProblemReference;
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
  /** How the default steps of difference quotients follow x; relative where it is not given. */
  readonly stepRule?: StepRule;
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

/**
 * The answers of a method at points all over the interval of a problem of one variable, its step come by in one way.
 */
export interface SelectionJob {
  readonly kind: 'selection';
  readonly problem: ProblemReference;
  readonly method: MethodReference;
  readonly rule: Rule;
  readonly seed: number;
}

/** The slopes to the left and to the right at the kinks of a scalar problem of one variable. */
export interface OneSidedJob {
  readonly kind: 'one-sided';
  readonly problem: ProblemReference;
  readonly seed: number;
}

/** The time of one operator at the points of the problem. */
export interface TimingJob {
  readonly kind: 'timing';
  readonly problem: JobProblem;
  readonly method: MethodReference;
  readonly operator: Operator;
  readonly budget: SamplingBudget;
  readonly stepRule?: StepRule;
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
  readonly stepRule?: StepRule;
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
  readonly stepRule?: StepRule;
  readonly seed: number;
}

/** The optimum that is reached from the first point of a scalar problem. */
export interface OptimumJob {
  readonly kind: 'optimum';
  readonly problem: ProblemReference;
  /** The problem whose values are to be at most 0, if any. */
  readonly constraints: ProblemReference | undefined;
  readonly seed: number;
}

/** Solving a scalar problem from its first point with derivatives by a method. */
export interface SolvingJob {
  readonly kind: 'solving';
  readonly problem: ProblemReference;
  readonly constraints: ProblemReference | undefined;
  readonly method: MethodReference;
  readonly solver: Solver;
  readonly stepRule?: StepRule;
  readonly seed: number;
}

/**
 * A check of the derivatives by hand of one problem, in a module whose program can be changed to find what is wrong.
 */
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
  | SampleTruthJob
  | SelectionJob
  | OneSidedJob
  | TimingJob
  | ExpressionJob
  | OperationsJob
  | MemoryJob
  | TrainingJob
  | OptimumJob
  | SolvingJob
  | CheckJob
  | SlipsJob;
