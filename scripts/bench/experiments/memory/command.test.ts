import path from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../../fixtures/command.ts';
import { callBench } from '../../../fixtures/in-process.ts';
import { readCsv } from '../../../tables/csv.ts';
import { memory } from '../../../tables/tables.ts';

it('npm run bench -- --harness memory writes a row for every problem, length and strategy that was chosen', async () => {
  const out = temporaryFolder();
  const { status, stdout, stderr } = await callBench(
    ...['--quick', '--harness', 'memory', '--suite', 'logistic-map', '--time-limit', '60', '--out', out],
  );
  expect(status, stdout + stderr).toBe(0);
  const rows = await readCsv(path.join(out, 'memory.csv'), memory);
  const names = [
    'checkpointing-10',
    'checkpointing-log2',
    'forward',
    'reverse-graph',
    'reverse-tape',
    'reverse-tape-sums',
  ];
  for (const length of [100, 10_000]) {
    const those = rows.filter((row) => row.length === length);
    expect(those.map(({ strategy }) => strategy).sort()).toEqual(names);
    for (const { strategy, outcome, reason, problem, time_ns } of those) {
      expect([problem, outcome], `${strategy} ${length}: ${reason}`).toEqual(['iterated-neutral', 'ok']);
      expect(time_ns).toBeGreaterThan(0);
    }
  }
  expect(rows.length).toBe(2 * names.length);
  const bytes = (length: number) =>
    rows.find((row) => row.length === length && row.strategy === 'reverse-tape')!.bytes!;
  expect(bytes(10_000) - bytes(100)).toBe(9900 * 172);
});

it('npm run bench -- --harness memory keeps to the methods that were chosen, and says what a strategy can not serve', async () => {
  const out = temporaryFolder();
  const { status, stdout, stderr } = await callBench(
    ...['--quick', '--harness', 'memory', '--problem', 'logistic-regression', '--method', 'reverse-tape'],
    ...['--time-limit', '60', '--out', out],
  );
  expect(status, stdout + stderr).toBe(0);
  const rows = await readCsv(path.join(out, 'memory.csv'), memory);
  expect(rows.map(({ strategy, length, outcome }) => `${strategy} ${length} ${outcome}`).sort()).toEqual([
    'checkpointing-10 1000 unsupported',
    'checkpointing-log2 1000 unsupported',
    'reverse-tape 1000 ok',
  ]);
});
