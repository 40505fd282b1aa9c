import { describe, expect, it } from 'vitest';
import { createTimeLeft } from './time-left.ts';

interface Timed {
  readonly isTruth?: true;
  readonly weight: number;
  readonly takes: number;
}

/**
 * Runs tasks that take their time by a clock of its own, `width` at a time, and yields what was estimated and what it
 * took from there.
 */
function estimates(tasks: readonly Timed[], width: number) {
  let time = 0;
  const timeLeft = createTimeLeft([{ tasks, width }], () => time);
  const seen: { readonly at: number; readonly left: number }[] = [];
  const queue = [...tasks];
  let running: { readonly until: number; readonly end: () => void }[] = [];
  for (;;) {
    while (running.length < width && queue.length > 0) {
      const task = queue.shift()!;
      running.push({ until: time + task.takes, end: timeLeft.begin(task) });
    }
    seen.push({ at: time, left: timeLeft.left() });
    if (running.length === 0) break;
    const [first, ...rest] = running.sort((a, b) => a.until - b.until);
    time = first!.until;
    first!.end();
    running = rest;
  }
  return seen.map(({ at, left }) => ({ done: at / time, left, truth: time - at }));
}

/** Largest relative error from the first tenth of the time to the last. */
function worst(seen: ReturnType<typeof estimates>): number {
  const counted = seen.filter(({ done }) => done >= 0.1 && done <= 0.9);
  expect(counted.length).toBeGreaterThan(10);
  return Math.max(...counted.map(({ left, truth }) => Math.abs(left - truth) / truth));
}

/** Tasks with weights of all sizes, some of which weigh next to nothing. */
function mixed(slowness: (k: number) => number): Timed[] {
  return Array.from({ length: 400 }, (_, k) => {
    const weight = k % 3 === 0 ? 0.1 : 20 + ((k * 37) % 100);
    return { weight, takes: weight * slowness(k) };
  });
}

describe('the time left', () => {
  it('is the weights divided by the width before anything has begun', () => {
    expect(createTimeLeft([{ tasks: [{ weight: 100 }, { weight: 300 }], width: 2 }], () => 0).left()).toBe(200);
  });

  it('adds up phases of different width', () => {
    const phases = [
      { tasks: [{ weight: 100 }, { weight: 300 }], width: 2 },
      { tasks: [{ weight: 1000 }], width: 1 },
    ];
    expect(createTimeLeft(phases, () => 0).left()).toBe(1200);
  });

  it.each([[1], [2], [4]])('is right within 15 % where the weights are, so many at a time: $0', (width) => {
    expect(
      worst(
        estimates(
          mixed(() => 1),
          width,
        ),
      ),
    ).toBeLessThan(0.15);
  });

  it.each([[0.4], [1.5], [3]])('is right within 30 % on a machine that takes so many times as long: $0', (slowness) => {
    expect(
      worst(
        estimates(
          mixed(() => slowness),
          2,
        ),
      ),
    ).toBeLessThan(0.3);
  });

  it('is right within 30 % where each weight is off by up to a factor of two, either way', () => {
    expect(
      worst(
        estimates(
          mixed((k) => 2 ** Math.sin(k)),
          2,
        ),
      ),
    ).toBeLessThan(0.3);
  });

  it('is right within 30 % where truths that weigh as much as all else were kept', () => {
    const truths = Array.from({ length: 50 }, () => ({ weight: 400, takes: 1, isTruth: true as const }));
    expect(worst(estimates([...truths, ...mixed(() => 1.3)], 2))).toBeLessThan(0.3);
  });

  it('goes down while a long task runs', () => {
    let time = 0;
    const long = { weight: 1000 };
    const timeLeft = createTimeLeft([{ tasks: [long], width: 1 }], () => time);
    timeLeft.begin(long);
    time = 400;
    expect(timeLeft.left()).toBeCloseTo(600);
  });

  it('is nothing at the end, and of no work', () => {
    expect(
      estimates(
        mixed(() => 2),
        2,
      ).at(-1)!.left,
    ).toBeCloseTo(0);
    expect(createTimeLeft([{ tasks: [], width: 2 }], () => 0).left()).toBe(0);
  });
});
