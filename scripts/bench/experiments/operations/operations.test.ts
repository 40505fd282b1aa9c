import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { newTally } from '../../../../methods/arithmetic/operation-counts.ts';
import { fixture, temporaryFolder } from '../../../fixtures/command.ts';
import { callBench } from '../../../fixtures/in-process.ts';
import { readCsv } from '../../../tables/csv.ts';
import { operations } from '../../../tables/tables.ts';
import { measures } from './index.ts';

async function run(...args: string[]) {
  const out = temporaryFolder();
  const { status, stdout } = await callBench('--harness', 'operations', '--time-limit', '30', '--out', out, ...args);
  return { status, stdout, rows: await readCsv(path.join(out, 'operations.csv'), operations) };
}

describe('a row', () => {
  it('has both measures, and where they are against their bounds', () => {
    const ofFunction = { ...newTally(), multiplications: 10, moves: 30 }; // 10 operations, work 40
    const counts = { ...newTally(), multiplications: 30, nonlinear: 5, moves: 80 }; // 35 operations, work 30 + 10 + 80
    const row = measures({ counts, cost: { tapeNodes: 7 }, bounds: { operations: 4, work: 2.5 } }, ofFunction);
    expect(row).toMatchObject({ operations: 35, function_operations: 10, ratio: 3.5, ratio_to_bound: 0.875 });
    expect(row).toMatchObject({ work: 120, function_work: 40, work_ratio: 3, work_to_bound: 1.2, tape_nodes: 7 });
  });

  it('has no ratio to a function that does nothing, as f(x) = x', () => {
    const ofFunction = { ...newTally(), moves: 1 };
    const row = measures({ counts: newTally(), bounds: { operations: 4, work: 2.5 } }, ofFunction);
    expect(row).toMatchObject({ ratio: undefined, ratio_to_bound: undefined, work_ratio: 0 });
  });
});

describe('npm run bench -- --harness operations', () => {
  it('has a row for each method and for each operator that it serves, the same in every run', {
    timeout: 120_000,
  }, async () => {
    const methods = 'generic-function,manual,central-difference,forward,reverse-tape';
    const args = ['--quick', '--problem', 'log-product-sine', '--method', methods];
    const first = await run(...args, '--summary', 'full');
    const second = await run(...args, '--jobs', '1');
    expect(first.status, first.stdout).toBe(0);
    const cell = ({ method, operator, outcome, operations }: (typeof first.rows)[number]) =>
      `${method} ${operator} ${outcome} ${operations ?? ''}`;
    // by hand in methods/counts.test.ts
    expect(first.rows.map(cell).sort()).toEqual([
      'central-difference gradient ok 36',
      // 2 * 5; 4 * 2 + 3 + 1 for the step; 4 * 2 for its ends; a difference, a product, a quotient
      'central-difference jvp ok 33',
      'forward gradient ok 28',
      'forward jvp ok 14',
      'generic-function value ok 5',
      'manual gradient unsupported ',
      'reverse-tape gradient ok 23',
      'reverse-tape vjp ok 23',
    ]);
    const withoutRun = (rows: typeof first.rows) => rows.map((row) => JSON.stringify({ ...row, run: '' })).sort();
    expect(withoutRun(second.rows)).toEqual(withoutRun(first.rows));
    expect(first.stdout).toContain("theory's bound");
  });

  it('takes the operators that are asked for, and says which a method has not', { timeout: 120_000 }, async () => {
    const { rows } = await run(
      '--problem',
      'matlab-constraints',
      '--method',
      'forward,reverse-tape',
      '--operator',
      'jvp',
    );
    expect(rows.map(({ method, operator, outcome }) => `${method} ${operator} ${outcome}`).sort()).toEqual([
      'forward jvp ok',
      'reverse-tape jvp unsupported',
    ]);
  });

  it('says of a plug-in that does not count that it does not', { timeout: 120_000 }, async () => {
    const { status, rows } = await run(
      ...['--plugin', fixture('correct.ts'), '--problem', 'cube', '--method', 'copied,forward'],
    );
    expect(status).toBe(0);
    expect(rows.find(({ method }) => method === 'copied')).toMatchObject({
      outcome: 'unsupported',
      reason: 'copied does not count its operations',
    });
    // x^3: x x x; 3 (x x); a product with the tangent
    expect(rows.find(({ method, operator }) => method === 'forward' && operator === 'jvp')).toMatchObject({
      operations: 5,
      function_operations: 2,
    });
  });
});
