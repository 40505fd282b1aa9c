import { Interrupted } from './fork/pool.ts';
import type { Progress } from './progress.ts';
import type { Task } from './run-context.ts';

/**
 * Runs the tasks, `width` at a time; those that share a fork one after the other, when it is the turn of the first of them, so that it is
 * started once. Stops early, and says so with false, when the forks were closed.
 */
export async function runTasks(tasks: readonly Task[], width: number, progress: Progress): Promise<boolean> {
  const queue = byFork(tasks).values();
  let interrupted = false;
  async function work(): Promise<void> {
    for (const group of queue) {
      for (const task of group) {
        if (interrupted) return;
        const end = progress.begin(task);
        try {
          await task.run();
        } catch (error) {
          if (!(error instanceof Interrupted)) throw error;
          interrupted = true;
          return;
        }
        end();
      }
    }
  }
  await Promise.all(Array.from({ length: width }, work));
  return !interrupted;
}

/**
 * The tasks in the order in which a run begins them: truths, then what shares forks, then the rest. The longest truths
 * and forks come first, so that none is left alone at the end; what is left keeps its order.
 */
export function inTurn(tasks: readonly Task[]): Task[] {
  const truths = tasks.filter(({ isTruth }) => isTruth).sort((a, b) => b.weight - a.weight);
  const shared = byFork(tasks.filter(({ isTruth, fork }) => !isTruth && fork !== undefined));
  const weights = new Map(shared.map((group) => [group, group.reduce((sum, { weight }) => sum + weight, 0)]));
  const alone = tasks.filter(({ isTruth, fork }) => !isTruth && fork === undefined);
  return [...truths, ...shared.sort((a, b) => weights.get(b)! - weights.get(a)!).flat(), ...alone];
}

/** The tasks in groups that share a fork, each in its order; a task without one is a group of its own. */
function byFork(tasks: readonly Task[]): Task[][] {
  const groups = new Map<string | Task, Task[]>();
  for (const task of tasks) {
    const key = task.fork ?? task;
    const group = groups.get(key);
    if (group) group.push(task);
    else groups.set(key, [task]);
  }
  return [...groups.values()];
}
