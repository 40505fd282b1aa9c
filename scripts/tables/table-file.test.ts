import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Task } from '../bench/plan/run-context.ts';
import { runTasks } from '../bench/run/run-tasks.ts';
import { temporaryFolder } from '../fixtures/command.ts';
import type { Row } from './column/column.ts';
import { readCsv } from './csv.ts';
import type { NameOrder } from './row-order.ts';
import { emptyRow, openTableFile } from './table-file.ts';
import { accuracy, errorVsStep } from './tables.ts';

const NAMES: NameOrder = { problems: [], methods: [] };

function stepRow(h: number | undefined): Row<typeof errorVsStep.columns> {
  return emptyRow(errorVsStep, {
    suite: 's',
    problem: 'p',
    size: 1,
    inputs: 1,
    method: 'm',
    h,
    outcome: 'ok',
    absolute_error: 0,
    relative_error: 0,
    run: 'r',
  });
}

describe('a table file', () => {
  it('holds a whole CSV at every moment while rows come', async () => {
    const folder = temporaryFolder();
    const table = await openTableFile(folder, errorVsStep, false, NAMES);
    let added = 0;
    let lengths = new Set<number>();
    for (let round = 0; round < 30; round++) {
      const rows = Array.from({ length: 100 }, () => stepRow(++added));
      table.add(rows);
      const written = table.flush();
      for (let reads = 0; reads < 3; reads++) {
        const text = await readFile(table.file, 'utf8').catch(() => undefined);
        if (text === undefined) continue; // before the first write
        expect(text.endsWith('r\n')).toBe(true);
        lengths = lengths.add(text.split('\n').length - 2);
      }
      await written;
    }
    for (const length of lengths) expect(length % 100).toBe(0);
    expect((await readCsv(table.file, errorVsStep)).map(({ h }) => h)).toEqual(
      Array.from({ length: added }, (_, i) => i + 1),
    );
  });

  it('writes by itself soon after rows have come', async () => {
    const table = await openTableFile(temporaryFolder(), errorVsStep, false, NAMES);
    table.add([stepRow(1)]);
    await expect
      .poll(() => readFile(table.file, 'utf8').catch(() => ''), { timeout: 10_000 })
      .toContain('s,p,1,1,,m,1,ok');
  });

  it('knows after a resumption which rows it has, by numeric keys as well', async () => {
    const folder = temporaryFolder();
    const steps = [1e-17, 10 ** (-17 + 1 / 8), 0.1 + 0.2, 1, undefined];
    const before = await openTableFile(folder, errorVsStep, false, NAMES);
    before.add(steps.map(stepRow));
    await before.flush();

    const after = await openTableFile(folder, errorVsStep, true, NAMES);
    expect(after.rows).toEqual(before.rows);
    for (const h of steps)
      expect(after.has({ suite: 's', problem: 'p', size: 1, method: 'm', h }), String(h)).toBe(true);
    expect(after.has({ suite: 's', problem: 'p', size: 1, method: 'm', h: 0.3 })).toBe(false);
    expect(after.has({ suite: 's', problem: 'p', size: 2, method: 'm', h: 1 })).toBe(false);
    expect(after.has({ suite: 's', problem: 'other', size: 1, method: 'm', h: 1 })).toBe(false);
  });

  it('adds to what was there when a run is resumed, and starts empty when it is not', async () => {
    const folder = temporaryFolder();
    const first = await openTableFile(folder, errorVsStep, false, NAMES);
    first.add([stepRow(1)]);
    await first.flush();
    const second = await openTableFile(folder, errorVsStep, true, NAMES);
    second.add([stepRow(2)]);
    await second.flush();
    expect((await readCsv(second.file, errorVsStep)).map(({ h }) => h)).toEqual([1, 2]);
    expect((await openTableFile(folder, errorVsStep, false, NAMES)).rows).toEqual([]);
  });

  it('resumes with no rows where the table was not yet written', async () => {
    const table = await openTableFile(temporaryFolder(), accuracy, true, NAMES);
    expect(table.rows).toEqual([]);
  });

  it('says at the next flush that it could not be written', async () => {
    const table = await openTableFile(path.join(temporaryFolder(), 'gone'), errorVsStep, false, NAMES);
    table.add([stepRow(1)]);
    await expect(table.flush()).rejects.toThrow('ENOENT');
  });

  it('holds the same at the end however the rows came, at once or over several resumptions', async () => {
    const steps = Array.from({ length: 40 }, (_, k) => (k === 0 ? undefined : k));
    const texts = [
      steps,
      [...steps].reverse(),
      [...steps].sort((a = 0, b = 0) => ((a * 17) % 41) - ((b * 17) % 41)),
    ].map(async (scrambled) => {
      const folder = temporaryFolder();
      for (const resume of [false, true]) {
        const table = await openTableFile(folder, errorVsStep, resume, NAMES);
        for (const h of resume ? scrambled.slice(15) : scrambled.slice(0, 15)) table.add([stepRow(h)]);
        await table.flush();
      }
      return readFile(path.join(folder, 'error-vs-step.csv'), 'utf8');
    });
    const [first, ...others] = await Promise.all(texts);
    for (const other of others) expect(other).toBe(first);
    expect(
      first!
        .split('\n')
        .slice(1, 5)
        .map((line) => line.split(',')[6]),
    ).toEqual(['', '1', '2', '3']);
  });

  it('holds the rows of tasks that end in a scrambled order in the order of their keys', async () => {
    const folder = temporaryFolder();
    const table = await openTableFile(folder, errorVsStep, false, NAMES);
    const tasks = Array.from(
      { length: 30 },
      (_, k): Task => ({
        label: `${k}`,
        weight: 1,
        async run() {
          for (let wait = (k * 11) % 30; wait > 0; wait--) await new Promise(setImmediate);
          table.add([stepRow(k + 1)]);
        },
      }),
    );
    await runTasks(tasks, 30, { begin: () => () => {}, stop() {} });
    expect(table.rows.map(({ h }) => h)).not.toEqual(tasks.map((_, k) => k + 1));
    await table.flush();
    expect(table.rows.map(({ h }) => h)).toEqual(tasks.map((_, k) => k + 1));
    expect((await readCsv(table.file, errorVsStep)).map(({ h }) => h)).toEqual(tasks.map((_, k) => k + 1));
  });
});
