import { applicable, leftOut, orderOf } from '../plan/plan.ts';
import type { RunContext, Task } from '../plan/run-context.ts';
import { hasAnyMethod } from '../plan/shard.ts';
import { experimentsOf } from './harness-tasks.ts';
import type { BenchOptions } from './options.ts';

/** Whether a run with these options compares answers with the truth at all points. */
export function needTruth({ harnesses }: Pick<BenchOptions, 'harnesses'>): boolean {
  return harnesses.some((name) => experimentsOf(name).some(({ needsTruth }) => needsTruth));
}

/** Sums over data sets take seconds over decimals. */
function weightOf(suite: string): number {
  return suite === 'training' ? 4500 : 120;
}

/** The truth of every problem of the run, before anything is compared with it. */
export function truthTasks({ problems, truths, operators, effort, share, catalogue }: RunContext): Task[] {
  const ofShare = problems.filter(({ reference }) => hasAnyMethod(share, catalogue, reference));
  return ofShare.map(({ reference, instance }) => ({
    label: `truth of ${reference.suite}/${reference.problem} ${reference.size}`,
    weight: weightOf(reference.suite),
    isTruth: true,
    async run() {
      const isSecond = applicable(operators, instance).some(
        (operator) => orderOf(operator) === 2 && leftOut(operator, instance, effort.secondOrderInputs) === undefined,
      );
      await truths.of(reference, isSecond ? 2 : 1);
    },
  }));
}
