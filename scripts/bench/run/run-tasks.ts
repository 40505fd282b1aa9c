import type { Task } from '../plan/run-context.ts';
import { Interrupted } from '../process/pool.ts';
import type { Progress } from './progress.ts';

/**
 * Runs the tasks, `width` at a time; those of a sequence one after the other, when it is the turn of the first of them.
 * Stops early, and says so with false, when the forks were closed.
 */
export async function runTasks(tasks: readonly Task[], width: number, progress: Progress): Promise<boolean> {
  const queue = inSequences(tasks).values();
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
 * The tasks in the order in which a run begins them: truths, then sequences, then the rest. The longest truths
 * and sequences come first, so that none is left alone at the end; what is left keeps its order.
 */
export function inTurn(tasks: readonly Task[]): Task[] {
  const truths = tasks.filter(({ isTruth }) => isTruth).sort((a, b) => b.weight - a.weight);
  const sequences = inSequences(tasks.filter(({ isTruth, sequence }) => !isTruth && sequence !== undefined));
  const weights = new Map(sequences.map((group) => [group, group.reduce((sum, { weight }) => sum + weight, 0)]));
  const alone = tasks.filter(({ isTruth, sequence }) => !isTruth && sequence === undefined);
  return [...truths, ...sequences.sort((a, b) => weights.get(b)! - weights.get(a)!).flat(), ...alone];
}

/** The tasks in sequences, each in its order; a task without one is a sequence of its own. */
function inSequences(tasks: readonly Task[]): Task[][] {
  const groups = new Map<string | Task, Task[]>();
  for (const task of tasks) {
    const key = task.sequence ?? task;
    const group = groups.get(key);
    if (group) group.push(task);
    else groups.set(key, [task]);
  }
  return [...groups.values()];
}
