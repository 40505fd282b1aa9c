/** `npm run selftest` on made-up recordings, in-process but for its exit status. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../../suites/random.ts';
import { runCommand } from '../../command/run-command.ts';
import { UsageError } from '../../command/usage-error.ts';
import { newFolder, runProcess } from '../../fixtures/command.ts';
import { RECORD } from '../../report/fixtures/result-files.ts';
import { TIMED, timingRow } from '../../report/fixtures/results.ts';
import { writeCsv } from '../../tables/csv.ts';
import { timing } from '../../tables/tables.ts';
import { quiet } from '../fixtures/noise.ts';
import { writeSmallRun } from '../fixtures/small-run.ts';
import { CannotCompare } from '../sides/cannot-compare.ts';
import { parseSelftestOptions } from './options.ts';
import { selftest } from './selftest.ts';

const folder = newFolder();
const baseline = path.join(folder, 'baseline');
beforeAll(() => writeSmallRun(baseline));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function timesOf(ratios: readonly number[]) {
  const [forks, list] = [ratios.length, ratios.join(' ')];
  return { ...TIMED, forks, steady_forks: forks, fork_ns: list, fork_ratios: list };
}

/** Writes a recording of methods that vary as given. */
async function recording(name: string, variations: readonly number[], forks: number): Promise<string> {
  const random = seededRandom(1);
  const rows = variations.flatMap((variation, method) =>
    [1, 2, 3, 4, 5, 6].map((size) =>
      timingRow({
        ...{ suite: 'helmholtz', problem: 'helmholtz', size, method: `method-${method}`, operator: 'gradient' },
        ...timesOf(quiet(variation)(random, forks)),
      }),
    ),
  );
  const into = path.join(folder, name);
  mkdirSync(into);
  writeFileSync(path.join(into, 'run.json'), JSON.stringify(RECORD));
  await writeCsv(path.join(into, 'timing.csv'), timing, rows);
  return into;
}

async function run(...args: string[]) {
  const few = ['--baseline', baseline, '--comparisons', '200', '--plants', '5'];
  const options = parseSelftestOptions([...few, ...args]);
  if (options === 'help') throw new Error('help was asked for');
  const said: string[] = [];
  const status = await selftest(options, (text) => said.push(text));
  return { status, text: said.join('\n') };
}

describe('npm run selftest', () => {
  it('meets all goals by a recording that is quiet enough, in at most 80 columns, and writes them all', async () => {
    const file = path.join(folder, 'told.json');
    const { status, text } = await run(
      '--from',
      await recording('good', [0.01, 0.015, 0.05, 0.06], 24),
      '--json',
      file,
    );
    expect(text).toContain('All goals are met.');
    expect(status).toBe(0);
    const lines = text.split('\n').filter((line) => !line.startsWith('Recording /'));
    for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(80);
    const told = JSON.parse(readFileSync(file, 'utf8'));
    expect(told).toMatchObject({ met: true, comparisons: 200, recording: { cases: 24, leftOut: 0, run: RECORD.run } });
    const titles = told.sections.flatMap((each: { measured: { title: string }[] }) =>
      each.measured.map((m) => m.title),
    );
    for (const title of titles) expect(text).toContain(title);
  });
  it('misses its goals by a recording that is too noisy, and says which', async () => {
    const { status, text } = await run('--from', await recording('noisy', [0.3, 0.4], 24));
    expect(status).toBe(1);
    expect(text).toMatch(/cases that vary below 3 % +no such case +0 +>= 95 % missed/);
    expect(text).toContain('2 goals are missed.');
  });
  it('has nothing to measure by where cases ran in too few forks, or there is no recording', async () => {
    const few = await recording('few', [0.01], 7);
    await expect(run('--from', few)).rejects.toThrow(CannotCompare);
    await expect(run('--from', few)).rejects.toThrow('8 forks or more');
    await expect(run('--from', path.join(folder, 'nowhere'))).rejects.toThrow('There is no folder');
  });
  it.each([
    ['--comparisons', '199'],
    ['--comparisons', 'many'],
    ['--plants', '0'],
    ['--thorough'],
    ['results'],
  ])('refuses %s %s', (...args) => {
    expect(() => parseSelftestOptions(args)).toThrow(UsageError);
  });
  it('says so when a file can not be written', async () => {
    const from = await recording('plain', [0.01], 8);
    await expect(run('--from', from, '--json', path.join(folder, 'nowhere', 'told.json'))).rejects.toThrow(UsageError);
  });
  it.each([
    [['--from', 'nowhere-at-all'], 3],
    [['--no-such-option'], 2],
  ])('%j ends with status %i and one line of complaint', async (args, wanted) => {
    const complaints: string[] = [];
    const status = await runCommand(args, {
      parse: parseSelftestOptions,
      run: (options) => selftest(options, () => {}),
      complain: (sentence) => complaints.push(sentence),
    });
    expect(status).toBe(wanted);
    expect(complaints).toEqual([expect.not.stringContaining('\n')]);
  });
  it('answers the status of its function as a process of its own', async () => {
    const ended = [['--from', 'nowhere-at-all'], ['--help']].map(async (args) => {
      const { status, stderr } = await runProcess('selftest', args);
      return { status, lines: stderr.split('\n').length - 1 };
    });
    expect(await Promise.all(ended)).toEqual([
      { status: 3, lines: 1 },
      { status: 0, lines: 0 },
    ]);
  });
});
