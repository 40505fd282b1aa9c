import type { Method, Operator, StepRule } from '../../../methods/method.ts';
import type { SamplingBudget } from '../fork/fork-timing.ts';
import type { Failure } from '../process/job.ts';
import type { ForkLimits, ForkPool } from '../process/pool.ts';
import type { Catalogue } from './catalogue.ts';
import type { PlannedPrecision } from './fork-plan.ts';
import { whyTooLong } from './long-expressions.ts';
import type { SizedProblem } from './plan.ts';
import type { Share } from './shard.ts';
import type { Truths } from './truths.ts';

/** How often, and for how long, a case is timed. */
export interface Sampling {
  readonly forks: number;
  readonly budget: SamplingBudget;
}

/** How much a run measures. */
export interface Effort extends Sampling {
  /** Where it is given, `forks` are the least number, and cases have more as they need them. */
  readonly precision?: PlannedPrecision;
  readonly limits: ForkLimits;
  /**
   * Work whose cost is bounded by a polynomial has this many times the time limit, so that a busy machine fails none of
   * it.
   */
  readonly patience: number;
  /** Whether expressions are tried that are known to take longer than the usual limit. */
  readonly triesLong: boolean;
  /** Points of h in each decade of the error against step size. */
  readonly stepsPerDecade: number;
  /** The most inputs up to which second derivatives are measured without being asked for. */
  readonly secondOrderInputs: number;
  /** Whether what is measured at many sizes is measured at few. */
  readonly isQuick: boolean;
}

/**
 * The limits of a method. One whose expressions may explode is ended as soon as the limit is reached, in a run that
 * tries long expressions. All others get more time.
 */
export function limitsFor(effort: Effort, { mayExplode }: Pick<Method, 'mayExplode'>): ForkLimits {
  return mayExplode !== undefined && effort.triesLong ? effort.limits : patient(effort);
}

/** Limits for work whose cost is bounded. */
export function patient({ limits, patience }: Effort): ForkLimits {
  return { ...limits, timeMs: patience * limits.timeMs };
}

/** The context that all harnesses of a run share. */
export interface RunContext {
  readonly run: string;
  readonly catalogue: Catalogue;
  readonly problems: readonly SizedProblem[];
  /** Which of their cases this run has: all, unless it is a shard. */
  readonly share: Share;
  /** The operators that were asked for by name, if any were. */
  readonly askedOperators: readonly Operator[] | undefined;
  /** The operators that the accuracy harness asks of a method. */
  readonly operators: readonly Operator[];
  /** The operators that the timing harness asks of a method. */
  readonly timedOperators: readonly Operator[];
  /**
   * Whether suites are timed that a default run leaves out: it is thorough, or someone has named suites or problems.
   */
  readonly timesOnDemand: boolean;
  /** Whether methods take part in all that a default run spares them: it is thorough, or someone has named methods. */
  readonly methodsOnDemand: boolean;
  /** Whether harnesses that take few problems take all of the run: they were named, and so were suites or problems. */
  readonly everyProblem: boolean;
  /** The lines along which steps of functions of several variables are swept, as they were named. */
  readonly along: readonly string[];
  /** How the default steps of difference quotients follow x. */
  readonly stepRule: StepRule;
  readonly pool: ForkPool;
  readonly truths: Truths;
  readonly effort: Effort;
  readonly seed: number;
  /** Cases that failed to be prepared or answered earlier in the run: they need not fail again. */
  readonly knownFailures: KnownFailures;
}

/** A piece of work: it measures, and adds its rows. */
export interface Task {
  /** The name of the task that runs now, for the display. */
  readonly label: string;
  /** How long it may well take, ms: for the time left. */
  readonly weight: number;
  /** Tasks of the same sequence run one after the other; absent where it waits for none. */
  readonly sequence?: string | undefined;
  /** Whether it computes what others are compared with: these come first. */
  readonly isTruth?: true;
  run(): Promise<void>;
}

/** Failures by problem, size and method. */
export interface KnownFailures {
  /** Why the method failed on the problem at this size, or ran out of time or memory on it at a smaller one. */
  find(problem: SizedProblem, method: string): Failure | undefined;
  add(problem: SizedProblem, method: string, failure: Failure): void;
}

/** A list of failures that is empty, but for what is known to take too long where that is not tried. */
export function createKnownFailures({ triesLong }: Pick<Effort, 'triesLong'>): KnownFailures {
  const failures = new Map<string, { readonly size: number; readonly failure: Failure }[]>();
  const keyOf = ({ reference }: SizedProblem, method: string) =>
    JSON.stringify([reference.suite, reference.problem, method]);
  return {
    find(problem, method) {
      const { size } = problem.reference;
      const long = triesLong ? undefined : whyTooLong(method, problem.reference);
      if (long) return long;
      const known = failures.get(keyOf(problem, method)) ?? [];
      const same = known.find((entry) => entry.size === size);
      if (same) return same.failure;
      const smaller = known.find((entry) => entry.size < size && grows(entry.failure));
      return (
        smaller && {
          ...smaller.failure,
          reason: `not tried: at size ${smaller.size} already ${smaller.failure.reason}`,
        }
      );
    },
    add(problem, method, failure) {
      const key = keyOf(problem, method);
      failures.set(key, [...(failures.get(key) ?? []), { size: problem.reference.size, failure }]);
    },
  };
}

/** Whether a larger size of the same problem would fail as well. */
function grows({ outcome, reason }: Failure): boolean {
  return outcome === 'timeout' || reason.startsWith('ran out of memory');
}
