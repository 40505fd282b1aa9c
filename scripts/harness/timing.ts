import { median } from 'simple-statistics';
import type { Operator } from '../../methods/method.ts';
import type { CatalogueMethod } from './catalogue.ts';
import { type Failure, type ForkTiming, LONGEST_WARMUP, PREPARING } from './fork/job.ts';
import { createTimeBudget, type TimeBudget, wantsFork } from './fork-plan.ts';
import { expectedAnswer } from './judgement/expected.ts';
import { judge } from './judgement/judge.ts';
import { emptyRow, type TableFile } from './output/table-file.ts';
import { timing } from './output/tables.ts';
import { applicable, leftOut, methodReference, orderOf, problemCells, type SizedProblem } from './plan.ts';
import { limitsFor, type RunContext, type Sampling, type Task } from './run-context.ts';
import { medianInterval } from './statistics.ts';
import { isSteady } from './steady-state.ts';
import { testSeeds } from './truth/seeds.ts';
import type { TruthAnswer } from './truth/truths.ts';

/** Time of every method on every problem: one task for a case, one fork after the other. */
export function timingTasks(context: RunContext, table: TableFile<typeof timing.columns>): Task[] {
  const cases = context.problems.flatMap((problem) =>
    context.catalogue.methods
      .filter((method) => context.share.hasMethod(problem.reference, method.method))
      .flatMap((method) =>
        timedOperators(context, problem, method)
          .filter((operator) => !table.has({ ...problemCells(problem), method: method.method, operator }))
          .map((operator) => ({ problem, method, operator })),
      ),
  );
  const { precision } = context.effort;
  const budget = precision && createTimeBudget(precision.budgetMs, cases.length, () => performance.now());
  return cases.map(({ problem, method, operator }) => ({
    label: `timing ${problem.reference.suite}/${problem.reference.problem} ${problem.reference.size} ${method.method}`,
    weight: weightOf(samplingOf(context, problem)),
    async run() {
      budget?.beginCase();
      await measure(context, table, budget, problem, method, operator);
    },
  }));
}

function samplingOf({ effort }: RunContext, { timed }: SizedProblem): Sampling {
  return timed === undefined ? effort : effort.brief;
}

/** Whether the problem is left to runs that ask for it: of suites that are timed on demand a default run takes few sizes, a quick one none. */
function isLeftOut({ timesOnDemand, effort }: RunContext, { timed, problem, reference }: SizedProblem): boolean {
  if (timed !== 'on demand' || timesOnDemand) return false;
  return effort.isQuick || !problem.quickSizes.includes(reference.size);
}

/** How long the forks of a case may well take, ms: for the time left. */
function weightOf({ forks, budget }: Sampling): number {
  return forks * (100 + budget.warmupMs + budget.sampleMs);
}

/** What is timed of a method by default: gradient or Jacobian; the value where it has no derivative. */
function timedOperators(
  context: RunContext,
  { instance }: SizedProblem,
  { definition }: CatalogueMethod,
): readonly Operator[] {
  if (definition.family === 'primal') return ['value'];
  return applicable(context.timedOperators, instance);
}

async function measure(
  context: RunContext,
  table: TableFile<typeof timing.columns>,
  timeBudget: TimeBudget | undefined,
  problem: SizedProblem,
  method: CatalogueMethod,
  operator: Operator,
): Promise<void> {
  const cells = { ...problemCells(problem), method: method.method, operator, run: context.run };
  const row = (more: Partial<(typeof table.rows)[number]>) => table.add([emptyRow(timing, { ...cells, ...more })]);
  if (!method.definition.operators.includes(operator)) {
    return row({ outcome: 'unsupported', reason: `${method.method} has no ${operator}` });
  }
  const reason = leftOut(operator, problem.instance, context.effort.secondOrderInputs);
  if (reason !== undefined) return row({ outcome: 'skipped', reason });
  if (isLeftOut(context, problem)) {
    const { suite } = problem.reference;
    return row({ outcome: 'skipped', reason: `timed only on demand: --suite ${suite} or --thorough` });
  }
  // what the accuracy harness met with the first operator, or this one with the same operator at a smaller size
  const own = `${method.method} ${operator}`;
  const known = context.knownFailures.find(problem, method.method) ?? context.knownFailures.find(problem, own);
  if (known) return row(known);
  const { forks, failure } = await forksOf(context, timeBudget, problem, method, operator);
  if (failure) {
    context.knownFailures.add(problem, own, failure);
    return row({ ...failure, forks: forks.length });
  }
  return row({
    ...times(forks),
    ...verdict(await context.truths.of(problem.reference, orderOf(operator)), problem, method, operator, forks),
  });
}

/** Generated code may be warmed up far longer. */
function longestWarmup({ definition }: CatalogueMethod, { warmupMs }: Sampling['budget']): number {
  return definition.generatesCode ? LONGEST_WARMUP * warmupMs : warmupMs;
}

async function forksOf(
  context: RunContext,
  timeBudget: TimeBudget | undefined,
  problem: SizedProblem,
  method: CatalogueMethod,
  operator: Operator,
) {
  const { forks: count, budget } = samplingOf(context, problem);
  const job = {
    kind: 'timing',
    problem: problem.reference,
    method: methodReference(method),
    operator,
    budget,
    seed: context.seed,
  } as const;
  const limits = limitsFor(context.effort, method.definition);
  const timeMs = limits.timeMs + 2 * (longestWarmup(method, budget) + (1 + PREPARING) * budget.sampleMs);
  const forks: ForkTiming[] = [];
  let failure: Failure | undefined;
  const { precision } = context.effort;
  const isWanted = () =>
    precision && timeBudget
      ? wantsFork(forks.map(ratioOf), precision.halfWidth, timeBudget.isTimeLeft())
      : forks.length < count;
  while (!failure && isWanted()) {
    // once is enough, and of what may explode once is too much
    const isColdAndWarm = problem.timed === undefined && !context.effort.isQuick && !method.definition.mayExplode;
    const preparesAgain = isColdAndWarm && forks.length === 0;
    failure = await context.pool.run({ ...job, preparesAgain }, { limits: { ...limits, timeMs } }, (part) =>
      forks.push(part),
    );
  }
  return { forks, failure };
}

/** Medians over forks, each fork's number being the median of its samples. */
export function times(forks: readonly ForkTiming[]) {
  const over = (pick: (fork: ForkTiming) => number) => median(forks.map(pick));
  const steady = forks.map(({ samples }) => median([...samples]));
  const primal = forks.map(({ primalSamples }) => median([...primalSamples]));
  const ratios = forks.map(ratioOf);
  const interval = medianInterval(steady);
  const ratioInterval = medianInterval(ratios);
  const warm = forks.flatMap(({ prepareWarm }) => prepareWarm ?? []);
  const { cost } = forks[0]!;
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
    steady_forks: forks.filter(({ samples, primalSamples }) =>
      isSteady(samples.map((time, i) => time / primalSamples[i]!)),
    ).length,
    function_calls: cost.functionCalls,
    gradient_calls: cost.gradientCalls,
    tape_nodes: cost.tapeNodes,
    tape_edges: cost.tapeEdges,
    tape_bytes: cost.tapeBytes,
    graph_nodes: cost.graphNodes,
    values_alive: cost.valuesAlive,
  };
}

/** Method against primal in one fork. */
function ratioOf({ samples, primalSamples }: ForkTiming): number {
  return median([...samples]) / median([...primalSamples]);
}

/** One number a fork, in the order in which the forks ran. */
function listed(values: readonly number[]): string {
  return values.map((value) => Number(value.toPrecision(6))).join(' ');
}

/** Every fork's answer against the truth. */
function verdict(
  truth: TruthAnswer,
  problem: SizedProblem,
  { definition }: CatalogueMethod,
  operator: Operator,
  forks: readonly ForkTiming[],
) {
  if ('failure' in truth) return { outcome: 'error', reason: truth.failure };
  const expected = expectedAnswer(truth.points[0]!, operator, definition, testSeeds(problem.instance));
  const answers = forks.map(({ answer }) => answer);
  const { outcome, reason, maxRelativeError } = judge(
    answers,
    answers.map(() => expected),
    definition.error,
  );
  return { outcome, reason, relative_error: maxRelativeError };
}
