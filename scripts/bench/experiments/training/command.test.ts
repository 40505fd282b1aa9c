import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { fixture, temporaryFolder } from '../../../fixtures/command.ts';
import { callBench } from '../../../fixtures/in-process.ts';
import { readCsv } from '../../../tables/csv.ts';
import { training } from '../../../tables/tables.ts';
import { trainedProblems } from './descent.ts';

it('npm run bench -- --harness training writes the steps of each method, and of one that fails a row with the reason', async () => {
  const out = temporaryFolder();
  const { status, stdout, stderr } = await callBench(
    ...['--quick', '--harness', 'training', '--problem', 'logistic-regression', '--time-limit', '1', '--out', out],
    ...['--plugin', fixture('trained.ts')],
    ...['--method', 'manual,reverse-tape,forward-difference,generic-function,leans,loops-later'],
  );
  const rows = await readCsv(path.join(out, 'training.csv'), training);
  const of = (name: string) => rows.filter(({ method }) => method === name);
  const { logged } = trainedProblems.find(({ size }) => size === 10)!.descent;
  for (const [name, most] of [
    ['manual', 1e-14],
    ['reverse-tape', 1e-14],
    ['forward-difference', 1e-6],
  ] as const) {
    expect(of(name).map(({ step }) => step)).toEqual(logged);
    for (const { outcome, reason, drift, step, compared_with } of of(name)) {
      expect({ outcome, reason, compared_with }, `${name} ${step}`).toEqual({
        outcome: 'ok',
        compared_with: 'decimals',
      });
      expect(drift).toBeLessThan(most);
    }
  }
  expect(of('forward-difference').at(-1)!.drift).toBeGreaterThan(1e-10);
  expect(of('leans').at(-1)).toMatchObject({ outcome: 'wrong', reason: 'drift is above 1e-10', step: logged.at(-1) });
  expect(of('generic-function')).toMatchObject([
    { outcome: 'unsupported', reason: 'generic-function has no gradient' },
  ]);
  expect(of('loops-later').map(({ outcome, step }) => [outcome, step])).toEqual([['timeout', undefined]]);
  expect(stdout, stderr).toContain('Not as expected: 2');
  expect(status).toBe(1);
});

it('npm run bench -- --quick --harness training trains nothing that nobody named, and says so', async () => {
  const out = temporaryFolder();
  const { status, stderr } = await callBench(
    ...['--quick', '--harness', 'training', '--suite', 'training', '--out', out],
  );
  expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringMatching(/training/) });
  expect(existsSync(path.join(out, 'training.csv'))).toBe(false);
});
