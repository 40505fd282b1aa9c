import type { TableColumns } from '../../../tables/tables.ts';
import type { Cells, Experiment } from '../../plan/experiment.ts';
import { patient, type RunContext } from '../../plan/run-context.ts';
import { NO_FORK_MS } from '../../plan/task-weight.ts';
import { memoryVerdict } from './compare.ts';
import { type MemoryProblem, memoryProblems } from './problems.ts';
import type { MemoryUse } from './request.ts';
import { strategies } from './strategies.ts';

/** A computation of a million steps, laid out as a graph, takes seconds to lay out. */
const LONGEST_IS_SLOW = 3;

/** Memory of every strategy on computations of growing length: one fork for each. */
export const memoryExperiment: Experiment<TableColumns['memory']> = {
  harness: 'memory',
  label: 'memory',
  takes: 'iterations and sums that can be made as long as one likes, by the methods that have a strategy for them',
  needsTruth: false,
  cases(context) {
    const { problems, methods } = context.catalogue;
    const chosen = memoryProblems.filter(({ suite, longer }) =>
      problems.some((entry) => entry.suite === suite && entry.problem.name === longer),
    );
    const names = Object.keys(strategies).filter((name) =>
      methods.some(({ method }) => method === strategies[name]!.method),
    );
    return chosen.flatMap((problem) =>
      lengthsOf(context, problem).flatMap((length) =>
        names.map((strategy) => {
          const keys = { suite: problem.suite, problem: problem.name, length, strategy };
          return {
            name: `${problem.suite}/${problem.name} ${length} ${strategy}`,
            problem: longerProblem(problem),
            part: strategies[strategy]!.method,
            weight: whySkipped(context, problem, length, strategy) === undefined ? 220 + length / 600 : NO_FORK_MS,
            isThere: (table) => table.has(keys),
            measure: async () => [{ ...keys, ...(await measure(context, problem, length, strategy)) }],
          };
        }),
      ),
    );
  },
};

/** The problem by whose name a length is chosen, or left to another shard. */
function longerProblem({ suite, longer }: MemoryProblem) {
  return { suite, problem: longer };
}

function lengthsOf({ effort }: RunContext, { lengths, quickLengths }: MemoryProblem): readonly number[] {
  return effort.isQuick ? quickLengths : lengths;
}

/** Why a default run does not lay out a computation of this length. */
function whySkipped(
  { timesOnDemand }: RunContext,
  { suite }: MemoryProblem,
  length: number,
  strategy: string,
): string | undefined {
  const { longestByDefault = length } = strategies[strategy]!;
  if (length <= longestByDefault || timesOnDemand) return undefined;
  return `beyond ${longestByDefault} only on demand: --suite ${suite} or --thorough`;
}

async function measure(
  context: RunContext,
  problem: MemoryProblem,
  length: number,
  strategy: string,
): Promise<Cells<TableColumns['memory']>> {
  const reason = whySkipped(context, problem, length, strategy);
  if (reason !== undefined) return { outcome: 'skipped', reason };
  const limits = patient(context.effort);
  let use: MemoryUse | undefined;
  const failure = await context.pool.run(
    { kind: 'memory', request: { problem: problem.name, length, strategy } },
    { limits: { ...limits, timeMs: LONGEST_IS_SLOW * limits.timeMs } },
    (part) => {
      use = part;
    },
  );
  return failure ?? cellsOf(use!, length);
}

function cellsOf(use: MemoryUse, length: number) {
  return {
    bytes: use.bytes,
    values: use.values,
    snapshots: use.snapshots,
    recorded_nodes: use.recordedNodes,
    evaluations: use.evaluations,
    recomputation: use.evaluations / length,
    relative_error: use.error,
    compared_with: use.comparedWith,
    time_ns: use.timeNs,
    ...memoryVerdict(use),
  };
}
