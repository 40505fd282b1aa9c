import { Presets, SingleBar } from 'cli-progress';

/** Between two plain lines, where the output is no terminal. */
const PLAIN_INTERVAL_MS = 5000;

/** Shows how far the work is. */
export interface Progress {
  /** A task of this weight (expected ms) begins. */
  begin(label: string): void;
  /** A task of this weight has ended. */
  end(weight: number): void;
  stop(): void;
}

/** A progress display on stderr for `tasks` tasks that weigh `totalWeight` together: a bar in a terminal, else plain lines. */
export function createProgress(tasks: number, totalWeight: number): Progress {
  const started = Date.now();
  let done = 0;
  let doneWeight = 0;
  const timeLeft = () => {
    if (doneWeight === 0) return '?';
    return duration((((Date.now() - started) / doneWeight) * (totalWeight - doneWeight)) / 1000);
  };

  if (!process.stderr.isTTY) {
    let shown = started;
    return {
      begin(label) {
        if (Date.now() - shown < PLAIN_INTERVAL_MS) return;
        shown = Date.now();
        console.error(`${done}/${tasks} done, about ${timeLeft()} left; now ${label}`);
      },
      end(weight) {
        done++;
        doneWeight += weight;
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
  const values = (label: string) => ({ done, tasks, left: timeLeft(), label });
  let current = '';
  bar.start(Math.max(totalWeight, 1), 0, values('starting'));
  return {
    begin(label) {
      current = label.length <= room ? label : `${label.slice(0, room - 1)}…`;
      bar.update(doneWeight, values(current));
    },
    end(weight) {
      done++;
      doneWeight += weight;
      bar.update(doneWeight, values(current));
    },
    stop: () => bar.stop(),
  };
}

/** Seconds as people say them: "45 s", "3 min 20 s". */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
