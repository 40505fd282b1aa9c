/**
 * A faulty plug-in costs its own rows and no others: a run with every faulty method, and one with every faulty problem.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, fixture, newFolder, startBench } from '../../fixtures/command.ts';
import { callBench } from '../../fixtures/in-process.ts';
import type { Row } from '../../tables/column/column.ts';
import { readCsv } from '../../tables/csv.ts';
import { accuracy, timing } from '../../tables/tables.ts';

/** For methods that never end. */
const TIME_LIMIT_S = 3;
/** For methods that end by themselves, however busy the machine is: some must fill their memory first. */
const PATIENT_LIMIT_S = 60;
/** Methods that never end: they are waited for in a process of their own, while the others run. */
const LOOPING = ['loops-in-prepare', 'loops-in-gradient'];
const CORRECT_PLUGINS = ['correct.ts', 'correct.js'];

/** The outcome of each faulty method: of its only operator, on a problem without faults. */
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
  'right-once': ['wrong', /^not a number$/], // it writes nothing where the judge has put NaN
  exits: ['error', /^its process died \(exit status 0\)/],
  'vandalises-math': ['wrong', /./], // the last of its module by name, so that others follow it
};
/** The reason that every method gives on each faulty problem. */
const PROBLEM_FAULTS: Readonly<Record<string, RegExp>> = {
  'throws-in-evaluate': /Error: not today$/,
  'throws-in-points': /no points/,
  'leaves-its-domain': /^the truth is not finite here: a point lies outside the domain, or has no derivative$/,
};
const CORRECT = ['manual', 'forward', 'copied', 'rewritten'];

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly out: string;
  readonly ended: Ended;
  readonly accuracies: readonly Row<typeof accuracy.columns>[];
  readonly times: readonly Row<typeof timing.columns>[];
}

/** The bench as it is started here: in this process, or in one of its own. */
type Bench = (...args: string[]) => Promise<Ended>;

async function run(
  bench: Bench,
  plugins: readonly string[],
  problems: readonly string[],
  methods: readonly string[],
  ...limits: readonly string[]
): Promise<Run> {
  const out = newFolder();
  folders.push(out);
  const ended = await bench(
    ...['--out', out, '--quick', '--harness', 'accuracy,timing', '--forks', '1', '--memory-limit', '128'],
    ...['--problem', problems.join(), '--method', methods.join()],
    ...plugins.flatMap((name) => ['--plugin', fixture(name)]),
    ...limits,
  );
  return {
    out,
    ended,
    accuracies: await readCsv(path.join(out, 'accuracy.csv'), accuracy),
    times: await readCsv(path.join(out, 'timing.csv'), timing),
  };
}

/** A run in this process. */
function patientRun(plugins: readonly string[], problems: readonly string[], methods: readonly string[]): Promise<Run> {
  const limits = ['--operator', 'gradient', '--jobs', '2', '--time-limit', String(PATIENT_LIMIT_S)];
  return run(callBench, plugins, problems, methods, ...limits);
}

/** A run in a process of its own, which mostly waits: all methods loop at a time. */
function loopingRun(): Promise<Run> {
  const limits = ['--operator', 'gradient,vjp', '--jobs', '3', '--time-limit', String(TIME_LIMIT_S)];
  const methods = [...LOOPING, 'loops-in-vjp'];
  const bench: Bench = (...args) => startBench(args).ended;
  return run(bench, ['faulty-methods.ts', 'loops-in-vjp.js'], ['log-product-sine'], methods, ...limits);
}

/** Rows of both tables, of the gradient. */
function rowsOf({ accuracies, times }: Run, problem: string, method: string) {
  const wanted = (row: { problem: string | undefined; method: string | undefined; operator: string | undefined }) =>
    row.problem === problem && row.method === method && row.operator === 'gradient';
  return [...accuracies.filter(wanted), ...times.filter(wanted)];
}

function expectCompleteAndFailed({ out, ended, accuracies, times }: Run, rows: number): void {
  expect(ended.stderr).not.toContain('    at '); // no stack of the harness itself
  expect(ended.status).toBe(1);
  expect(ended.stdout).toContain('Not as expected:');
  for (const line of ended.stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  expect([accuracies.length, times.length]).toEqual([rows, rows]);
  expect(JSON.parse(readFileSync(path.join(out, 'run.json'), 'utf8')).state).toBe('complete');
  expect(readdirSync(path.dirname(out))).not.toContain(`${path.basename(out)}.lock`);
}

describe('a run with faulty methods', () => {
  let faulty: Run;
  let looping: Run;
  const names = [...Object.keys(METHOD_FAULTS), 'changes-the-point', 'remembers-the-array', ...CORRECT].filter(
    (name) => !LOOPING.includes(name),
  );
  beforeAll(async () => {
    [looping, faulty] = await Promise.all([
      loopingRun(),
      patientRun(['faulty-methods.ts', ...CORRECT_PLUGINS], ['log-product-sine'], names),
    ]);
  });

  it('is complete, lists what was not as expected, and ends with status 1', () => {
    expectCompleteAndFailed(faulty, names.length);
    expectCompleteAndFailed(looping, 2 * (LOOPING.length + 1));
  });

  it.each(Object.entries(METHOD_FAULTS))('gives the method that %s its own rows, with the reason', (name, [
    outcome,
    reason,
  ]) => {
    const rows = rowsOf(LOOPING.includes(name) ? looping : faulty, 'log-product-sine', name);
    expect(rows.length).toBe(2);
    for (const row of rows) {
      expect(row.outcome, row.reason).toBe(outcome);
      expect(row.reason).toMatch(reason);
    }
  });

  it('keeps the rows of the other operators of a method of which one never ends', () => {
    for (const rows of [looping.accuracies, looping.times]) {
      const those = rows.filter(({ method }) => method === 'loops-in-vjp');
      const outcomes = those.map(({ operator, outcome }) => `${operator} ${outcome}`);
      expect(outcomes.toSorted()).toEqual(['gradient ok', 'vjp timeout']);
    }
  });

  it.each(['changes-the-point', 'remembers-the-array'])('finds that %s, by the answers that were timed', (name) => {
    const [accuracy, timing] = rowsOf(faulty, 'log-product-sine', name);
    expect(accuracy).toMatchObject({ outcome: 'ok' });
    expect(timing).toMatchObject({ outcome: 'wrong' });
  });

  it.each(CORRECT)('leaves the rows of the method %s as they are', (name) => {
    const outcomes = rowsOf(faulty, 'log-product-sine', name).map(({ outcome, reason }) => ({ outcome, reason }));
    expect(outcomes).toEqual([{ outcome: 'ok' }, { outcome: 'ok' }]);
  });
});

describe('a run with faulty problems', () => {
  let faulty: Run;
  const correct = ['high-frequency', 'cube', 'product'];
  const problems = [...correct, ...Object.keys(PROBLEM_FAULTS), 'wrong-by-hand'];
  beforeAll(async () => {
    faulty = await patientRun([...CORRECT_PLUGINS, 'faulty-problems.ts'], problems, CORRECT);
  });

  it('is complete, lists what was not as expected, and ends with status 1', () => {
    expectCompleteAndFailed(faulty, problems.length * CORRECT.length);
  });

  it.each(Object.entries(PROBLEM_FAULTS))('gives the problem that %s its own rows, with the reason', (name, reason) => {
    for (const method of CORRECT) {
      const rows = rowsOf(faulty, name, method);
      expect(rows.length).toBe(2);
      for (const row of rows) {
        expect(row.outcome).toBe('error');
        expect(row.reason).toMatch(reason);
      }
    }
  });

  it('finds a derivative by hand that is wrong, and blames no other method', () => {
    const outcomes = CORRECT.map((name) =>
      rowsOf(faulty, 'wrong-by-hand', name)
        .map(({ outcome }) => outcome)
        .join(),
    );
    expect(outcomes).toEqual(['wrong,wrong', 'ok,ok', 'wrong,wrong', 'wrong,wrong']);
  });

  it.each(correct)('leaves the rows of the problem %s as they are', (name) => {
    for (const method of CORRECT) {
      const outcomes = rowsOf(faulty, name, method).map(({ outcome, reason }) => ({ outcome, reason }));
      expect(outcomes, method).toEqual([{ outcome: 'ok' }, { outcome: 'ok' }]);
    }
  });
});
