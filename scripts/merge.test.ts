/** Shards, their merging and baselines: by their functions, and by command where the folder it is called in matters. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bench } from './bench/run/bench.ts';
import { parseOptions } from './bench/run/options.ts';
import { ROOT } from './command/paths.ts';
import { type CommandSteps, runCommand } from './command/run-command.ts';
import { type Ended, newFolder, runProcess, temporaryFolder } from './fixtures/command.ts';
import { hasSmallDisks, onSmallDisk } from './fixtures/small-disk.ts';
import { compare } from './regression/compare.ts';
import { merge } from './regression/merge/merge.ts';
import { parseMergeOptions } from './regression/merge/options.ts';
import { parseCompareOptions } from './regression/options.ts';
import { readResults } from './report/content/results.ts';
import { limitsOf } from './report/sections/limits.ts';
import { readCsv } from './tables/csv.ts';
import { accuracy, operations, timing } from './tables/tables.ts';

/** Does what a command does, without its process. */
async function called<O>(
  args: readonly string[],
  parse: CommandSteps<O>['parse'],
  run: (options: O, print: (text: string) => void) => Promise<number>,
): Promise<Ended> {
  let [stdout, stderr] = ['', ''];
  const print = (text: string) => {
    stdout += `${text}\n`;
  };
  const complain = (text: string) => {
    stderr += `${text}\n`;
  };
  const status = await runCommand(args, { parse, run: (options) => run(options, print), complain });
  return { status, stdout, stderr };
}

const benched = (...args: string[]) =>
  called(
    args,
    (each) => parseOptions(each, 2),
    async (options) => ((await bench(options, () => {})).unexpected > 0 ? 1 : 0),
  );

const merged = (...args: string[]) =>
  called(args, parseMergeOptions, async (options, print) => {
    print(await merge(options));
    return 0;
  });

beforeAll(() => {
  vi.stubEnv('GITHUB_STEP_SUMMARY', '');
  vi.spyOn(console, 'log').mockImplementation(() => {}); // summaries of benches
});
afterAll(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** Runs a command where only its modules are, so that results/ of the checkout is left alone. */
function command(cwd: string, script: string, ...args: readonly string[]): Promise<Ended> {
  for (const name of ['node_modules', 'package.json'])
    if (!existsSync(path.join(cwd, name))) symlinkSync(path.join(ROOT, name), path.join(cwd, name));
  return runProcess(script, args, { cwd });
}

/** The rows of a folder but for the name of the run, in an order of their own. */
async function rowsIn(folder: string): Promise<string[]> {
  const rows = [
    ...(await readCsv(path.join(folder, 'accuracy.csv'), accuracy)),
    ...(await readCsv(path.join(folder, 'operations.csv'), operations)),
  ];
  return rows.map(({ run, ...row }) => JSON.stringify(row)).sort();
}

const ASKED = ['--quick', '--suite', 'lecture', '--harness', 'accuracy,operations'];
const METHODS = ['--method', 'manual,forward,symbolic-compiled,reverse-tape'];

describe('three shards', () => {
  const folder = newFolder();
  const at = (name: string) => path.join(folder, name);
  const shards = [at('shard-3'), at('shard-1'), at('shard-2')];
  beforeAll(async () => {
    const runInto = (name: string, ...args: string[]) => benched('--out', at(name), ...ASKED, ...METHODS, ...args);
    const ended = [await runInto('whole')];
    for (const number of ['1', '2', '3']) ended.push(await runInto(`shard-${number}`, '--shard', `${number}/3`));
    for (const { status, stderr } of ended) expect(status, stderr).toBe(0);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('merge into the rows of the whole run, which reports and comparisons read', async () => {
    const made = await command(folder, 'merge', ...shards, '--out', at('merged'));
    expect(made.status, made.stderr).toBe(0);
    expect(made.stdout).toBe((await merged(...shards, '--out', at('merged-again'))).stdout.replaceAll('-again', ''));
    const rows = await rowsIn(at('merged'));
    expect(rows.length).toBeGreaterThan(80);
    expect(rows).toEqual(await rowsIn(at('whole')));
    expect(readdirSync(at('merged')).sort()).toEqual([
      'accuracy.csv',
      'datapackage.json',
      'operations.csv',
      'run.json',
    ]);
    const compared = await called(
      ['--baseline', at('whole'), at('whole'), at('merged')],
      parseCompareOptions,
      (options, print) => compare(options, print),
    );
    expect(compared).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Nothing is worse\./) });
    expect(limitsOf(await readResults(at('merged'))).join(' ')).toContain('merged from 3 shards');
  });

  it('go on when they were interrupted: as the same shard with the same options, whatever else is asked', async () => {
    const out = at('resumed');
    cpSync(at('shard-1'), out, { recursive: true });
    rmSync(path.join(out, 'operations.csv'));
    const file = path.join(out, 'run.json');
    const record = readFileSync(file, 'utf8');
    writeFileSync(file, record.replace('"complete"', '"interrupted"'));
    const ended = await benched('--out', out, '--resume', '--shard', '2/3', '--operator', 'hvp');
    expect(ended.status, ended.stderr).toBe(0);
    expect(await rowsIn(out)).toEqual(await rowsIn(at('shard-1')));
    const { shard, asked } = JSON.parse(record);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ state: 'complete', shard, asked });
  });

  it('are refused with status 3 when one is missing, doubled, or of another run, and nothing is written', async () => {
    const foreign = at('foreign');
    const ended = await benched('--out', foreign, ...ASKED, '--method', 'manual,forward', '--shard', '2/3');
    expect(ended.status, ended.stderr).toBe(0);
    for (const [folders, words] of [
      [[at('shard-1'), at('shard-2')], 'missing (3/3)'],
      [[...shards, at('shard-2')], 'Shard 2/3 is there twice'],
      [[at('shard-1'), foreign, at('shard-3')], 'option methods is'],
      [[at('whole')], 'is no shard'],
      [[at('nowhere')], 'There is no folder'],
    ] as const) {
      const { status, stdout, stderr } = await merged(...folders, '--out', at('refused'));
      expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
      expect(stderr).toContain(words);
      expect(stderr.trimEnd()).not.toContain('\n');
      expect(existsSync(at('refused'))).toBe(false);
    }
  });

  it('are refused when two have the same row, or one is cut off', async () => {
    const torn = at('torn');
    cpSync(at('shard-2'), torn, { recursive: true });
    const file = path.join(torn, 'accuracy.csv');
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, -9));
    const cut = await merged(at('shard-1'), torn, at('shard-3'), '--out', at('refused'));
    expect(cut).toMatchObject({ status: 3, stderr: expect.stringContaining('the file is cut off') });
    cpSync(path.join(at('shard-1'), 'accuracy.csv'), file);
    const doubled = await merged(at('shard-1'), torn, at('shard-3'), '--out', at('refused'));
    expect(doubled).toMatchObject({
      status: 3,
      stderr: expect.stringMatching(/both have the row .* of accuracy\.csv/),
    });
  });

  it.skipIf(!hasSmallDisks)('leave what was there where the disk is full', () => {
    const { stdout, stderr } = onSmallDisk(
      `mkdir "$DISK/whole"; echo kept > "$DISK/whole/accuracy.csv"; fill
       node build/scripts/merge.js $SHARDS --out "$DISK/whole"
       echo $?; cat "$DISK/whole/accuracy.csv"; ls -A "$DISK/whole"`,
      { SHARDS: shards.join(' ') },
    );
    expect(stdout).toBe('2\nkept\naccuracy.csv\n');
    expect(stderr).toMatch(/^[^\n]*ENOSPC[^\n]*\n$/);
  });

  it('may not be overwritten by what they are merged into', async () => {
    const { status, stderr } = await merged(...shards, '--out', shards[0]!);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('is the folder of a shard') });
    const none = await merged();
    expect(none).toMatchObject({ status: 2, stderr: expect.stringContaining("missing required argument 'folders'") });
  });

  it('more than there are cases are refused before anything is measured', async () => {
    const args = ['--out', at('empty'), '--quick', '--problem', 'sigmoid', '--method', 'manual', '--shard', '2/2'];
    expect(await benched(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining('would have no case') });
    expect(existsSync(at('empty'))).toBe(false);
  });
});

describe('npm run bench -- --save-baseline', () => {
  const bench = (cwd: string, ...args: string[]) =>
    command(
      cwd,
      'bench',
      ...['--quick', '--problem', 'sigmoid', '--method', 'manual,forward', '--harness', 'operations', '--no-report'],
      ...args,
    );

  it('keeps a complete run under a name by which compare finds it, and replaces it by the next', async () => {
    const cwd = temporaryFolder();
    const first = await bench(cwd, '--save-baseline', 'before_1');
    expect(first.status, first.stderr).toBe(0);
    expect(first.stdout).toContain('npm run compare -- --baseline before_1');
    const baseline = path.join(cwd, 'results', 'before_1');
    expect(readdirSync(baseline).sort()).toEqual(['datapackage.json', 'operations.csv', 'run.json']);
    expect((await command(cwd, 'compare', '--baseline', 'before_1')).status).toBe(0);
    writeFileSync(path.join(baseline, 'timing.csv'), 'of a run before');
    const again = await bench(cwd, '--out', 'elsewhere', '--save-baseline', 'before_1');
    expect(again.status, again.stderr).toBe(0);
    expect(readdirSync(baseline).sort()).toEqual(['datapackage.json', 'operations.csv', 'run.json']);
    expect(readdirSync(path.join(cwd, 'results')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('does not take the place of what is no baseline, and says so before it measures', async () => {
    const cwd = temporaryFolder();
    mkdirSync(path.join(cwd, 'results', 'mine'), { recursive: true });
    writeFileSync(path.join(cwd, 'results', 'mine', 'thesis.txt'), '');
    const { status, stderr } = await bench(cwd, '--save-baseline', 'mine');
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('holds no results of a run') });
    expect(readdirSync(path.join(cwd, 'results'))).toEqual(['mine']);
  });
});

describe('npm run bench -- --precision', () => {
  it.each([
    ['100', '10', 4, 30],
    ['0.1', '0.01', 4, 29], // no case is as quiet as that, and the budget is soon spent
  ])('%s with a budget of %s minutes measures in at least %i and at most %i forks', async (percent, minutes, low, high) => {
    const out = temporaryFolder();
    const chosen = ['--quick', '--problem', 'sigmoid', '--method', 'manual', '--harness', 'timing'];
    const { status, stderr } = await benched('--out', out, ...chosen, '--precision', percent, '--budget', minutes);
    expect(status, stderr).toBe(0);
    const rows = await readCsv(path.join(out, 'timing.csv'), timing);
    expect(rows.length).toBeGreaterThan(0);
    for (const { forks, ratio_ci_low } of rows) {
      expect(forks).toBeGreaterThanOrEqual(low);
      expect(forks).toBeLessThanOrEqual(high);
      expect(ratio_ci_low).toBeGreaterThan(0);
    }
  });
});
