/** `npm run selftest -- --repeat` on made-up runs, in-process; the bench is a program in the place of npm. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { methods } from '../../../../methods/index.ts';
import { ROOT } from '../../../command/paths.ts';
import { UsageError } from '../../../command/usage-error.ts';
import { temporaryFolder } from '../../../fixtures/command.ts';
import { TIMED, timingRow } from '../../../report/fixtures/results.ts';
import { writeCsv } from '../../../tables/csv.ts';
import { timing } from '../../../tables/tables.ts';
import { RECORD } from '../../fixtures/comparison.ts';
import { CannotCompare } from '../../sides/cannot-compare.ts';
import { parseSelftestOptions } from '../options.ts';
import type { RepeatFile } from './file.ts';
import { isNeverBelowOne } from './never-below-one.ts';
import { repeat } from './repeat.ts';
import { repeatSentence } from './text.ts';

afterEach(() => vi.unstubAllEnvs());

type Cells = Parameters<typeof timingRow>[0];

/** Writes a run: a row for each ratio, of `manual` and known where the cells say nothing else. */
async function run(folder: string, cells: readonly Cells[], record: Partial<typeof RECORD> = {}): Promise<string> {
  await mkdir(folder, { recursive: true });
  writeFileSync(path.join(folder, 'run.json'), JSON.stringify({ ...RECORD, ...record }));
  const place = { suite: 'helmholtz', problem: 'helmholtz', operator: 'gradient', method: 'manual' };
  const rows = cells.map((each, i) => timingRow({ ...TIMED, ...place, size: i + 1, forks_agree: 'yes', ...each }));
  await writeCsv(path.join(folder, 'timing.csv'), timing, rows);
  return folder;
}

/** Compares two runs as the command does. */
async function repeated(first: readonly Cells[], second: readonly Cells[], record: Partial<typeof RECORD> = {}) {
  const folder = temporaryFolder();
  const runs = [
    await run(path.join(folder, 'a'), first),
    await run(path.join(folder, 'b'), second, { run: 'r2', ...record }),
  ] as const;
  const said: string[] = [];
  const json = path.join(folder, 'repeat.json');
  const status = await repeat(runs, json, (text) => said.push(text));
  const told: RepeatFile = JSON.parse(readFileSync(json, 'utf8'));
  return { status, text: said.join('\n'), told };
}

const ratios = (...values: number[]): Cells[] => values.map((ratio) => ({ ratio }));
const name = (size: number, method = 'manual') => `helmholtz helmholtz ${size} ${method} gradient`;

describe('two runs', () => {
  it('agree in the share of cases whose ratios differ by no more than the factor, whichever is larger', async () => {
    const { status, told } = await repeated(
      ratios(2, 2, 2, 2, 2, 2, 2, 2.1, 2.2, 3.02),
      ratios(2, 2.1, 2.12, 2.2, 2.22, 3, 3.02, 2, 2, 2),
    );
    // factors: 1, 1.05, 1.06, 1.1, 1.11, 1.5, 1.51, 1.05, 1.1, 1.51
    expect(told).toMatchObject({ cases: 10, within5: 0.3, within10: 0.6, within50: 0.8, unknown: 0, off: [] });
    expect(status).toBe(0);
  });

  it('leave out what is not ok in both, and name what is ok in one', async () => {
    const { told, text } = await repeated(
      [{ ratio: 2 }, { ratio: 2 }, { outcome: 'timeout' }, { outcome: 'wrong', ratio: 9 }],
      [{ ratio: 2 }, { outcome: 'timeout' }, { ratio: 5 }, { outcome: 'wrong', ratio: 2 }],
    );
    expect(told).toMatchObject({ cases: 1, within5: 1, inOneOnly: [name(2), name(3)] });
    expect(text).toContain('Ok in one run only:');
  });

  it('have shares of all cases and of those that neither run marks', async () => {
    const { told, text } = await repeated(
      [{ ratio: 2, steady: 'no' }, { ratio: 2 }, { ratio: 2 }, { ratio: 2 }],
      [{ ratio: 9 }, { ratio: 5, forks_agree: 'no' }, { ratio: 2 }, { ratio: 2.5 }],
    );
    expect(told).toMatchObject({
      ...{ cases: 4, within5: 0.25, within50: 0.5, unknown: 2 },
      known: { cases: 2, within5: 0.5, within10: 0.5, within50: 1 },
    });
    expect(text).toMatch(/within 5 % +25\.0 % +50\.0 %/);
    expect(text).toContain('Marked as not known in either run: 2.');
  });

  it('name the worst first, with both ratios, marked or not', async () => {
    const second = ratios(2, 8, 4);
    const { told, text } = await repeated([{ ratio: 2 }, { ratio: 2, steady: 'no' }, { ratio: 2 }], second);
    expect(told.worst).toEqual([
      { case: name(2), ratios: [2, 8] },
      { case: name(3), ratios: [2, 4] },
      { case: name(1), ratios: [2, 2] },
    ]);
    expect(text).toMatch(/ 2 manual gradient +2 +8 +4 +marked$/m);
  });

  it('fail where a ratio differs by more than three times and no run marks it', async () => {
    const off = await repeated(ratios(2, 2, 2), [{ ratio: 6 }, { ratio: 0.6 }, { ratio: 7, steady: 'no' }]);
    expect(off.status).toBe(1);
    expect(off.told.off).toEqual([{ case: name(2), ratios: [2, 0.6] }]);
    expect(off.text).toMatch(/Off by more than 3 times and not marked:\n[^\n]*\n[^\n]* 2 manual gradient/);
    expect((await repeated(ratios(2), ratios(6))).status).toBe(0);
  });

  it('fail where a method takes less time than it can, unless that row is marked', async () => {
    const below = await repeated(
      [
        { ratio: 0.9, method: 'forward' },
        { ratio: 0.9, method: 'forward', forks_agree: 'no' },
        { ratio: 1.01, method: 'reverse-tape' },
        { ratio: 0.9, method: 'reverse-graph-webassembly' },
      ],
      [
        { ratio: 1.1, method: 'forward' },
        { ratio: 1.1, method: 'forward' },
        { ratio: 0.99, method: 'reverse-tape' },
        { ratio: 0.9, method: 'reverse-graph-webassembly' },
      ],
    );
    expect(below.told.below1.map((each) => each.case)).toEqual([name(1, 'forward'), name(3, 'reverse-tape')]);
    expect(below.status).toBe(1);
    expect(below.text).toContain('Below 1, which these methods can not be:');
  });

  it('count how many intervals of one hold the ratio of the other, both ways', async () => {
    const interval = (ratio: number, low: number, high: number): Cells => ({
      ratio,
      ratio_ci_low: low,
      ratio_ci_high: high,
    });
    const { told, text } = await repeated(
      [interval(2, 1, 3), interval(2, 1.9, 2.1), { ratio: 2 }],
      [interval(2.5, 2.4, 2.6), interval(2.1, 2, 2.2), interval(3, 2, 4)],
    );
    // 2.5 in 1 to 3; 2.1 in 1.9 to 2.1 and 2 in 2 to 2.2; 2 in 2 to 4; but 2 not in 2.4 to 2.6
    expect(told.intervalHolds).toBe(4 / 5);
    expect(text).toContain('the ratio of the other in 80.0 % of 5.');
    const without = await repeated(ratios(2), ratios(2));
    expect(without.told.intervalHolds).toBeNull();
    expect(without.text).toContain('No run has an interval');
  });

  it('of other code, versions or machines are said to repeat nothing', async () => {
    const { text, told } = await repeated(ratios(2), ratios(2), { code: 'other', commit: 'fed' });
    expect(text).toMatch(/^The two runs do not repeat each other: they differ in code\./);
    expect(told.made).toEqual({
      run: ['r1', 'r2'],
      commit: 'abc and fed',
      node: '20.19.0',
      machine: 'Made-up CPU, 2 cores',
    });
    expect((await repeated(ratios(2), ratios(2))).text).not.toContain('do not repeat');
  });

  it('fit on one screen, however many cases are bad', async () => {
    const method = 'forward-difference';
    const problem = 'a-problem-with-a-name-that-never-ends-at-all-and-then-goes-on';
    const bad = (ratio: number) => Array.from({ length: 50 }, () => ({ ratio, method, problem }));
    const { text } = await repeated(
      [...bad(123456.789), ...bad(0.1), { ratio: 1 }],
      [...bad(0.0123456), ...bad(100), { outcome: 'timeout', problem }],
    );
    const lines = text.split('\n');
    expect(lines.length).toBeLessThanOrEqual(40);
    for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(80);
    expect(text).toContain('and 97 more: --json FILE has all');
  });

  it('without a common case can not be compared', async () => {
    await expect(repeated(ratios(2), [{ outcome: 'timeout' }])).rejects.toThrow(CannotCompare);
  });
});

describe('methods that can not take less time than the function', () => {
  it('are forward mode, the tapes and difference quotients', () => {
    expect(Object.keys(methods).filter(isNeverBelowOne)).toEqual([
      'forward-difference',
      'central-difference',
      'central-difference-4',
      'central-difference-6',
      'central-difference-8',
      'coloured-difference',
      'richardson',
      'adaptive-difference',
      'gradient-difference',
      'forward',
      'forward-chunked',
      'reverse-tape',
      'reverse-tape-sums',
    ]);
  });
});

describe.skipIf(process.platform === 'win32')('runs that are measured now', () => {
  /** Puts a program in the place of npm that writes down its arguments and ends with the status. */
  async function npmThatEndsWith(status: number): Promise<string> {
    const folder = temporaryFolder();
    await run(path.join(folder, 'made'), ratios(2));
    writeFileSync(
      path.join(folder, 'npm'),
      `#!/bin/sh
       cd '${folder}'
       mkdir running || exit 99
       echo "$*" >> arguments
       sleep 0.1
       for out; do :; done
       cp -r made "$out"
       rmdir running
       exit ${status}\n`,
      { mode: 0o755 },
    );
    vi.stubEnv('PATH', `${folder}:${process.env.PATH}`);
    vi.stubEnv('TMPDIR', folder);
    return folder;
  }

  it('are default runs of the timing alone, one after the other, in folders that stay', async () => {
    const folder = await npmThatEndsWith(1); // a row was not as expected
    const json = path.join(folder, 'repeat.json');
    const said: string[] = [];
    expect(await repeat('measured now', json, (text) => said.push(text))).toBe(0);
    const into = readdirSync(folder).find((each) => each.startsWith('diffmark-repeat-'))!;
    const outs = ['1', '2'].map((each) => path.join(folder, into, each));
    expect(readFileSync(path.join(folder, 'arguments'), 'utf8').trim().split('\n')).toEqual(
      outs.map((out) => `run bench -- --harness timing --no-report --out ${out}`),
    );
    expect(outs.every((out) => existsSync(path.join(out, 'timing.csv')))).toBe(true);
    const told: RepeatFile = JSON.parse(readFileSync(json, 'utf8'));
    expect(told.made.load).toEqual([expect.any(Number), expect.any(Number), expect.any(Number)]);
  });

  it('are given up where the first is interrupted', async () => {
    const folder = await npmThatEndsWith(130);
    await expect(repeat('measured now', undefined, () => {})).rejects.toThrow(CannotCompare);
    expect(readFileSync(path.join(folder, 'arguments'), 'utf8').trim().split('\n')).toHaveLength(1);
  });
});

describe('the command line', () => {
  it('takes two folders or none, and a file', () => {
    expect(parseSelftestOptions([])).toMatchObject({ repeat: undefined });
    expect(parseSelftestOptions(['--repeat'])).toMatchObject({ repeat: 'measured now' });
    expect(parseSelftestOptions(['--repeat', 'a', 'b', '--json', 'c'])).toMatchObject({
      repeat: ['a', 'b'],
      json: 'c',
    });
  });
  it.each([
    [['--repeat', 'a']],
    [['--repeat', 'a', 'b', 'c']],
    [['--repeat', '--record']],
    [['--repeat', '--seed', '1']],
  ])('refuses %j', (args) => {
    expect(() => parseSelftestOptions(args)).toThrow(UsageError);
  });
});

const checkedIn = path.join(ROOT, 'results', 'selftest', 'repeat.json');
const documented = /<!-- repeat:begin -->\n(.*?)<!-- repeat:end -->/s.exec(
  readFileSync(path.join(ROOT, 'docs', 'measuring.md'), 'utf8'),
)?.[1];

describe('docs/measuring.md', () => {
  it('says what the result that is checked in says, or nothing where there is none', () => {
    const told: RepeatFile | undefined = existsSync(checkedIn)
      ? JSON.parse(readFileSync(checkedIn, 'utf8'))
      : undefined;
    expect(documented?.replaceAll(/\s+/g, ' ').trim()).toBe(told ? repeatSentence(told) : '');
  });
});
