import type { Cost } from '../../../methods/method.ts';
import type { WarmUpRule } from './warm-up.ts';

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
