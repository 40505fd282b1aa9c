import { OPERATORS } from '../../../methods/method.ts';
import type { Catalogue } from '../plan/catalogue.ts';
import { sizedProblems } from '../plan/plan.ts';
import { createKnownFailures, type RunContext } from '../plan/run-context.ts';
import { shareOf } from '../plan/shard.ts';
import { effortOf } from './effort.ts';
import { HARNESSES } from './harness-tasks.ts';
import type { BenchOptions } from './options.ts';

/** Whether harnesses were named: without names a run has all of them. */
export function namesHarnesses({ harnesses }: Pick<BenchOptions, 'harnesses'>): boolean {
  return harnesses.length < HARNESSES.length;
}

/** The context that every harness of a run with these options shares. */
export function contextOf(
  options: BenchOptions,
  catalogue: Catalogue,
  means: Pick<RunContext, 'run' | 'pool' | 'truths'>,
): RunContext {
  const effort = effortOf(options);
  const namesProblems = options.suites.length + options.problems.length > 0;
  return {
    ...means,
    catalogue,
    problems: sizedProblems(catalogue, options.effort === 'quick', options.problems),
    share: shareOf(options.shard, catalogue),
    timesOnDemand: options.effort === 'thorough' || namesProblems,
    methodsOnDemand: options.effort === 'thorough' || options.methods.length > 0,
    everyProblem: namesProblems && (namesHarnesses(options) || options.along.length > 0),
    along: options.along,
    stepRule: options.stepRule,
    askedOperators: options.operators,
    operators: options.operators ?? OPERATORS,
    timedOperators: options.operators ?? ['gradient', 'jacobian'],
    effort,
    seed: options.seed,
    knownFailures: createKnownFailures(effort),
  };
}
