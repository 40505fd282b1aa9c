/** What the timing harness times, and what it asks of a fork. */
import type { Operator } from '../../methods/method.ts';
import type { CatalogueMethod } from './catalogue.ts';
import { LONGEST_WARMUP, PREPARING, type TimingJob } from './fork/job.ts';
import type { ForkLimits } from './fork/pool.ts';
import { applicable, leftOut, methodReference, type SizedProblem } from './plan.ts';
import { limitsFor, type RunContext, type Sampling } from './run-context.ts';

/** One case that may be timed. */
export interface TimingCase {
  readonly problem: SizedProblem;
  readonly method: CatalogueMethod;
  readonly operator: Operator;
}

/** What of a run decides which cases are timed, and how. */
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

/** What is timed of a method by default: gradient or Jacobian; the value where it has no derivative. */
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
  const isFew = isOfFew(problem, context.effort);
  const isSuiteOnDemand = problem.timed === 'on demand' && !context.timesOnDemand;
  if (isSuiteOnDemand && !isFew) return onDemand(`--suite ${problem.reference.suite}`);
  if (isTimedBriefly(context, method) && (isSuiteOnDemand || !isFew)) return onDemand(`--method ${method.method}`);
  return undefined;
}

/** Whether the size is among the few at which what is timed on demand is timed without it: those of a quick run, which itself has none. */
function isOfFew({ problem, reference }: SizedProblem, { isQuick }: TimingContext['effort']): boolean {
  return !isQuick && problem.quickSizes.includes(reference.size);
}

function isTimedBriefly({ methodsOnDemand }: Pick<TimingContext, 'methodsOnDemand'>, { definition }: CatalogueMethod) {
  return definition.timed === 'on demand' && !methodsOnDemand;
}

/** How often and how long the forks of a case are sampled. */
export function samplingOf(
  context: Pick<TimingContext, 'effort' | 'methodsOnDemand'>,
  { problem, method }: Pick<TimingCase, 'problem' | 'method'>,
): Sampling {
  const { effort } = context;
  return problem.timed === undefined && !isTimedBriefly(context, method) ? effort : effort.brief;
}

/** How long the forks of a case may well take, ms: for the time left. */
export function weightOf({ forks, budget }: Sampling): number {
  return forks * (100 + budget.warmupMs + budget.sampleMs);
}

/** What runs, for the display. */
export function labelOf({ problem: { reference }, method }: TimingCase): string {
  return `timing ${reference.suite}/${reference.problem} ${reference.size} ${method.method}`;
}

/** What one fork of a case is asked for, and what it may use. */
export function forkOf(
  context: TimingContext,
  { problem, method, operator }: TimingCase,
): { readonly job: TimingJob; readonly limits: ForkLimits } {
  const { budget } = samplingOf(context, { problem, method });
  const limits = limitsFor(context.effort, method.definition);
  return {
    job: {
      kind: 'timing',
      problem: problem.reference,
      method: methodReference(method),
      operator,
      budget,
      preparesAgain: false,
      stepRule: context.stepRule,
      seed: context.seed,
    },
    limits: {
      ...limits,
      timeMs: limits.timeMs + 2 * (longestWarmup(method, budget) + (1 + PREPARING) * budget.sampleMs),
    },
  };
}

/** Generated code may be warmed up far longer. */
function longestWarmup({ definition }: CatalogueMethod, { warmupMs }: Sampling['budget']): number {
  return definition.generatesCode ? LONGEST_WARMUP * warmupMs : warmupMs;
}
