import { CHECK_DEFAULTS } from '../../../checker/check.ts';
import { buildSlipped, type SlippedFile } from '../../../checker/slips/build-slipped.ts';
import type { SlipScore } from '../../../checker/slips/score.ts';
import { BUILD_PLUGINS } from '../../../command/paths.ts';
import type { Row } from '../../../tables/column/column.ts';
import { NO_SLIP, REFERENCES, SLIP_KINDS, TOLERANCES } from '../../../tables/columns/checks.ts';
import { emptyRow, type TableFile } from '../../../tables/table-file.ts';
import { checks } from '../../../tables/tables.ts';
import { problemCells, type SizedProblem } from '../../plan/plan.ts';
import type { RunContext, Task } from '../../plan/run-context.ts';
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

type ChecksTable = TableFile<typeof checks.columns>;
type Cells = Partial<Row<typeof checks.columns>>;

/** Slips in the derivatives by hand of every problem that is small enough, several of them in one fork. */
export function checksTasks(context: RunContext, table: ChecksTable): Task[] {
  const { perSuite, mostInputs } = amountOf(context);
  const small = scoredProblems(context.problems, mostInputs);
  const several = small.filter(({ instance }) => instance.inputs > 1);
  const scored = context.timesOnDemand ? small : several.filter((each) => placeInSuite(each, several) < perSuite);
  const first = context.problems.filter(
    ({ problem }, i) => context.problems.findIndex((each) => each.problem === problem) === i,
  );
  const isOwn = ({ reference }: SizedProblem) => context.share.has(reference, 0);
  const modules = new Map<string, Promise<SlippedFile>>();
  const moduleOf = ({ suite, plugin }: SizedProblem) => {
    const name = plugin ?? suite;
    const module = modules.get(name) ?? buildSlipped(suite, plugin, BUILD_PLUGINS);
    modules.set(name, module);
    return module;
  };
  const tasks = scored
    .filter(isOwn)
    .filter((problem) => !table.has(cellsOf(context, problem)) && !table.has(lastRow(context, problem)))
    .map((problem) => ({
      label: `checks ${problem.reference.suite}/${problem.reference.problem}`,
      weight: 600,
      run: async () => measure(context, table, problem, await moduleOf(problem)),
    }));
  const skipped = first
    .filter(isOwn)
    .filter(({ problem }) => !scored.some((each) => each.problem === problem))
    .filter((problem) => !table.has(cellsOf(context, problem)))
    .map((problem) => ({
      label: 'checks',
      weight: 0,
      async run() {
        const why = `slips are planted into the first ${perSuite} problems of a suite with 2 to ${mostInputs} inputs (into all with up to ${mostInputs}, where problem or suite is named), and not into those of training`;
        table.add([emptyRow(checks, { ...cellsOf(context, problem), outcome: 'skipped', reason: why })]);
      },
    }));
  return [...skipped, ...tasks];
}

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

function cellsOf({ run }: RunContext, problem: SizedProblem): Cells {
  const { outputs: _, ...cells } = problemCells(problem);
  return { ...cells, run };
}

/** The row that is written last of a problem. */
function lastRow(context: RunContext, problem: SizedProblem): Cells {
  return { ...cellsOf(context, problem), slip: NO_SLIP, reference: REFERENCES.at(-1)!, tolerance: TOLERANCES.at(-1)! };
}

async function measure(
  context: RunContext,
  table: ChecksTable,
  problem: SizedProblem,
  module: SlippedFile,
): Promise<void> {
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
  const cells = cellsOf(context, problem);
  const rows = failure ? [failure] : rowsOf(score!);
  table.add(rows.map((row) => emptyRow(checks, { ...cells, ...row })));
}

/** A row for each kind of slip, reference and tolerance, and one for the correct derivatives. */
function rowsOf({ slips, correct }: SlipScore): Cells[] {
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

function eachCheck(cells: (reference: (typeof REFERENCES)[number], tolerance: number, t: number) => Cells): Cells[] {
  return REFERENCES.flatMap((reference) =>
    TOLERANCES.map((tolerance, t) => ({ ...cells(reference, tolerance, t), reference, tolerance })),
  );
}
