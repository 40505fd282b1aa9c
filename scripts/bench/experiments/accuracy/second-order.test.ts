/** Second derivatives in a whole run: what becomes of each row, and that what fails costs no row of first order. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, fixture, newFolder } from '../../../fixtures/command.ts';
import { callBench } from '../../../fixtures/in-process.ts';
import { readCsv } from '../../../tables/csv.ts';
import { accuracy, timing } from '../../../tables/tables.ts';

const PROBLEMS = ['three-squares', 'sixty-squares', 'no-hessian-by-hand', 'wrong-hessian-by-hand', 'steepens'];
const METHODS = ['manual', 'gradient-difference', 'forward', 'throws-in-hessian'];
const OPERATORS = ['gradient', 'hessian', 'hvp'];

const out = newFolder();
afterAll(() => rmSync(out, { recursive: true, force: true }));

let ended: Ended;
/** Outcome and reason of every row, in both tables. */
let rows: ReadonlyMap<string, readonly string[]>;
beforeAll(async () => {
  ended = await callBench(
    ...['--out', out, '--quick', '--harness', 'accuracy,timing', '--forks', '1', '--operator', OPERATORS.join()],
    ...['--plugin', fixture('second-order.ts'), '--problem', PROBLEMS.join(), '--method', METHODS.join()],
  );
  const all = [
    ...(await readCsv(path.join(out, 'accuracy.csv'), accuracy)),
    ...(await readCsv(path.join(out, 'timing.csv'), timing)),
  ];
  const keyOf = (row: (typeof all)[number]) => `${row.problem} ${row.method} ${row.operator}`;
  rows = new Map(
    all.map((row) => [
      keyOf(row),
      all
        .filter((other) => keyOf(other) === keyOf(row))
        .map(({ outcome, reason = '' }) => `${outcome} ${reason}`.trim()),
    ]),
  );
});

/** The outcome once for each of both tables. */
function twice(outcome: string): string[] {
  return [outcome, outcome];
}

describe('a run that asks for second derivatives', () => {
  it('has a row for every problem, method and operator in both tables', () => {
    expect(rows.size).toBe(PROBLEMS.length * METHODS.length * OPERATORS.length);
    expect([...rows.values()].map(({ length }) => length)).toEqual([...rows.values()].map(() => 2));
    expect(ended.status).toBe(1);
    expect(ended.stderr).not.toContain('    at ');
  });

  it('answers where all is in order', () => {
    for (const method of ['gradient-difference', 'forward']) {
      for (const problem of PROBLEMS.slice(0, 4)) {
        if (problem !== 'sixty-squares') expect(rows.get(`${problem} ${method} hessian`)).toEqual(twice('ok'));
        expect(rows.get(`${problem} ${method} hvp`)).toEqual(twice('ok'));
      }
    }
    expect(rows.get('three-squares manual hessian')).toEqual(twice('ok'));
    expect(rows.get('three-squares forward gradient')).toEqual(twice('ok'));
  });

  it('says what a method has not got, for all functions or for this one', () => {
    expect(rows.get('three-squares gradient-difference gradient')).toEqual(
      twice('unsupported gradient-difference has no gradient'),
    );
    expect(rows.get('three-squares manual hvp')).toEqual(twice('unsupported manual has no hvp'));
    expect(rows.get('no-hessian-by-hand manual hessian')).toEqual(
      twice('unsupported the problem has no Hessian by hand'),
    );
  });

  it('skips a Hessian of which there is no truth', () => {
    const skipped = twice('skipped there is no truth of a Hessian of more than 50 inputs');
    expect(rows.get('sixty-squares forward hessian')).toEqual(skipped);
    expect(rows.get('sixty-squares manual hessian')).toEqual(skipped);
  });

  it('keeps the other rows of a method whose Hessian throws', () => {
    expect(rows.get('three-squares throws-in-hessian hessian')).toEqual(twice('error RangeError: no Hessian today'));
    for (const operator of ['gradient', 'hvp']) {
      expect(rows.get(`three-squares throws-in-hessian ${operator}`)).toEqual(twice('ok'));
    }
  });

  it('finds a Hessian by hand that is wrong, and blames no other method', () => {
    for (const outcome of rows.get('wrong-hessian-by-hand manual hessian')!) expect(outcome).toMatch(/^wrong/);
    expect(rows.get('wrong-hessian-by-hand forward hessian')).toEqual(twice('ok'));
  });

  it('keeps the rows of first order where there is no second derivative', () => {
    const failure = twice(
      'error the second derivatives are not finite here: a point lies outside the domain, or has no derivative',
    );
    expect(rows.get('steepens forward hessian')).toEqual(failure);
    expect(rows.get('steepens forward hvp')).toEqual(failure);
    expect(rows.get('steepens forward gradient')).toEqual(twice('ok'));
  });
});

describe('a run that asks for no operator', () => {
  it('takes second derivatives of few inputs into the accuracy and leaves them out of the timing', async () => {
    await callBench(
      ...['--out', out, '--quick', '--harness', 'accuracy,timing', '--forks', '1', '--method', 'forward'],
      ...['--plugin', fixture('second-order.ts'), '--problem', 'three-squares,sixty-squares'],
    );
    const accuracies = await readCsv(path.join(out, 'accuracy.csv'), accuracy);
    const outcomes = accuracies.map(({ problem, operator, outcome }) => `${problem} ${operator} ${outcome}`);
    expect(outcomes).toEqual(
      expect.arrayContaining([
        'three-squares hessian ok',
        'three-squares hvp ok',
        'sixty-squares hessian skipped',
        'sixty-squares hvp skipped',
      ]),
    );
    const times = await readCsv(path.join(out, 'timing.csv'), timing);
    expect(times.map(({ problem, operator }) => `${problem} ${operator}`).toSorted()).toEqual([
      'sixty-squares gradient',
      'three-squares gradient',
    ]);
  });
});
