import path from 'node:path';
import { expect, it } from 'vitest';
import { fixture, temporaryFolder } from '../../../fixtures/command.ts';
import { callBench } from '../../../fixtures/in-process.ts';
import { readCsv } from '../../../tables/csv.ts';
import { solving } from '../../../tables/tables.ts';

it('npm run bench -- --harness solving writes how near to the optimum each method comes, and of one that fails why', async () => {
  const out = temporaryFolder();
  const { status, stdout, stderr } = await callBench(
    ...['--harness', 'solving', '--problem', 'matlab-objective,logistic-regression', '--time-limit', '1', '--out', out],
    ...['--plugin', fixture('trained.ts')],
    ...['--method', 'manual,forward-difference,generic-function,leans,loops-later'],
  );
  const rows = await readCsv(path.join(out, 'solving.csv'), solving);
  const endsOf = (name: string) => rows.filter(({ method, stopped }) => method === name && stopped !== undefined);
  const solvers = ['augmented-lagrangian', 'gradient-descent', 'lbfgs', 'lbfgs'];
  for (const name of ['manual', 'forward-difference']) {
    expect(
      endsOf(name)
        .map(({ solver }) => solver)
        .toSorted(),
      stdout + stderr,
    ).toEqual(solvers);
    for (const { outcome, distance, solver, constraint_violation, multiplier_error } of endsOf(name)) {
      expect(outcome).toBe('ok');
      expect(distance).toBeLessThan(name === 'manual' ? 1e-14 : 1e-6);
      expect(constraint_violation === undefined).toBe(solver !== 'augmented-lagrangian');
      expect(multiplier_error === undefined).toBe(solver !== 'augmented-lagrangian');
    }
  }
  for (const { problem, distance } of endsOf('forward-difference')) {
    if (problem === 'logistic-regression') expect(distance).toBeGreaterThan(1e-9);
  }
  const calls = endsOf('forward-difference').map((row) => [
    row.calls_of_f_in_total,
    row.function_calls! + (row.inputs! + 1) * row.gradient_calls!,
  ]);
  for (const [total, expected] of calls) expect(total).toBe(expected);
  expect(rows.filter(({ method }) => method === 'generic-function')).toMatchObject(
    solvers.map(() => ({ outcome: 'unsupported', reason: 'generic-function has no gradient' })),
  );
  for (const { outcome, reason, problem } of rows.filter(({ method }) => method === 'leans')) {
    expect({ outcome, reason }).toEqual(
      problem === 'matlab-objective'
        ? { outcome: 'unsupported', reason: 'leans has no jacobian' }
        : { outcome: 'wrong', reason: 'distance at the end is above 1e-10' },
    );
  }
  const looping = rows.filter(({ method, problem }) => method === 'loops-later' && problem === 'logistic-regression');
  expect(looping.map(({ outcome, iteration }) => [outcome, iteration])).toEqual(
    looping.map(() => ['timeout', undefined]),
  );
  expect(looping.length).toBe(3);
  expect(status).toBe(1);
});
