import type { Task } from '../plan/run-context.ts';

/** Tasks that run together, `width` at a time. */
export interface Phase {
  readonly tasks: readonly Pick<Task, 'weight' | 'isTruth'>[];
  readonly width: number;
}

/** Weights count for as much as measured work of this part of the whole. */
const TRUST = 0.02;

/** A truth that takes less than this part of its weight was kept from an earlier run: it says nothing of the pace. */
const KEPT = 0.1;

/** How long the rest of the work takes. */
export interface TimeLeft {
  /** The tasks, and how long they take together if the weights are right, ms. */
  readonly tasks: number;
  readonly whole: number;
  /** Begins a task. The function that is returned ends it. */
  begin(task: Phase['tasks'][number]): () => void;
  /** How many tasks have ended, and what they weigh, ms. */
  done(): { readonly tasks: number; readonly weight: number };
  /** ms. */
  left(): number;
}

/**
 * Estimates the time that is left of all phases. At first it believes the weights. The more is done, the more it
 * believes the pace: the time that tasks took over the time that they were to take.
 */
export function createTimeLeft(phases: readonly Phase[], now: () => number): TimeLeft {
  const widths = new Map(phases.flatMap(({ tasks, width }) => tasks.map((task) => [task, width])));
  const shareOf = (task: Phase['tasks'][number]) => task.weight / widths.get(task)!;
  const whole = [...widths.keys()].reduce((sum, task) => sum + shareOf(task), 0);
  const running = new Map<Phase['tasks'][number], number>();
  let ended = 0;
  let weight = 0;
  let paced = 0;
  let taken = 0;
  const elapsed = (task: Phase['tasks'][number], since: number) => (now() - since) / widths.get(task)!;
  return {
    tasks: widths.size,
    whole,
    begin(task) {
      running.set(task, now());
      return () => {
        const own = elapsed(task, running.get(task)!);
        running.delete(task);
        if (!task.isTruth || own >= KEPT * shareOf(task)) {
          taken += own;
          paced += shareOf(task);
        }
        weight += shareOf(task);
        ended++;
      };
    },
    done: () => ({ tasks: ended, weight }),
    left() {
      let done = weight;
      let measured = paced;
      let busy = taken;
      for (const [task, since] of running) {
        const own = elapsed(task, since);
        busy += own;
        done += Math.min(own, shareOf(task));
        measured += Math.min(own, shareOf(task));
      }
      const trust = TRUST * whole;
      const pace = trust === 0 ? 0 : (busy + trust) / (measured + trust);
      return pace * (whole - done);
    },
  };
}
