import { Interrupted } from './fork/pool.ts';
import type { Progress } from './progress.ts';
import type { Task } from './run-context.ts';

/** Runs the tasks in order, `width` at a time. Stops early, and says so with false, when the forks were closed. */
export async function runTasks(tasks: readonly Task[], width: number, progress: Progress): Promise<boolean> {
  const queue = tasks.values();
  let interrupted = false;
  async function work(): Promise<void> {
    for (const task of queue) {
      if (interrupted) return;
      progress.begin(task.label);
      try {
        await task.run();
      } catch (error) {
        if (!(error instanceof Interrupted)) throw error;
        interrupted = true;
        return;
      }
      progress.end(task.weight);
    }
  }
  await Promise.all(Array.from({ length: width }, work));
  return !interrupted;
}
