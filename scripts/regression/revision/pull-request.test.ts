/** Pull requests, end to end: a repository with a base, and heads that plant a change. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../fixtures/command.ts';
import { copyProject, type ProjectCopy } from './fixtures/repository.ts';

let copy: ProjectCopy;
let base: string;
beforeAll(() => {
  copy = copyProject();
  base = copy.git('rev-parse', 'HEAD');
});
afterAll(() => copy.delete());

type Changes = Parameters<ProjectCopy['edit']>[0];

const SMALL = ['--quick', '--suite', 'lecture', '--method', 'forward'];
/** One fork can't tell anything, so that only exact evidence decides. */
const UNTIMED = ['--forks', '1', '--budget', '0'];

/** Compares a head with these changes with the base. */
async function pullRequest(changes: Changes, ...args: readonly string[]) {
  copy.reset(base);
  return edited(changes, ...args);
}

/** Makes the changes without going back to the base first, and compares. */
async function edited(changes: Changes, ...args: readonly string[]) {
  copy.edit(changes);
  const { status, stdout, stderr } = await copy.start('--base', base, ...args).ended;
  return { status, stdout: stdout.replaceAll(/\n(?! *\n)/g, ' '), stderr };
}

const repeatPasses = (times: number) => (text: string) =>
  text.replace('for (let start = 0; start < n;', `for (let again = 0; again < ${times}; again++) $&`);

describe('npm run compare -- --base', () => {
  it('fails a head in which a method became slower, by its ratio and its absolute time, and another wrong in the eighth digit', async () => {
    const changes = {
      'methods/forward.ts': repeatPasses(20), // far above the noise of a busy machine
      'methods/complex-step.ts': (text: string) => text.replace(': im / h', ': ((1 + 1e-8) * im) / h'),
    };
    const json = path.join(temporaryFolder(), 'c.json');
    const problem = ['--problem', 'high-frequency', '--method', 'forward,complex-step'];
    const few = ['--budget', '0']; // no more forks than every case has: the change is large
    const { status, stdout, stderr } = await pullRequest(changes, '--quick', ...problem, ...few, '--json', json);
    expect(status, stderr).toBe(1);
    expect(stdout).toMatch(/^Worse: (?=.*\b2 slower\b)/);
    expect(stdout).toContain('head work tree with changes');
    expect(stdout).toMatch(/Only the methods .*forward.* are measured/);
    expect(stdout).toContain('absolute time');
    expect(stdout).toMatch(/accuracy: scalar high-frequency 1 complex-step gradient: ok -> wrong/);
    expect(copy.leftOvers()).toEqual([]);
    expect(copy.git('diff', '--name-only').split('\n')).toEqual(Object.keys(changes).sort());
    expect(
      copy
        .git('status', '--porcelain')
        .split('\n')
        .map((line) => line.trim()),
    ).toEqual(
      Object.keys(changes)
        .sort()
        .map((name) => `M ${name}`),
    );
    expect(existsSync(json)).toBe(true);
  });

  it('does not pass a head without a case of the base, but for one whose removal is declared in the same change', async () => {
    copy.reset(base);
    mkdirSync(path.join(copy.folder, 'results', 'baseline'), { recursive: true });
    const declaration = 'table,suite,problem,size,method,operator,reason\n,lecture,matlab-constraints,,,,a test\n';
    writeFileSync(path.join(copy.folder, 'results', 'baseline', 'removed.csv'), declaration);
    const changes = {
      'suites/lecture/index.ts': (text: string) =>
        text.replace('[logProductSine, sigmoid, matlabObjective, matlabConstraints]', '[logProductSine]'),
    };
    const { status, stdout, stderr } = await edited(changes, ...SMALL, ...UNTIMED);
    expect(status, stderr).toBe(3);
    expect(stdout).toMatch(/^Not comparable/);
    expect(stdout).toMatch(/Missing from the head.* lecture matlab-objective/);
    expect(stdout).not.toMatch(/Missing from the head.* lecture matlab-constraints/);
    expect(stdout).toMatch(/\d+ missing rows are declared as removed/);
    expect(stdout).toContain('Only the suites lecture are measured');
    expect(copy.leftOvers()).toEqual([]);
  });

  it('measures nothing where nothing that is measured changed, and says so in every file', async () => {
    const markdown = path.join(temporaryFolder(), 'c.md');
    const changes = { 'scripts/compare.ts': (text: string) => `${text}// a comment\n` };
    const { status, stdout } = await pullRequest(changes, '--markdown', markdown);
    expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('nothing changed (1 file') });
    expect(copy.leftOvers()).toEqual([]);
    expect(existsSync(markdown)).toBe(true);
  });
});
