/**
 * The command line of the bench: what is refused, before anything is measured. Two of the cases start a process of its
 * own.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Ended, fixture, runBench, temporaryFolder } from './fixtures/command.ts';
import { callBench } from './fixtures/in-process.ts';

/** One line of text, refused with exit status 2, in an output folder that nobody touches. */
async function refusal(
  args: readonly string[],
  bench: (...args: string[]) => Promise<Ended> = callBench,
): Promise<string> {
  const out = temporaryFolder();
  mkdirSync(path.join(out, 'results'));
  writeFileSync(path.join(out, 'results', 'timing.csv'), 'of the run before');
  const { status, stdout, stderr } = await bench(...args, '--out', path.join(out, 'results'));
  expect(stdout).toBe('');
  expect(stderr.trim().split('\n').length, stderr).toBe(1);
  expect(status).toBe(2);
  expect(readdirSync(out, { recursive: true }).sort()).toEqual(['results', path.join('results', 'timing.csv')]);
  return stderr.trim();
}

describe('npm run bench', () => {
  it('shows its help, at most 80 columns wide', async () => {
    const { status, stdout, stderr } = await runBench('--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const option of [
      '--quick',
      '--thorough',
      '--harness',
      '--suite',
      '--problem',
      '--method',
      '--plugin',
      '--out',
    ])
      expect(stdout).toContain(option);
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  });

  it('lists suites, problems and methods, at most 80 columns wide, with those of a plug-in', async () => {
    const { status, stdout, stderr } = await callBench('--list', '--plugin', fixture('correct.ts'));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const name of ['lecture', 'helmholtz', 'reverse-tape', 'manual', 'plugin', 'cube', 'copied'])
      expect(stdout).toMatch(new RegExp(`^ *${name}\\b`, 'm'));
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  });

  it.each([
    ['--suite', 'lectur', 'There is no suite "lectur". Nearest: lecture, '],
    ['--problem', 'helmholz', 'There is no problem "helmholz". Nearest: helmholtz, '],
    ['--method', 'reverse-tap', 'There is no method "reverse-tap". Nearest: reverse-tape, '],
  ])('answers an unknown %s with the nearest names', async (option, name, answer) => {
    expect(await refusal([option, name])).toContain(answer);
  });

  it('makes no folder for a name that is unknown', async () => {
    const out = path.join(temporaryFolder(), 'results');
    expect((await callBench('--suite', 'none', '--out', out)).status).toBe(2);
    expect(existsSync(out)).toBe(false);
  });

  it.each([
    [['--quick', '--thorough'], '--quick and --thorough exclude each other', callBench],
    [['--bogus'], "unknown option '--bogus'", runBench],
  ] as const)('refuses %j in a sentence', async (args, answer, bench) => {
    expect(await refusal(args, bench)).toContain(answer);
  });

  it.each([
    ['no-such-file.ts', "no-such-file.ts can't be read"],
    [fixture('lacks-prepare.js'), 'the field `prepare` must be a function'],
    [fixture('throws-at-load.js'), 'throws when it is loaded: not loadable'],
    [fixture('overwrites-math-at-load.js'), "throws when it is loaded: Cannot assign to read only property 'abs'"],
    [fixture('exits-at-load.js'), 'its process died (exit status 0)'],
  ])('refuses the plug-in %s before anything runs', async (file, answer) => {
    expect(await refusal(['--plugin', file])).toContain(answer);
  });

  it('refuses a plug-in that does not compile', async () => {
    const file = path.join(temporaryFolder(), 'torn.ts');
    writeFileSync(file, 'export const method = {;\n');
    expect(await refusal(['--plugin', file])).toContain('torn.ts does not compile: ');
  });

  it('refuses a folder that can not be written before it measures', async () => {
    const file = path.join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const { status, stdout, stderr } = await callBench('--out', path.join(file, 'results'));
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.trim()).toMatch(/^The folder .*results can't be written \(ENOTDIR\): give another with --out\.$/);
  });

  it('has nothing to resume in an empty folder', async () => {
    const { status, stderr } = await callBench('--resume', '--out', temporaryFolder());
    expect(status).toBe(2);
    expect(stderr).toMatch(/^There is no run to resume in .*: run without --resume\.\n$/);
  });
});
