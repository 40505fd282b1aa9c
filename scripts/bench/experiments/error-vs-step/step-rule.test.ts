/** The step rule of a whole run: it reaches every fork, the error that judges, and the record of the run. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../../fixtures/command.ts';
import { callBench } from '../../../fixtures/in-process.ts';
import { readCsv } from '../../../tables/csv.ts';
import { accuracy, operations, timing } from '../../../tables/tables.ts';

const METHODS = ['forward-difference', 'central-difference-4', 'gradient-difference'];

/** Runs the bench into a folder of its own, whose files are then at `file`. */
async function ran(...args: string[]) {
  const out = temporaryFolder();
  const { status, stdout } = await callBench('--quick', '--problem', 'gaussian-tail', '--out', out, ...args);
  expect(status, stdout).toBe(0);
  return (name: string) => path.join(out, name);
}

async function ranBy(rule: string) {
  const file = await ran(
    ...['--harness', 'accuracy,operations', '--method', METHODS.join()],
    ...['--operator', 'gradient,jvp,hessian', '--step-rule', rule],
  );
  const record: { options: { stepRule: string } } = JSON.parse(readFileSync(file('run.json'), 'utf8'));
  expect(record.options.stepRule).toBe(rule);
  const oneFork = await ran(
    ...['--harness', 'timing', '--method', 'forward-difference', '--operator', 'gradient'],
    ...['--forks', '1', '--step-rule', rule],
  );
  const errors = new Map(
    (await readCsv(file('accuracy.csv'), accuracy)).map((row) => [`${row.method} ${row.operator}`, row]),
  );
  const [timed] = await readCsv(oneFork('timing.csv'), timing);
  const [counted] = (await readCsv(file('operations.csv'), operations)).filter(
    (row) => row.method === 'forward-difference' && row.operator === 'gradient',
  );
  return {
    error: (of: string) => errors.get(of)!.max_relative_error!,
    bound: (of: string) => errors.get(of)!.error_bound!,
    timed: timed!.relative_error!,
    selections: counted!.selections,
  };
}

it('near x = 20 makes steps 20 times as long where they are relative, and states errors 20^p times as large', async () => {
  const [relative, absolute] = [await ranBy('relative'), await ranBy('absolute')];
  for (const [of, order] of [
    ['forward-difference gradient', 1],
    ['forward-difference jvp', 1],
    ['gradient-difference hessian', 2],
    ['central-difference-4 gradient', 4],
  ] as const) {
    const decades = (a: number, b: number) => Math.log10(a / b) / Math.log10(20);
    expect(Math.abs(decades(relative.error(of), absolute.error(of)) - order), of).toBeLessThan(0.1 * order);
    if (order === 1) continue; // its bound holds as much round-off, which falls where the step grows
    expect(Math.abs(decades(relative.bound(of), absolute.bound(of)) - order), of).toBeLessThan(0.2 * order);
  }
  expect(relative.timed / absolute.timed / 20).toBeCloseTo(1, 1);
  expect([relative.selections, absolute.selections]).toEqual([2, 0]);
});
