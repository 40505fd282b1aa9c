import { CHECK_DEFAULTS } from '../../../checker/check.ts';
import { buildSlipped, type SlippedFile } from '../../../checker/slips/build-slipped.ts';
import type { SlipScore } from '../../../checker/slips/score.ts';
import { BUILD_PLUGINS } from '../../../command/paths.ts';
import { NO_SLIP, REFERENCES, SLIP_KINDS, TOLERANCES } from '../../../tables/columns/checks.ts';
import type { TableColumns } from '../../../tables/tables.ts';
import type { Case, Cells, Experiment } from '../../plan/experiment.ts';
import { problemCells, type SizedProblem } from '../../plan/plan.ts';
import type { RunContext } from '../../plan/run-context.ts';
import { scoredProblems } from './problems.ts';

/**
 * Slips and checks of correct derivatives of one problem, how many problems of a suite, and of how many inputs: larger
 * ones take longer, and show the same.
 */
const AMOUNT = {
  quick: { most: 6, correctChecks: 16, perSuite: 1, mostInputs: 2 },
  usual: { most: 16, correctChecks: 60, perSuite: 2, mostInputs: 3 },
} as const;
/** A busy machine is no reason to fail. */
const LEAST_MS = 30_000;

/** Slips in the derivatives by hand of every problem that is small enough, several of them in one fork. */
export const checksExperiment: Experiment<TableColumns['checks']> = {
  harness: 'checks',
  label: 'checks',
  takes: 'problems, into whose derivatives by hand it plants slips',
  needsTruth: false,
  cases(context) {
    const { perSuite, mostInputs } = amountOf(context);
    const small = scoredProblems(context.problems, mostInputs);
    const several = small.filter(({ instance }) => instance.inputs > 1);
    const scored = context.timesOnDemand ? small : several.filter((each) => placeInSuite(each, several) < perSuite);
    const first = context.problems.filter(
      ({ problem }, i) => context.problems.findIndex((each) => each.problem === problem) === i,
    );
    const modules = new Map<string, Promise<SlippedFile>>();
    const moduleOf = ({ suite, plugin }: SizedProblem) => {
      const name = plugin ?? suite;
      const module = modules.get(name) ?? buildSlipped(suite, plugin, BUILD_PLUGINS);
      modules.set(name, module);
      return module;
    };
    const caseOf = (problem: SizedProblem) => ({
      name: `${problem.reference.suite}/${problem.reference.problem}`,
      problem: problem.reference,
      part: 0,
    });
    const skipped: readonly Case<TableColumns['checks']>[] = first
      .filter(({ problem }) => !scored.some((each) => each.problem === problem))
      .map((problem) => ({
        ...caseOf(problem),
        weight: 0,
        isThere: (table) => table.has(cellsOf(problem)),
        async measure() {
          const why = `slips are planted into the first ${perSuite} problems of a suite with 2 to ${mostInputs} inputs (into all with up to ${mostInputs}, where problem or suite is named), and not into those of training`;
          return [{ ...cellsOf(problem), outcome: 'skipped', reason: why }];
        },
      }));
    const planted: readonly Case<TableColumns['checks']>[] = scored.map((problem) => ({
      ...caseOf(problem),
      weight: 600,
      isThere: (table) => table.has(cellsOf(problem)) || table.has(lastRow(problem)),
      measure: async () => measure(context, problem, await moduleOf(problem)),
    }));
    return [...skipped, ...planted];
  },
};

function amountOf({ effort }: RunContext): (typeof AMOUNT)['quick' | 'usual'] {
  return effort.isQuick ? AMOUNT.quick : AMOUNT.usual;
}

/**
 * How many of the problems come before this one in its suite; those with a Jacobian are the first, since only it can be
 * transposed.
 */
function placeInSuite(problem: SizedProblem, problems: readonly SizedProblem[]): number {
  const own = problems.filter(({ suite }) => suite === problem.suite);
  return own.sort((a, b) => Math.min(b.instance.outputs, 2) - Math.min(a.instance.outputs, 2)).indexOf(problem);
}

function cellsOf(problem: SizedProblem): Cells<TableColumns['checks']> {
  const { outputs: _, ...cells } = problemCells(problem);
  return cells;
}

/** The row that is written last of a problem. */
function lastRow(problem: SizedProblem): Cells<TableColumns['checks']> {
  return { ...cellsOf(problem), slip: NO_SLIP, reference: REFERENCES.at(-1)!, tolerance: TOLERANCES.at(-1)! };
}

async function measure(
  context: RunContext,
  problem: SizedProblem,
  module: SlippedFile,
): Promise<readonly Cells<TableColumns['checks']>[]> {
  const { effort, pool, seed } = context;
  const { most, correctChecks } = amountOf(context);
  const limits = { ...effort.limits, timeMs: Math.max(LEAST_MS, effort.limits.timeMs) };
  let score: SlipScore | undefined;
  const failure = await pool.run(
    { kind: 'slips', problem: problem.reference, module, seed, most, correctChecks },
    { limits, share: 'checks' },
    (part) => {
      score = part;
    },
  );
  const cells = cellsOf(problem);
  const rows = failure ? [failure] : rowsOf(score!);
  return rows.map((row) => ({ ...cells, ...row }));
}

/** A row for each kind of slip, reference and tolerance, and one for the correct derivatives. */
function rowsOf({ slips, correct }: SlipScore): Cells<TableColumns['checks']>[] {
  const real = slips.filter(({ effect }) => effect === 'slip');
  if (correct.checks === 0)
    return [{ outcome: 'unsupported', reason: 'at none of its points there is a derivative to check' }];
  const ofSlips = SLIP_KINDS.flatMap((slip) => {
    const those = real.filter(({ kind }) => kind === slip);
    if (those.length === 0) return [];
    return eachCheck((reference, tolerance) => {
      const isNamed = reference === 'exact' && tolerance === CHECK_DEFAULTS.tolerance;
      return {
        slip,
        outcome: 'ok',
        planted: those.length,
        found: those.filter(({ errors }) => !((errors[reference] ?? 0) <= tolerance)).length,
        ...(isNamed && { named: those.filter(({ found, named }) => found && named).length }),
      };
    });
  });
  const ofCorrect = eachCheck((reference, tolerance, t) => {
    const falseAlarms = correct.accused[reference][t]!;
    const isWrong = reference === 'exact' && falseAlarms > 0;
    return {
      slip: NO_SLIP,
      ...(isWrong
        ? { outcome: 'wrong', reason: `a correct derivative is accused at ${tolerance}` }
        : { outcome: 'ok' }),
      checks: correct.checks,
      false_alarms: falseAlarms,
    };
  });
  return [...ofSlips, ...ofCorrect];
}

function eachCheck(
  cells: (reference: (typeof REFERENCES)[number], tolerance: number, t: number) => Cells<TableColumns['checks']>,
): Cells<TableColumns['checks']>[] {
  return REFERENCES.flatMap((reference) =>
    TOLERANCES.map((tolerance, t) => ({ ...cells(reference, tolerance, t), reference, tolerance })),
  );
}
