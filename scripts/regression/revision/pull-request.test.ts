/** Pull requests, end to end: a repository with a base, and heads that plant a change. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../harness/fixtures/command.ts';
import { copyProject, type ProjectCopy } from './fixtures/repository.ts';

let copy: ProjectCopy;
let base: string;
beforeAll(() => {
  copy = copyProject();
  base = copy.git('rev-parse', 'HEAD');
});
afterAll(() => copy.delete());

type Changes = Parameters<ProjectCopy['edit']>[0];

const SMALL = ['--quick', '--suite', 'scalar', '--method', 'forward'];
/** One fork can't tell anything, so that only exact evidence decides. */
const UNTIMED = ['--forks', '1', '--budget', '0'];

/** Compares a head with these changes with the base. */
async function pullRequest(changes: Changes, ...args: readonly string[]) {
  copy.reset(base);
  copy.edit(changes);
  const { status, stdout, stderr } = await copy.start('--base', base, ...args).ended;
  return { status, stdout: stdout.replaceAll(/\n(?! *\n)/g, ' '), stderr };
}

const repeatPasses = (times: number) => (text: string) =>
  text.replace('for (let start = 0; start < n;', `for (let again = 0; again < ${times}; again++) $&`);

describe('npm run compare -- --base', () => {
  it('fails a head in which a method became slower, by its ratio and by its absolute time', async () => {
    const changes = { 'methods/forward.ts': repeatPasses(8) };
    const json = path.join(temporaryFolder(), 'c.json');
    const problem = ['--problem', 'branching-loop', '--method', 'forward'];
    const { status, stdout, stderr } = await pullRequest(changes, '--quick', ...problem, '--json', json);
    expect(status, stderr).toBe(1);
    expect(stdout).toMatch(/^Worse: 2 slower\./);
    expect(stdout).toContain('head work tree with changes');
    expect(stdout).toContain('Only the methods forward');
    expect(stdout).toContain('absolute time');
    expect(copy.leftOvers()).toEqual([]);
    expect(copy.git('diff', '--name-only')).toBe('methods/forward.ts');
    expect(copy.git('status', '--porcelain')).toBe('M methods/forward.ts');
    expect(existsSync(json)).toBe(true);
  });

  it('fails a head in which a method is wrong in the eighth digit', async () => {
    const changes = {
      'methods/forward.ts': (text: string) => text.replace(/= (tangentOf\([^;]*\));/, '= (1 + 1e-8) * $1;'),
    };
    const { status, stdout, stderr } = await pullRequest(changes, ...SMALL, ...UNTIMED);
    expect(status, stderr).toBe(1);
    expect(stdout).toMatch(/accuracy: scalar large-offset 1 forward gradient: ok -> wrong/);
    expect(copy.leftOvers()).toEqual([]);
  });

  it('does not pass a head without a case of the base, unless that is declared in the same change', async () => {
    const changes = {
      'suites/scalar/index.ts': (text: string) => text.replaceAll(/.*largeOffset.*\n/g, ''),
    };
    const removed = await pullRequest(changes, ...SMALL, ...UNTIMED);
    expect(removed.status, removed.stderr).toBe(3);
    expect(removed.stdout).toMatch(/^Not comparable/);
    expect(removed.stdout).toMatch(/Missing from the head.* scalar large-offset/);
    expect(removed.stdout).toContain('Only the suites scalar are measured');

    mkdirSync(path.join(copy.folder, 'results', 'baseline'), { recursive: true });
    const declaration = 'table,suite,problem,size,method,operator,reason\n,scalar,large-offset,,,,a test\n';
    writeFileSync(path.join(copy.folder, 'results', 'baseline', 'removed.csv'), declaration);
    const declared = await copy.start('--base', base, ...SMALL, ...UNTIMED).ended;
    expect(declared.status, declared.stderr + declared.stdout).toBe(0);
    expect(declared.stdout).toMatch(/\d+ missing rows are declared as removed/);
    expect(copy.leftOvers()).toEqual([]);
  });

  it('measures nothing where nothing that is measured changed, and says so in every file', async () => {
    const markdown = path.join(temporaryFolder(), 'c.md');
    const changes = { 'scripts/compare.ts': (text: string) => `${text}// a comment\n` };
    const { status, stdout } = await pullRequest(changes, '--markdown', markdown);
    expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('nothing changed (1 file') });
    expect(existsSync(markdown)).toBe(true);
  });
});
