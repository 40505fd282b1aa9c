/** A faulty plug-in costs its own rows and no others: one run of the command with every fault at once. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, fixture, newFolder, runBench } from './fixtures/command.ts';
import type { Row } from './output/column.ts';
import { readCsv } from './output/csv.ts';
import { accuracy, timing } from './output/tables.ts';

const TIME_LIMIT_S = 4;
const plugins = ['faulty-methods.ts', 'faulty-problems.ts', 'correct.ts', 'correct.js', 'overwrites-math-at-load.ts'];

/** What becomes of each faulty method: of its only operator, on a problem that is in order. */
const METHOD_FAULTS: Readonly<Record<string, readonly [outcome: string, reason: RegExp]>> = {
  'throws-in-prepare': ['error', /^RangeError: no room in prepare$/],
  'throws-no-error': ['error', /^threw a text$/],
  'throws-in-gradient': ['error', /^TypeError: no gradient today$/],
  'answers-not-a-number': ['wrong', /^not a number$/],
  'answers-wrongly': ['wrong', /times the bound/],
  'forgets-an-entry': ['wrong', /^not a number$/],
  'loops-in-prepare': ['timeout', /^not finished after/],
  'loops-in-gradient': ['timeout', /^not finished after/],
  'allocates-objects': ['error', /^ran out of memory \(limit 128 MB\)$/],
  'allocates-arrays': ['error', /^ran out of memory \(limit 128 MB\)$/],
  exits: ['error', /^its process died \(exit status 0\)/],
  'overwrites-math': ['wrong', /./],
  'overwrites-math-at-load': ['wrong', /./],
};
/** What becomes of every method on each faulty problem. */
const PROBLEM_FAULTS: Readonly<Record<string, RegExp>> = {
  'throws-in-evaluate': /^the truth could not be computed: Error: not today$/,
  'throws-in-points': /no points/,
  'leaves-its-domain': /^the truth is not finite here: a point lies outside the domain$/,
};
const CORRECT = ['manual', 'forward', 'copied', 'rewritten'];

const out = newFolder();
let ended: Ended;
let accuracies: readonly Row<typeof accuracy.columns>[];
let times: readonly Row<typeof timing.columns>[];

beforeAll(async () => {
  const names = [...Object.keys(METHOD_FAULTS), 'changes-the-point', ...CORRECT];
  ended = await runBench(
    ...['--out', out, '--quick', '--harness', 'accuracy,timing', '--operator', 'gradient', '--jobs', '2'],
    ...['--time-limit', String(TIME_LIMIT_S), '--memory-limit', '128'],
    ...['--problem', ['log-product-sine', 'cube', 'product', ...Object.keys(PROBLEM_FAULTS), 'wrong-by-hand'].join()],
    ...['--method', names.join(), ...plugins.flatMap((name) => ['--plugin', fixture(name)])],
  );
  accuracies = await readCsv(path.join(out, 'accuracy.csv'), accuracy);
  times = await readCsv(path.join(out, 'timing.csv'), timing);
});

afterAll(() => rmSync(out, { recursive: true, force: true }));

/** Rows of both tables. */
function rowsOf(problem: string, method?: string) {
  const wanted = (row: { problem: string | undefined; method: string | undefined }) =>
    row.problem === problem && (method === undefined || row.method === method);
  return [...accuracies.filter(wanted), ...times.filter(wanted)];
}

describe('a run with faulty plug-ins', () => {
  it('ends with status 1 and lists what was not as expected', () => {
    expect(ended.stderr).not.toContain('    at '); // no stack of the harness itself
    expect(ended.status).toBe(1);
    expect(ended.stdout).toContain('Not as expected:');
    for (const line of ended.stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  });

  it('is complete: a row for every problem and method in both tables', () => {
    const problems = 3 + Object.keys(PROBLEM_FAULTS).length + 1;
    const methods = Object.keys(METHOD_FAULTS).length + 1 + CORRECT.length;
    expect(accuracies.length).toBe(problems * methods);
    expect(times.length).toBe(problems * methods);
    expect(JSON.parse(readFileSync(path.join(out, 'run.json'), 'utf8')).state).toBe('complete');
    expect(readdirSync(path.dirname(out))).not.toContain(`${path.basename(out)}.lock`);
  });

  it.each(Object.entries(METHOD_FAULTS))(
    'gives the method that %s its own rows, with the reason',
    (name, [outcome, reason]) => {
      const rows = rowsOf('log-product-sine', name);
      expect(rows.length).toBe(2);
      for (const row of rows) {
        expect(row.outcome, row.reason).toBe(outcome);
        expect(row.reason).toMatch(reason);
      }
    },
  );

  it('is not disturbed by a method that writes to the point', () => {
    expect(rowsOf('log-product-sine', 'changes-the-point')[0]).toMatchObject({ outcome: 'ok' });
  });

  it.each(CORRECT)('leaves the rows of the method %s as they are', (name) => {
    for (const problem of ['log-product-sine', 'cube', 'product'])
      for (const row of rowsOf(problem, name)) expect(row, `${problem} ${name}`).toMatchObject({ outcome: 'ok' });
  });

  it.each(Object.entries(PROBLEM_FAULTS))('gives the problem %s its own rows, with the reason', (name, reason) => {
    for (const method of CORRECT) {
      const [row] = rowsOf(name, method);
      expect(row!.outcome).toBe('error');
      expect(row!.reason).toMatch(reason);
    }
  });

  it('finds a derivative by hand that is wrong, and blames no other method', () => {
    expect(rowsOf('wrong-by-hand', 'manual').map(({ outcome }) => outcome)).toEqual(['wrong', 'wrong']);
    expect(rowsOf('wrong-by-hand', 'forward').map(({ outcome }) => outcome)).toEqual(['ok', 'ok']);
  });
});
