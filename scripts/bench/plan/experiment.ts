import type { Operator } from '../../../methods/method.ts';
import type { Columns, Row } from '../../tables/column/column.ts';
import { emptyRow, type TableFile } from '../../tables/table-file.ts';
import type { TableColumns } from '../../tables/tables.ts';
import type { CatalogueMethod } from './catalogue.ts';
import { problemCells, type SizedProblem } from './plan.ts';
import type { RunContext, Task } from './run-context.ts';
import { hasAnyMethod, type ProblemName } from './shard.ts';

/** The known cells of a row. The others are empty, and the run is added. */
export type Cells<C extends Columns> = Partial<Row<C>>;

/** One piece of work of an experiment, which adds its rows together. */
export interface Case<C extends Columns> {
  /** The subject of the task, for the display, after the label of the experiment. */
  readonly name: string;
  readonly problem: ProblemName;
  /** Decides which shard has it: the name of a method, or the place among what is measured of the problem. */
  readonly part: string | number;
  /** How long it may well take, ms. */
  readonly weight: number;
  /** Cases of the same sequence run one after the other; absent where it waits for none. */
  readonly sequence?: string | undefined;
  /** Whether the table has its rows already, from a run that was interrupted. */
  isThere(table: TableFile<C>): boolean;
  measure(table: TableFile<C>): Promise<readonly Cells<C>[]>;
}

/** A truth that only this experiment compares with. It is computed before the cases. */
export interface OwnTruth {
  readonly name: string;
  readonly problem: ProblemName;
  /** How long it may well take, ms. */
  readonly weight: number;
  compute(): Promise<unknown>;
}

/** One kind of measurement, and the table that it fills. */
export interface Experiment<C extends Columns> {
  /** The name by which `--harness` asks for it. Experiments of one name run together. */
  readonly harness: string;
  readonly label: string;
  /** Everything that it can measure, as the end of the sentence "it takes ...". */
  readonly takes: string;
  /** Whether its rows are compared with the truth at all points of a problem, which is then computed first. */
  readonly needsTruth: boolean;
  /** All cases of a run, in the order of its rows. */
  cases(context: RunContext, table: TableFile<C>): readonly Case<C>[];
  truths?(context: RunContext): readonly OwnTruth[];
}

/**
 * The work of an experiment in this run: what the shard has of it, apart from the rows that the table holds already.
 */
export function experimentTasks<C extends Columns>(
  { label, cases, truths }: Experiment<C>,
  context: RunContext,
  file: TableFile<C>,
): Task[] {
  const { share, catalogue, run } = context;
  const isOurs = ({ problem, part }: Case<C>) =>
    typeof part === 'string' ? share.hasMethod(problem, part) : share.has(problem, part);
  const tasks = cases(context, file)
    .filter((each) => isOurs(each) && !each.isThere(file))
    .map((each) => ({
      label: `${label} ${each.name}`,
      weight: each.weight,
      sequence: each.sequence,
      async run() {
        const rows = await each.measure(file);
        file.add(rows.map((cells) => emptyRow(file.table, { ...cells, run })));
      },
    }));
  if (tasks.length === 0) return [];
  const first = (truths?.(context) ?? [])
    .filter(({ problem }) => hasAnyMethod(share, catalogue, problem))
    .map(({ name, weight, compute }) => ({
      label: name,
      weight,
      isTruth: true as const,
      async run() {
        await compute();
      },
    }));
  return [...first, ...tasks];
}

/** Takes of an experiment that asks methods for operators. */
export const OPERATORS_OF_PROBLEMS =
  'operators that a problem of the run can have: gradients of scalar functions, Jacobians of others';

/** The operators of a method on a problem that the table has no row of. */
export function missingOperators(
  table: Pick<TableFile<TableColumns['accuracy' | 'operations']>, 'has'>,
  problem: SizedProblem,
  { method }: CatalogueMethod,
  operators: readonly Operator[],
): readonly Operator[] {
  return operators.filter((operator) => !table.has({ ...problemCells(problem), method, operator }));
}
