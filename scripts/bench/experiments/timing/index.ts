import { median } from 'simple-statistics';
import type { StepRule } from '../../../../methods/method.ts';
import { agree, medianInterval, steadyTime } from '../../../statistics/statistics.ts';
import { isSteady } from '../../../statistics/steady-state.ts';
import type { TableColumns } from '../../../tables/tables.ts';
import { withEstimate } from '../../../truth/judgement/estimate.ts';
import { expectedAnswer } from '../../../truth/judgement/expected.ts';
import { judge } from '../../../truth/judgement/judge.ts';
import { testSeeds } from '../../../truth/seeds.ts';
import type { ForkTiming } from '../../fork/fork-timing.ts';
import { type Cells, type Experiment, OPERATORS_OF_PROBLEMS } from '../../plan/experiment.ts';
import { createTimeBudget, type TimeBudget, wantsFork } from '../../plan/fork-plan.ts';
import { orderOf, problemCells, sizedName } from '../../plan/plan.ts';
import type { RunContext } from '../../plan/run-context.ts';
import type { TruthAnswer } from '../../plan/truths.ts';
import type { Failure } from '../../process/job.ts';
import { forkOf, type TimingCase, timingCases, weightOf, whyUntimed } from './timing-plan.ts';

/** Time of every method on every problem, one fork after the other. */
export const timingExperiment: Experiment<TableColumns['timing']> = {
  harness: 'timing',
  label: 'timing',
  takes: OPERATORS_OF_PROBLEMS,
  needsTruth: true,
  cases(context, table) {
    const cases = timingCases(context);
    const left = cases.filter(
      (timed) => context.share.hasMethod(timed.problem.reference, timed.method.method) && !table.has(keysOf(timed)),
    );
    const { precision } = context.effort;
    const budget = precision && createTimeBudget(precision.budgetMs, left.length, () => performance.now());
    return cases.map((timed) => ({
      name: `${sizedName(timed.problem)} ${timed.method.method}`,
      problem: timed.problem.reference,
      part: timed.method.method,
      weight: whyUntimed(context, timed) ? 0 : weightOf(context.effort),
      isThere: () => table.has(keysOf(timed)),
      async measure() {
        budget?.beginCase();
        return [{ ...keysOf(timed), ...(await measure(context, budget, timed)) }];
      },
    }));
  },
};

function keysOf({ problem, method, operator }: TimingCase) {
  return { ...problemCells(problem), method: method.method, operator };
}

async function measure(
  context: RunContext,
  timeBudget: TimeBudget | undefined,
  timed: TimingCase,
): Promise<Cells<TableColumns['timing']>> {
  const { problem, method, operator } = timed;
  const untimed = whyUntimed(context, timed);
  if (untimed) return untimed;
  // what the accuracy harness met with the first operator, or this one with the same operator at a smaller size
  const own = `${method.method} ${operator}`;
  const known = context.knownFailures.find(problem, method.method) ?? context.knownFailures.find(problem, own);
  if (known) return known;
  const { forks, failure } = await forksOf(context, timeBudget, timed);
  if (failure) {
    context.knownFailures.add(problem, own, failure);
    return { ...failure, forks: forks.length };
  }
  return {
    ...times(forks),
    ...verdict(await context.truths.of(problem.reference, orderOf(operator)), timed, forks, context.stepRule),
  };
}

async function forksOf(context: RunContext, timeBudget: TimeBudget | undefined, timed: TimingCase) {
  const forks: ForkTiming[] = [];
  let failure: Failure | undefined;
  const { precision, forks: count } = context.effort;
  const isWanted = () =>
    precision && timeBudget
      ? wantsFork(forkTimes(forks).ratios, precision.halfWidth, timeBudget.isTimeLeft())
      : forks.length < count;
  while (!failure && isWanted()) {
    // Preparation is timed again in one fork only, and not where it may take minutes.
    const preparesAgain = forks.length === 0 && !timed.method.definition.mayExplode;
    const { job, limits } = forkOf(context, timed, preparesAgain);
    failure = await context.pool.run(job, { limits }, (part) => forks.push(part));
  }
  return { forks, failure };
}

/** One number for each fork: the time of a call, that of the primal, and their ratio. */
export function forkTimes(forks: readonly ForkTiming[]) {
  const steady = forks.map(({ samples }) => steadyTime(samples));
  const primal = forks.map(({ primalSamples }) => steadyTime(primalSamples));
  return { steady, primal, ratios: steady.map((time, i) => time / primal[i]!) };
}

/** Medians over forks, each fork's number being a low quantile of its samples. */
export function times(forks: readonly ForkTiming[]) {
  const over = (pick: (fork: ForkTiming) => number) => median(forks.map(pick));
  const { steady, primal, ratios } = forkTimes(forks);
  const interval = medianInterval(steady);
  const ratioInterval = medianInterval(ratios);
  const warm = forks.flatMap(({ prepareWarm }) => prepareWarm ?? []);
  const { cost } = forks[0]!;
  const steadyForks = forks.filter(({ samples, primalSamples }) =>
    isSteady(samples.map((time, i) => time / primalSamples[i]!)),
  ).length;
  return {
    forks: forks.length,
    samples: forks.reduce((total, { samples }) => total + samples.length, 0),
    calls_per_sample: Math.round(over((fork) => fork.callsPerSample)),
    warmup_ms: over((fork) => fork.warmupMs),
    prepare_ns: over((fork) => fork.prepare),
    prepare_warm_ns: warm.length === 0 ? undefined : median(warm),
    first_call_ns: over((fork) => fork.firstCall),
    median_ns: median(steady),
    ci_low_ns: interval?.low,
    ci_high_ns: interval?.high,
    primal_ns: median(primal),
    ratio: median(ratios),
    ratio_ci_low: ratioInterval?.low,
    ratio_ci_high: ratioInterval?.high,
    fork_ns: listed(steady),
    fork_ratios: listed(ratios),
    steady_forks: steadyForks,
    steady: 2 * steadyForks > forks.length ? 'yes' : 'no',
    forks_agree: forks.length < 2 ? undefined : agree(ratios) ? 'yes' : 'no',
    loop_ns: over((fork) => fork.loop),
    function_calls: cost.functionCalls,
    gradient_calls: cost.gradientCalls,
    tape_nodes: cost.tapeNodes,
    tape_edges: cost.tapeEdges,
    tape_bytes: cost.tapeBytes,
    graph_nodes: cost.graphNodes,
    values_alive: cost.valuesAlive,
  };
}

/** One number a fork, in the order in which the forks ran. */
function listed(values: readonly number[]): string {
  return values.map((value) => Number(value.toPrecision(6))).join(' ');
}

/** Every answer of every fork against the truth at its point. */
function verdict(
  truth: TruthAnswer,
  { problem, method: { definition }, operator }: TimingCase,
  forks: readonly ForkTiming[],
  rule: StepRule,
) {
  if ('failure' in truth) return { outcome: 'error', reason: truth.failure };
  const seeds = testSeeds(problem.instance);
  const expected = truth.points.map((point) => expectedAnswer(point, operator, definition, seeds, rule));
  const answers = forks.flatMap((fork) => fork.answers);
  const { outcome, reason, maxRelativeError } = judge(
    answers.map(({ answer }) => answer),
    answers.map(({ point, estimate }) => withEstimate(expected[point]!, definition.estimatesError && estimate)),
    definition.error,
  );
  return { outcome, reason, relative_error: maxRelativeError };
}
