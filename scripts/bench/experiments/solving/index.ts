import type { TableColumns } from '../../../tables/tables.ts';
import { errorOf } from '../../../truth/exact-number.ts';
import { ratio } from '../../../truth/judgement/bounds.ts';
import { UNMODELLED_TOLERANCE } from '../../../truth/judgement/judge.ts';
import type { CatalogueMethod } from '../../plan/catalogue.ts';
import type { Cells, Experiment } from '../../plan/experiment.ts';
import { methodReference, problemCells, type SizedProblem, sharedFork } from '../../plan/plan.ts';
import { limitsFor, type RunContext } from '../../plan/run-context.ts';
import { NO_FORK_MS } from '../../plan/task-weight.ts';
import type { Failure } from '../../process/job.ts';
import type { ProblemReference } from '../../reference/reference.ts';
import { distance } from '../training/index.ts';
import type { Optimum } from './optimum.ts';
import { optimumTruth } from './optimum-truth.ts';
import type { Solved, SolvingPoint } from './solve.ts';
import { type Solver, solvedProblems } from './solved-problems.ts';

/** Time for solving, in times of a case: as for a whole descent. */
const SOLVING = 3;
/** Above this many inputs a method whose derivatives take long is solved with on demand only. */
const MOST_INPUTS = 50;

/** A problem that is solved, and by what. */
interface Solving {
  readonly problem: SizedProblem;
  readonly constraints: ProblemReference | undefined;
  readonly solver: Solver;
}

/**
 * Solving of the problems that are there for it with the derivatives of every method, each in a fork of its own, since
 * it is timed.
 */
export const solvingExperiment: Experiment<TableColumns['solving']> = {
  harness: 'solving',
  label: 'solving',
  takes: 'problems with an optimum (lecture/matlab-objective and the suite training)',
  needsTruth: false,
  cases: (context) =>
    context.problems.flatMap(casesOf).flatMap((each) =>
      context.catalogue.methods.map((method) => {
        const { reference } = each.problem;
        const keys = cellsOf(each, method);
        return {
          name: `${reference.problem} ${reference.size} ${each.solver.name} ${method.method}`,
          problem: reference,
          part: method.method,
          weight: whyUnsolved(context, each, method) ? NO_FORK_MS : 220,
          isThere: (table) => table.has({ ...keys, iteration: 0 }) || table.has(keys), // the first row, or the only one
          measure: () => measure(context, each, method),
        };
      }),
    ),
  truths(context) {
    const cases = context.problems.flatMap(casesOf);
    return cases
      .filter((each, i) => cases.findIndex(({ problem }) => problem === each.problem) === i) // solvers share it
      .map(({ problem: { reference }, constraints }) => ({
        name: `optimum of ${reference.problem} ${reference.size}`,
        problem: reference,
        weight: 1000,
        compute: () => context.truths.part(optimumTruth(constraints), reference),
      }));
  },
};

function casesOf(problem: SizedProblem): readonly Solving[] {
  const { suite, problem: name, size } = problem.reference;
  return solvedProblems
    .filter((each) => each.suite === suite && each.problem === name && each.size === size)
    .flatMap(({ constraints, solvers }) =>
      solvers.map((solver) => ({
        problem,
        constraints: constraints === undefined ? undefined : { suite, problem: constraints, size },
        solver,
      })),
    );
}

function cellsOf({ problem, solver }: Solving, { method }: CatalogueMethod) {
  const { outputs: _, ...keys } = problemCells(problem);
  return { ...keys, method, solver: solver.name };
}

async function measure(
  context: RunContext,
  each: Solving,
  method: CatalogueMethod,
): Promise<readonly Cells<TableColumns['solving']>[]> {
  const cells = { ...cellsOf(each, method) };
  const given = await solvedOf(context, each, method);
  if ('outcome' in given) return [{ ...cells, ...given }];
  const truth = await context.truths.part(optimumTruth(each.constraints), each.problem.reference);
  if ('failure' in truth) {
    return [{ ...cells, outcome: 'error', reason: truth.failure }];
  }
  const optimum = truth.points[0]!;
  const last = given.points.at(-1)!;
  const judged = judge(distance(last.x, optimum.x), method);
  const rows = given.points.map((point) => ({
    ...cells,
    ...judged,
    ...measures(point, optimum, each),
    prepare_ns: given.prepareNs,
    ...(point === last && { stopped: given.stopped, multiplier_error: multiplierError(given, optimum) }),
  }));
  return rows;
}

/** The cells of a case that is not tried. */
type Untried = Failure | { readonly outcome: 'skipped'; readonly reason: string };

function whyUnsolved(
  context: RunContext,
  { problem, constraints }: Solving,
  method: CatalogueMethod,
): Untried | undefined {
  const { knownFailures } = context;
  const missing = (['gradient', ...(constraints ? (['jacobian'] as const) : [])] as const).find(
    (operator) => !method.definition.operators.includes(operator),
  );
  if (missing) return { outcome: 'unsupported', reason: `${method.method} has no ${missing}` };
  if (
    takesLong(method) &&
    problem.instance.inputs > MOST_INPUTS &&
    !context.timesOnDemand &&
    !context.methodsOnDemand
  ) {
    const reason = `beyond ${MOST_INPUTS} inputs only on demand: --problem ${problem.reference.problem}`;
    return { outcome: 'skipped', reason };
  }
  return knownFailures.find(problem, method.method) ?? knownFailures.find(problem, ownName(method));
}

/** The name under which failures in solving are kept. */
function ownName({ method }: CatalogueMethod): string {
  return `${method} solving`;
}

async function solvedOf(context: RunContext, each: Solving, method: CatalogueMethod): Promise<Solved | Untried> {
  const unsolved = whyUnsolved(context, each, method);
  if (unsolved) return unsolved;
  const { pool, effort, knownFailures, seed } = context;
  const { problem, constraints, solver } = each;
  const job = {
    kind: 'solving',
    problem: problem.reference,
    constraints: constraints && { ...constraints, ...(problem.plugin !== undefined && { plugin: problem.plugin }) },
    method: methodReference(method),
    solver,
    stepRule: context.stepRule,
    seed,
  } as const;
  let given: Solved | undefined;
  const limits = limitsFor(effort, method.definition);
  const options = { limits: { ...limits, timeMs: SOLVING * limits.timeMs }, share: sharedFork(problem, method) };
  const failure = await pool.run(job, options, (part) => {
    given = part;
  });
  if (failure) knownFailures.add(problem, ownName(method), failure);
  return failure ?? given!;
}

/** Whether a gradient takes it many calls of f, or an expression that may grow out of bounds. */
function takesLong({ definition }: CatalogueMethod): boolean {
  return definition.timed === 'on demand' || definition.mayExplode !== undefined;
}

/** How far from the optimum a method may end. */
function judge(end: number, { definition }: CatalogueMethod) {
  const tolerance = UNMODELLED_TOLERANCE[definition.error];
  if (Number.isNaN(end)) return { outcome: 'wrong', reason: 'not a number' };
  return end <= tolerance
    ? { outcome: 'ok' }
    : { outcome: 'wrong', reason: `distance at the end is above ${tolerance}` };
}

function measures(point: SolvingPoint, { x, value }: Optimum, { constraints }: Solving) {
  return {
    iteration: point.iteration,
    distance: distance(point.x, x),
    objective_gap: ratio(errorOf(point.value, value), Math.abs(value.high)),
    constraint_violation: constraints && point.violation,
    gradient_norm: point.gradientNorm,
    function_calls: point.functionCalls,
    gradient_calls: point.gradientCalls,
    calls_of_f_in_total: point.functionCalls + point.callsInQuotients,
    time_ns: point.timeNs,
  };
}

function multiplierError({ multipliers }: Solved, optimum: Optimum): number | undefined {
  if (optimum.multipliers.length === 0) return undefined;
  const errors = optimum.multipliers.map((exact, i) => Math.abs(errorOf(multipliers[i]!, exact)));
  return ratio(Math.max(...errors), Math.hypot(...optimum.multipliers.map(({ high }) => high)));
}
