/** The cases of the timing harness, and its jobs for forks. */

import type { Operator } from '../../../../methods/method.ts';
import type { SamplingBudget } from '../../fork/fork-timing.ts';
import type { CatalogueMethod } from '../../plan/catalogue.ts';
import { applicable, leftOut, methodReference, type SizedProblem } from '../../plan/plan.ts';
import { limitsFor, type RunContext, type Sampling } from '../../plan/run-context.ts';
import type { ForkLimits } from '../../process/pool.ts';
import type { TimingJob } from './timing-job.ts';

/** One case that may be timed. */
export interface TimingCase {
  readonly problem: SizedProblem;
  readonly method: CatalogueMethod;
  readonly operator: Operator;
}

/** The part of a run that decides which cases are timed, and how. */
export type TimingContext = Pick<
  RunContext,
  'catalogue' | 'problems' | 'timedOperators' | 'timesOnDemand' | 'methodsOnDemand' | 'stepRule' | 'effort' | 'seed'
>;

/** Every case of a run, also those that are not timed. */
export function timingCases(context: TimingContext): TimingCase[] {
  return context.problems.flatMap((problem) =>
    context.catalogue.methods.flatMap((method) =>
      timedOperators(context, problem, method).map((operator) => ({ problem, method, operator })),
    ),
  );
}

/** The operators of a method that are timed: by default gradient or Jacobian; the value where it has no derivative. */
function timedOperators(
  context: TimingContext,
  { instance }: SizedProblem,
  { definition }: CatalogueMethod,
): readonly Operator[] {
  if (definition.family === 'primal') return ['value'];
  return applicable(context.timedOperators, instance);
}

/** Why a case is not timed, as the cells of its row; undefined where it is. */
export function whyUntimed(
  context: TimingContext,
  { problem, method, operator }: TimingCase,
): { readonly outcome: 'unsupported' | 'skipped'; readonly reason: string } | undefined {
  if (!method.definition.operators.includes(operator))
    return { outcome: 'unsupported', reason: `${method.method} has no ${operator}` };
  const reason = leftOut(operator, problem.instance, context.effort.secondOrderInputs);
  if (reason !== undefined) return { outcome: 'skipped', reason };
  const onDemand = (option: string) =>
    ({ outcome: 'skipped', reason: `timed only on demand: ${option} or --thorough` }) as const;
  if (!context.timesOnDemand && !isTimedByDefault(problem, context.effort))
    return onDemand(`--suite ${problem.reference.suite}`);
  if (isSpared(context, problem, method) || isLate(context, problem, method))
    return onDemand(`--method ${method.method}`);
  return undefined;
}

/** Whether a run times the problem at this size without being asked for its suite. */
function isTimedByDefault({ timed, problem, reference }: SizedProblem, { isQuick }: TimingContext['effort']): boolean {
  if (timed === 'on demand') return false;
  return problem.timed === undefined || problem.timed[isQuick ? 'quick' : 'default'].includes(reference.size);
}

/** Whether other methods stand for this one at the size. */
function isSpared(
  { methodsOnDemand, effort }: TimingContext,
  { problem, reference }: SizedProblem,
  { definition }: CatalogueMethod,
): boolean {
  if (definition.timed === undefined || methodsOnDemand || problem.timed === undefined) return false;
  if (effort.isQuick) return true;
  const { related = [] } = problem.timed;
  const few = definition.timed === 'on demand' ? related : [...problem.quickSizes, ...related];
  return !few.includes(reference.size);
}

/** The most inputs at which a default run times a method whose expressions may explode: its growth is seen by then. */
const MOST_INPUTS = 22;

/**
 * Whether an expression of so many inputs would take most of a run, for one row that says what smaller ones have said.
 */
function isLate(
  { methodsOnDemand }: TimingContext,
  { instance }: SizedProblem,
  { definition }: CatalogueMethod,
): boolean {
  return definition.mayExplode !== undefined && !methodsOnDemand && instance.inputs > MOST_INPUTS;
}

/** Starting a process and loading the method into it, ms. */
const STARTING_MS = 150;
/** Warm-up of both sides, ms, in the mean of the cases of a default run. */
const WARMING_MS = 250;

/** How long the forks of a case may well take, ms: for the time left. */
export function weightOf({ forks, budget }: Sampling): number {
  return forks * (STARTING_MS + WARMING_MS + budget.sampleMs);
}

/** The name of a case, for the display. */
export function labelOf({ problem: { reference }, method }: TimingCase): string {
  return `timing ${reference.suite}/${reference.problem} ${reference.size} ${method.method}`;
}

/** The job of one fork of a case, and its limits. */
export function forkOf(
  context: TimingContext,
  { problem, method, operator }: TimingCase,
  preparesAgain = false,
): { readonly job: TimingJob; readonly limits: ForkLimits } {
  const budget = budgetFor(method, context.effort.budget, preparesAgain);
  const limits = limitsFor(context.effort, method.definition);
  return {
    job: {
      kind: 'timing',
      problem: problem.reference,
      method: methodReference(method),
      operator,
      budget,
      stepRule: context.stepRule,
      seed: context.seed,
    },
    limits: { ...limits, timeMs: limits.timeMs + PATIENCE * samplingMs(budget) },
  };
}

/** A machine that is busy with other work may take this many times as long. */
const PATIENCE = 4;

/** The longest that warming up and sampling may take by their own limits, processor ms. */
function samplingMs({ warmUp, sampleMs, limitMs, prepareMs = 0 }: SamplingBudget): number {
  return 2 * warmUp.limitMs + 2 * sampleMs + limitMs + prepareMs;
}

/**
 * Long code of a method's own making takes V8 long to optimise, without a sign of it meanwhile: that nothing was
 * compiled for a while does not mean that it is done. Such methods are called until the number of calls, or the time,
 * is full.
 */
function budgetFor({ definition }: CatalogueMethod, budget: SamplingBudget, preparesAgain: boolean): SamplingBudget {
  const { prepareMs, warmUp, ...rest } = budget;
  return {
    ...rest,
    warmUp: definition.generatesCode ? { ...warmUp, fewCalls: warmUp.calls, longQuietMs: warmUp.limitMs } : warmUp,
    ...(preparesAgain && prepareMs !== undefined && { prepareMs }),
  };
}
