/** `npm run compare` on made-up runs: by its function, and once as a process of its own. */
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runCommand } from '../command/run-command.ts';
import { type Ended, newFolder, runProcess, temporaryFolder } from '../fixtures/command.ts';
import { hasSmallDisks, onSmallDisk } from '../fixtures/small-disk.ts';
import { RECORD } from '../report/fixtures/result-files.ts';
import { compare } from './compare.ts';
import { writeSmallRun } from './fixtures/small-run.ts';
import { parseCompareOptions } from './options.ts';

const shared = newFolder();
const made = path.join(shared, 'made');
beforeAll(async () => {
  vi.stubEnv('GITHUB_STEP_SUMMARY', '');
  await writeSmallRun(made);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(shared, { recursive: true, force: true });
});

/** Runs the command, without its process. */
async function compared(...args: string[]): Promise<Ended> {
  let [stdout, stderr] = ['', ''];
  const status = await runCommand(args, {
    parse: parseCompareOptions,
    run: (options) =>
      compare(options, (text) => {
        stdout += `${text}\n`;
      }),
    complain(sentence) {
      stderr += `${sentence}\n`;
    },
  });
  return { status, stdout, stderr };
}

function compareProcess(...args: string[]): Promise<Ended> {
  return runProcess('compare', args);
}

/** Two copies of the made-up run, of which the head may be changed file by file. */
function sides(change: Readonly<Record<string, (text: string) => string>> = {}) {
  const folder = temporaryFolder();
  const [base, head] = [path.join(folder, 'base'), path.join(folder, 'head')];
  for (const side of [base, head]) cpSync(made, side, { recursive: true });
  for (const [name, edit] of Object.entries(change))
    writeFileSync(path.join(head, name), edit(readFileSync(path.join(head, name), 'utf8')));
  return { folder, base, head };
}

const lines = (text: string) => text.trimEnd().split('\n');

describe('npm run compare', () => {
  it('answers the status of its function, and prints what it says, as a process of its own', async () => {
    const { folder, base, head } = sides();
    const nowhere = path.join(folder, 'nowhere');
    const calls = [[base, head], [nowhere, head], ['--bogus']];
    const ended = await Promise.all(calls.map((args) => compareProcess(...args)));
    expect(ended.map(({ status }) => status)).toEqual([0, 3, 2]);
    expect(ended).toEqual(await Promise.all(calls.map((args) => compared(...args))));
  });

  it('passes a run that is compared with itself, in at most 80 columns', async () => {
    const { base, head } = sides();
    const { status, stdout, stderr } = await compared(base, head);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(lines(stdout)[0]).toBe('Nothing is worse.');
    const longPaths = (line: string) => line.startsWith('base /') || line.startsWith('head /');
    for (const line of lines(stdout).filter((each) => !longPaths(each)))
      expect(line.length, line).toBeLessThanOrEqual(80);
  });

  it('passes a table whose rows are in another order', async () => {
    const { base, head } = sides({
      'accuracy.csv': (text) => {
        const [first, ...rows] = lines(text);
        return `${[first, ...rows.reverse()].join('\n')}\n`;
      },
    });
    expect((await compared(base, head)).status).toBe(0);
  });

  it('fails for one row that became wrong, and names it', async () => {
    const { base, head } = sides({
      'accuracy.csv': (text) => text.replace(/(helmholtz,helmholtz,8,.*?,reverse-tape,gradient),ok,/, '$1,wrong,'),
    });
    const { status, stdout } = await compared(base, head);
    expect(status).toBe(1);
    expect(lines(stdout)[0]).toBe('Worse: 1 worse by count, size, error or outcome.');
    expect(stdout).toContain('accuracy: helmholtz helmholtz 8 reverse-tape gradient: ok -> wrong');
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, -30)],
    ['with a row twice', (text: string) => `${text}${lines(text).at(-1)}\n`],
    ['with an edited number', (text: string) => text.replace(/,gradient,ok,,(\d+)/, ',gradient,ok,,many')],
    ['of other columns', (text: string) => text.replace('max_ulps', 'ulps')],
  ])('says of a table that is %s where its fault is, with status 3', async (_, edit) => {
    const { base, head } = sides({ 'accuracy.csv': edit });
    const { status, stdout, stderr } = await compared(base, head);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(lines(stderr)).toHaveLength(1);
    expect(stderr).toMatch(/accuracy\.csv.* line \d+/);
    expect(stderr).not.toContain('--resume');
  });

  it('reads tables with line ends of Windows', async () => {
    const { base, head } = sides({ 'accuracy.csv': (text) => text.replaceAll('\n', '\r\n') });
    expect((await compared(base, head)).status).toBe(0);
  });

  it('does not pass a run without rows, without its record, or that is not complete', async () => {
    for (const [name, edit, words] of [
      ['run.json', () => '', 'run.json'],
      ['run.json', () => JSON.stringify({ ...RECORD, state: 'interrupted' }), 'not complete'],
    ] as const) {
      const { base, head } = sides({ [name]: edit });
      const { status, stderr } = await compared(base, head);
      expect(status).toBe(3);
      expect(stderr).toContain(words);
    }
    const { folder, base } = sides();
    const empty = path.join(folder, 'empty');
    mkdirSync(empty);
    writeFileSync(path.join(empty, 'run.json'), JSON.stringify(RECORD));
    expect(await compared(base, empty)).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('Nothing was measured'),
    });
    expect(await compared(path.join(folder, 'nowhere'), base)).toMatchObject({ status: 3 });
  });

  it('does not compare runs of other settings, but takes one for the baseline', async () => {
    const { base, head } = sides({
      'run.json': () => JSON.stringify({ ...RECORD, options: { ...RECORD.options, seed: 2, effort: 'quick' } }),
    });
    const words = 'effort is default in the base and quick in the head, seed is 1 in the base and 2 in the head';
    const refused = await compared('--baseline', base, head);
    expect(refused).toMatchObject({ status: 3, stdout: '', stderr: expect.stringContaining(words) });
    expect(lines(refused.stderr)).toHaveLength(1);
    const updated = await compared('--baseline', base, '--update-baseline', head);
    expect(updated.status, updated.stderr).toBe(0);
    expect(updated.stdout.replaceAll(/\s+/g, ' ')).toContain(words);
    expect((await compared('--baseline', base, head)).status).toBe(0);
  });

  it('does not pass a run that lacks a row, unless its removal is declared beside the baseline', async () => {
    const { base, head } = sides({
      'accuracy.csv': (text) => text.replace(/\nhelmholtz,helmholtz,8,[^\n]*,reverse-tape,gradient,[^\n]*/, ''),
    });
    const lost = await compared('--baseline', base, head);
    expect(lost.status).toBe(3);
    expect(lost.stdout).toContain('1 row of the base is missing');
    writeFileSync(
      path.join(base, 'removed.csv'),
      'table,suite,problem,size,method,operator,reason\naccuracy,helmholtz,,8,reverse-tape,,a test\n',
    );
    const declared = await compared('--baseline', base, head);
    expect(declared.status, declared.stderr).toBe(0);
    expect(declared.stdout).toContain('1 missing row is declared as removed.');
    expect((await compared('--baseline', base, '--update-baseline', head)).status).toBe(0);
    expect(readdirSync(base)).not.toContain('removed.csv'); // it would fit no row of the new baseline
    expect((await compared('--baseline', base, head)).status).toBe(0);
  });

  it('keeps declarations that do not hold when it replaces the baseline', async () => {
    const { base, head } = sides();
    const [used, kept] = ['timing,,,99,,,gone before', 'accuracy,,,8,,,still there'];
    const removed = path.join(base, 'removed.csv');
    writeFileSync(removed, `table,suite,problem,size,method,operator,reason\n${used}\n${kept}\n`);
    expect((await compared('--baseline', base, '--update-baseline', head)).status).toBe(0);
    expect(lines(readFileSync(removed, 'utf8')).slice(1)).toEqual(['accuracy,,,8,,,,still there']);
    expect((await compared('--baseline', base, head)).status).toBe(3);
  });

  it.each([
    ['names nothing', ',,,,,,everything', /removed\.csv, line 2: the declaration names nothing/],
    ['is blank', ',,,,,,', /removed\.csv, line 2, column reason: the cell is empty/],
    [
      'names more than is gone',
      'accuracy,,,,,,half of it',
      /table accuracy: of 12 such rows of the base 6 are still there/,
    ],
    ['names what never was', 'timing,,,99,,,a typo', /table timing, size 99: the base has no such row/],
  ])('does not pass half of a table under a declaration that %s', async (_, line, words) => {
    const { base, head } = sides({
      'accuracy.csv': (text) =>
        `${lines(text)
          .filter((_row, i) => i % 2 === 0)
          .join('\n')}\n`,
    });
    writeFileSync(path.join(base, 'removed.csv'), `table,suite,problem,size,method,operator,reason\n${line}\n`);
    const { status, stdout, stderr } = await compared('--baseline', base, head);
    expect(status).toBe(3);
    expect(`${stdout}${stderr}`.replaceAll(/\s+/g, ' ')).toMatch(words);
  });

  it('shows what changes and then replaces the baseline, of which other files stay', async () => {
    const { base, head } = sides({
      'operations.csv': (text) =>
        text.replace(
          /(helmholtz,helmholtz,8,.*?,reverse-tape,gradient,ok,,\d+,\d+,\d+,\d+,\d+),(\d+)/,
          (_, before, count) => `${before},${Number(count) + 1}`,
        ),
    });
    writeFileSync(path.join(base, 'mine.txt'), 'mine');
    expect((await compared('--baseline', base, head)).status).toBe(1);
    const updated = await compared('--baseline', base, '--update-baseline', head);
    expect(updated.status, updated.stderr).toBe(0);
    expect(updated.stdout).toContain('Worse: 1');
    expect(updated.stdout).toContain('is now run');
    expect(readFileSync(path.join(base, 'mine.txt'), 'utf8')).toBe('mine');
    expect((await compared('--baseline', base, head)).status).toBe(0);
  });

  it('counts what an error may grow by from what it was first, however often the baseline is replaced', async () => {
    const { base, head } = sides();
    // Points and relative error stand before the ulps.
    const ulps = /(helmholtz,helmholtz,8,.*?,reverse-tape,gradient,ok,.*?,)(24),/;
    const grown = (value: number) => {
      const text = readFileSync(path.join(made, 'accuracy.csv'), 'utf8');
      expect(text).toMatch(ulps);
      writeFileSync(path.join(head, 'accuracy.csv'), text.replace(ulps, `$1${value},`));
      writeFileSync(path.join(head, 'run.json'), JSON.stringify({ ...RECORD, code: String(value) }));
    };
    const update = () => compared('--baseline', base, '--update-baseline', head);
    grown(47);
    expect((await compared('--baseline', base, head)).status).toBe(0);
    expect((await update()).status).toBe(0);
    expect(lines(readFileSync(path.join(base, 'accepted.csv'), 'utf8'))).toHaveLength(2);
    grown(48);
    expect((await compared('--baseline', base, head)).status).toBe(0);
    grown(90);
    expect(await compared('--baseline', base, head)).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('max_ulps 47 -> 90'),
    });
    await update(); // accepted on purpose
    expect(readdirSync(base)).not.toContain('accepted.csv');
    grown(91);
    await update();
    expect(readdirSync(base)).toContain('accepted.csv');
    grown(24);
    await update();
    expect(readdirSync(base)).not.toContain('accepted.csv');
  });

  it('says of numbers that were accepted where their fault is, with status 3', async () => {
    const { base, head } = sides();
    writeFileSync(path.join(base, 'accepted.csv'), 'table,row,column,value\naccuracy,"[]",max_ulps,many\n');
    const { status, stderr } = await compared('--baseline', base, head);
    expect(status).toBe(3);
    expect(stderr).toMatch(/accepted\.csv, line 2, column value/);
  });

  it('asks with --strict for a baseline that has what became better', async () => {
    const { base, head } = sides({
      'operations.csv': (text) => text.replace(/(,reverse-tape,gradient,ok,,\d+,\d+,\d+,\d+,\d+),(\d+)/g, '$1,1'),
      'run.json': () => JSON.stringify({ ...RECORD, code: 'other' }),
    });
    const passed = await compared('--baseline', base, head);
    expect(passed.status, passed.stdout).toBe(0);
    expect(passed.stdout).toContain('Better (4)');
    const strict = await compared('--baseline', base, '--strict', head);
    expect(strict.status).toBe(1);
    expect(lines(strict.stdout)[0]).toContain('Not as in the base: 4 rows of exact evidence');
    expect((await compared('--baseline', base, '--update-baseline', head)).status).toBe(0);
    expect((await compared('--baseline', base, '--strict', head)).status).toBe(0);
  });

  it.skipIf(!hasSmallDisks)('leaves the baseline as it was, and says so, where the disk is full', () => {
    const { base, head } = sides({ 'accuracy.csv': (text) => text.replaceAll(',ok,', ',wrong,') });
    const ended = onSmallDisk(
      `cp -r "$BASE" "$DISK/base"; fill
       node build/scripts/compare.js --baseline "$DISK/base" --update-baseline "$HEAD" > /dev/null; status=$?
       diff -r "$BASE" "$DISK/base" && ls -A "$DISK"; exit $status`,
      { BASE: base, HEAD: head },
    );
    expect(ended).toMatchObject({ status: 2, stdout: 'base\nfilling\n' });
    expect(ended.stderr).toMatch(/^[^\n]* can't be replaced \(ENOSPC\); it is as it was\.\n$/);
  });

  it('puts a baseline back that was killed while another took its place', async () => {
    const { folder, base, head } = sides();
    renameSync(base, path.join(folder, '.base-replaced'));
    expect((await compared('--baseline', base, head)).status).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(['base', 'head']);
  });

  it.skipIf(process.platform !== 'linux')('says that a disk is full of what it should write', async () => {
    const { base, head } = sides();
    for (const option of ['--markdown', '--json', '--format=bencher'])
      expect(
        await compared(base, head, ...(option.includes('=') ? [`${option}=/dev/full`] : [option, '/dev/full'])),
      ).toMatchObject({
        status: 2,
        stderr: expect.stringMatching(/^[^\n]*\/dev\/full can't be written \(ENOSPC\)[^\n]*\n$/),
      });
  });

  it('writes Markdown, JSON and the shapes of other tools, and says where it can not', async () => {
    const { folder, base, head } = sides();
    const file = (name: string) => path.join(folder, name);
    const { status, stderr } = await compared(
      ...[base, head, '--markdown', file('c.md'), '--json', file('c.json'), '--format', `bencher=${file('b.json')}`],
    );
    expect(status, stderr).toBe(0);
    expect(readFileSync(file('c.md'), 'utf8')).toMatch(/^## ✅ Nothing is worse\./);
    expect(JSON.parse(readFileSync(file('c.json'), 'utf8'))).toMatchObject({ status: 0, verdict: 'Nothing is worse.' });
    for (const measures of Object.values(JSON.parse(readFileSync(file('b.json'), 'utf8'))))
      expect(measures).toEqual({ ratio: expect.objectContaining({ value: expect.any(Number) }) });
    const github = await compared(base, head, '--format', `github-action-benchmark=${file('g.json')}`);
    expect(github.status).toBe(0);
    for (const entry of JSON.parse(readFileSync(file('g.json'), 'utf8')))
      expect(entry).toMatchObject({ name: expect.any(String), unit: expect.any(String), value: expect.any(Number) });
    const refused = await compared(base, head, '--json', path.join(folder, 'nowhere', 'c.json'));
    expect(refused).toMatchObject({ status: 2, stderr: expect.stringMatching(/can't be written/) });
  });

  it('adds a line for the head to a history, once a run, and refuses one that is malformed before anything else', async () => {
    const { folder, base, head } = sides();
    const history = path.join(folder, 'history.csv');
    for (let time = 0; time < 2; time++) expect((await compared(base, head, '--history', history)).status).toBe(0);
    const text = readFileSync(history, 'utf8');
    expect(lines(text)).toHaveLength(2);
    expect(lines(text)[1]).toMatch(new RegExp(`^${RECORD.run},${RECORD.started},${RECORD.commit},`));
    writeFileSync(history, text.slice(0, -9));
    const refused = await compared(base, head, '--history', history, '--json', path.join(folder, 'c.json'));
    expect(refused).toMatchObject({ status: 3, stdout: '' });
    expect(refused.stderr).toMatch(/history\.csv.*line 2/);
    expect(lines(refused.stderr)).toHaveLength(1);
    expect(readFileSync(history, 'utf8')).toBe(text.slice(0, -9));
    const unwritable = await compared(base, head, '--history', path.join(folder, 'nowhere', 'history.csv'));
    expect(unwritable).toMatchObject({ status: 2, stderr: expect.stringMatching(/can't be written \(ENOENT\)/) });
  });

  it.each([
    [['a', 'b', 'c'], 'two folders at most'],
    [['--threshold', 'much'], 'from 1 to 1000 per cent'],
    [['--format', 'csv=x'], 'It must be a shape'],
    [['--bogus'], "unknown option '--bogus'"],
  ])('refuses %j in a sentence', async (args, words) => {
    const { status, stderr } = await compared(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(words);
    expect(lines(stderr)).toHaveLength(1);
  });
});
