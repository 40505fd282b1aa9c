import { Presets, SingleBar } from 'cli-progress';
import type { Task } from '../plan/run-context.ts';
import { createTimeLeft, type Phase } from './time-left.ts';

/** Between two plain lines, where the output is no terminal. */
const PLAIN_INTERVAL_MS = 5000;

/** Shows how far the work is. */
export interface Progress {
  /** A task of one of the phases begins. The function that is returned says that it has ended. */
  begin(task: Pick<Task, 'label' | 'weight' | 'isTruth'>): () => void;
  stop(): void;
}

/**
 * A progress display on stderr for phases that follow each other: a bar in a terminal that can move its cursor, else
 * plain lines.
 */
export function createProgress(phases: readonly Phase[], now: () => number = Date.now): Progress {
  const timeLeft = createTimeLeft(phases, now);
  const left = () => duration(timeLeft.left() / 1000);

  if (!process.stderr.isTTY || process.env.TERM === 'dumb') {
    let shown = now();
    return {
      begin(task) {
        if (now() - shown >= PLAIN_INTERVAL_MS) {
          shown = now();
          console.error(`${timeLeft.done().tasks}/${timeLeft.tasks} done, about ${left()} left; now ${task.label}`);
        }
        return timeLeft.begin(task);
      },
      stop() {},
    };
  }

  const room = Math.max(10, (process.stderr.columns ?? 80) - 47);
  const bar = new SingleBar(
    {
      format: '{bar} {done}/{tasks}, {left} left: {label}',
      barsize: 14,
      hideCursor: true,
      clearOnComplete: true,
      stopOnComplete: false,
      linewrap: false,
      fps: 8,
    },
    Presets.shades_classic,
  );
  let current = 'starting';
  const values = () => ({ done: timeLeft.done().tasks, tasks: timeLeft.tasks, left: left(), label: current });
  const update = () => bar.update(timeLeft.done().weight, values());
  bar.start(Math.max(timeLeft.whole, 1), 0, values());
  return {
    begin(task) {
      const end = timeLeft.begin(task);
      current = task.label.length <= room ? task.label : `${task.label.slice(0, room - 1)}…`;
      update();
      return () => {
        end();
        update();
      };
    },
    stop: () => bar.stop(),
  };
}

/** Seconds as people say them: "45 s", "3 min 20 s". */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
