import { type OperationCounts, operationsIn, workIn } from '../../../../methods/arithmetic/operation-counts.ts';
import type { OperationCount, Operator } from '../../../../methods/method.ts';
import type { TableFile } from '../../../tables/table-file.ts';
import type { TableColumns } from '../../../tables/tables.ts';
import type { CatalogueMethod } from '../../plan/catalogue.ts';
import { type Cells, type Experiment, missingOperators, OPERATORS_OF_PROBLEMS } from '../../plan/experiment.ts';
import { operatorParts } from '../../plan/operator-parts.ts';
import { applicable, problemCells, type SizedProblem, sequenceOf, servedBy, sizedName } from '../../plan/plan.ts';
import type { RunContext } from '../../plan/run-context.ts';
import { answersMs, NO_FORK_MS } from '../../plan/task-weight.ts';
import type { OperatorOperations } from './operations-job.ts';

/** Operations of every method on every problem at its first point: a case for a problem and a method. */
export const operationsExperiment: Experiment<TableColumns['operations']> = {
  harness: 'operations',
  label: 'operations',
  takes: OPERATORS_OF_PROBLEMS,
  needsTruth: false,
  cases: (context) =>
    context.catalogue.methods.flatMap((method) =>
      context.problems.map((problem) => {
        const operators = countedOperators(context, problem, method);
        const missing = (table: TableFile<TableColumns['operations']>) =>
          missingOperators(table, problem, method, operators);
        return {
          name: `${sizedName(problem)} ${method.method}`,
          problem: problem.reference,
          part: method.method,
          weight: isKnown(context, problem, method, operators) ? NO_FORK_MS : 0.65 * answersMs(problem, method),
          sequence: sequenceOf(problem, method),
          isThere: (table) => missing(table).length === 0,
          measure: (table) => measure(context, problem, method, missing(table)),
        };
      }),
    ),
};

/** Whether all rows are known before anything is counted. */
function isKnown(
  { knownFailures }: RunContext,
  problem: SizedProblem,
  method: CatalogueMethod,
  operators: readonly Operator[],
): boolean {
  return servedBy(method, operators).length === 0 || knownFailures.find(problem, method.method) !== undefined;
}

/**
 * By default the gradient or Jacobian, and J v and J^T u where the method has them; the value where it has no
 * derivative.
 */
function countedOperators(
  { askedOperators }: RunContext,
  { instance }: SizedProblem,
  method: CatalogueMethod,
): readonly Operator[] {
  if (method.definition.family === 'primal') return ['value'];
  const usual: readonly Operator[] = ['gradient', 'jacobian', ...servedBy(method, ['jvp', 'vjp'])];
  return applicable(askedOperators ?? usual, instance);
}

async function measure(
  context: RunContext,
  problem: SizedProblem,
  method: CatalogueMethod,
  operators: readonly Operator[],
): Promise<readonly Cells<TableColumns['operations']>[]> {
  const served = servedBy(method, operators);
  // Counting may take longer than calling, so a failure of it is no failure of other experiments.
  const request = { context, problem, method, operators: served, failsAs: `${method.method} operations` };
  const { parts, failure } = await operatorParts<OperatorOperations>(request, (job, options, onPart) =>
    context.pool.run({ kind: 'operations', ...job }, options, onPart),
  );
  const rows = operators.map((operator) => {
    const cells = { ...problemCells(problem), method: method.method, operator };
    if (!served.includes(operator))
      return { ...cells, outcome: 'unsupported', reason: `${method.method} has no ${operator}` };
    const part = parts.get(operator);
    const partFailure = part?.failure ?? (part ? undefined : failure);
    return { ...cells, ...(partFailure ?? { outcome: 'ok', ...measures(part!.count!, part!.ofFunction) }) };
  });
  return rows;
}

/** The cells of a count, and its place against the bounds of theory. */
export function measures({ counts, cost = {}, bounds }: OperationCount, ofFunction: OperationCounts) {
  const executed = operationsIn(counts);
  const own = operationsIn(ofFunction);
  const ratio = own === 0 ? undefined : executed / own; // f(x) = x moves a number and does nothing with it
  const work = workIn(counts);
  const ownWork = workIn(ofFunction);
  return {
    ...counts,
    operations: executed,
    function_operations: own,
    ratio,
    ratio_bound: bounds?.operations,
    ratio_to_bound: ratio && bounds && ratio / bounds.operations,
    work,
    function_work: ownWork,
    work_ratio: work / ownWork,
    work_bound: bounds?.work,
    work_to_bound: bounds && work / ownWork / bounds.work,
    function_calls: cost.functionCalls,
    tape_nodes: cost.tapeNodes,
    tape_edges: cost.tapeEdges,
    tape_bytes: cost.tapeBytes,
    graph_nodes: cost.graphNodes,
    values_alive: cost.valuesAlive,
  };
}
