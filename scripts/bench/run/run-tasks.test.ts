import { expect, it } from 'vitest';
import type { Task } from '../plan/run-context.ts';
import { Interrupted } from '../process/pool.ts';
import type { Progress } from './progress.ts';
import { inTurn, runTasks } from './run-tasks.ts';

const silent: Progress = { begin: () => () => {}, stop() {} };

function recorder() {
  const order: string[] = [];
  const task = (label: string, sequence?: string): Task => ({
    label,
    weight: 1,
    sequence,
    async run() {
      await Promise.resolve();
      order.push(label);
    },
  });
  return { order, task };
}

it('runs tasks of a sequence one after the other, at the place of the first, and all others in their order', async () => {
  const { order, task } = recorder();
  const tasks = [task('truth'), task('a1', 'a'), task('b1', 'b'), task('a2', 'a'), task('time'), task('b2', 'b')];
  expect(await runTasks(tasks, 1, silent)).toBe(true);
  expect(order).toEqual(['truth', 'a1', 'a2', 'b1', 'b2', 'time']);
});

it('never runs two tasks of a sequence at once, however wide', async () => {
  const running = new Set<string>();
  let most = 0;
  const tasks = Array.from({ length: 30 }, (_, k): Task => {
    const sequence = `sequence ${k % 3}`;
    return {
      label: `task ${k}`,
      weight: 1,
      sequence,
      async run() {
        expect(running).not.toContain(sequence);
        running.add(sequence);
        most = Math.max(most, running.size);
        await new Promise(setImmediate);
        running.delete(sequence);
      },
    };
  });
  await runTasks(tasks, 4, silent);
  expect(most).toBe(3);
});

it('begins with truths, goes on with sequences, the longest of each first, and keeps the order of the rest', () => {
  const { task } = recorder();
  const truth = (label: string, weight: number): Task => ({ ...task(label), weight, isTruth: true });
  const tasks = [
    task('z'),
    task('a1', 'a'),
    truth('short', 1),
    task('b1', 'b'),
    task('y'),
    truth('long', 9),
    task('b2', 'b'),
  ];
  expect(inTurn(tasks).map(({ label }) => label)).toEqual(['long', 'short', 'b1', 'b2', 'a1', 'z', 'y']);
});

it('stops where the forks were closed, within a group too', async () => {
  const { order, task } = recorder();
  const closed: Task = { ...task('closed', 'a'), run: () => Promise.reject(new Interrupted()) };
  expect(await runTasks([task('a1', 'a'), closed, task('a2', 'a'), task('b')], 1, silent)).toBe(false);
  expect(order).toEqual(['a1']);
});
