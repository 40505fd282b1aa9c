/** Faults of a revision: each gives one sentence and status 3, and leaves nothing behind. */
import { type ChildProcess, execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ROOT } from '../../command/paths.ts';
import { temporaryFolder } from '../../fixtures/command.ts';
import { CannotCompare } from '../sides/cannot-compare.ts';
import { compile, createScratch, install } from './checkout.ts';
import { exactEvidence } from './evidence.ts';
import { CHECKED_BUILD, copyProject, type ProjectCopy, UNCHECKED_BUILD } from './fixtures/repository.ts';
import { commitOf, openRepository } from './git.ts';
import { checkProtocol } from './measure.ts';

let copy: ProjectCopy;
let sound: string;
beforeAll(() => {
  copy = copyProject();
  sound = copy.git('rev-parse', 'HEAD');
});
afterAll(() => copy.delete());

type Changes = Parameters<ProjectCopy['edit']>[0];

const SMALL = ['--quick', '--problem', 'flat', '--method', 'manual', '--all', '--forks', '1', '--budget', '0'];

/** A revision with these changes, as the base of a head that is sound. */
function revision(changes: Changes): string {
  copy.reset(sound);
  copy.edit(changes);
  const made = copy.commit();
  copy.reset(sound);
  return made;
}

function untilItSays(child: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve) => {
    child.stderr!.on('data', (chunk: Buffer) => {
      if (chunk.includes(words)) resolve();
    });
    child.once('close', () => resolve());
  });
}

const lastLine = (text: string) => text.trimEnd().split('\n').at(-1)!;

describe('npm run compare -- --base', () => {
  it('says of a revision that does not build so, with status 3, and leaves nothing behind', async () => {
    const ref = revision({
      'package.json': (text) => text.replace(UNCHECKED_BUILD, CHECKED_BUILD),
      'methods/manual.ts': (text) => `${text}\nconst n: number = 'text';\n`,
    });
    const { status, stdout, stderr } = await copy.start('--base', ref, ...SMALL).ended;
    expect({ status, stdout }, stderr).toEqual({ status: 3, stdout: '' });
    expect(lastLine(stderr)).toMatch(/can't be built: error TS\d+: .+\.$/);
    expect(copy.leftOvers()).toEqual([]);
    expect(copy.git('status', '--porcelain')).toBe('');
  });

  it('is ended by Ctrl-C at any time, and takes its checkout and its processes along', async () => {
    copy.reset(sound);
    for (const stage of ['Builds', 'Times both sides']) {
      const { child, ended } = copy.start('--base', 'HEAD', ...SMALL);
      await untilItSays(child, stage);
      child.kill('SIGINT');
      child.kill('SIGINT'); // npm passes on the signal that the terminal has sent already
      const { status, stdout, stderr } = await ended;
      expect({ status, stdout }, stage).toEqual({ status: 3, stdout: '' });
      expect(lastLine(stderr)).toBe('Interrupted: nothing was compared, and the checkout is removed.');
      expect(copy.leftOvers(), stage).toEqual([]);
      const own = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split('\n');
      expect(own.filter((line) => line.includes(path.dirname(copy.folder)))).toEqual([]);
    }
    expect(copy.git('status', '--porcelain')).toBe('');
  });
});

/** A folder with these files, as the project of a revision. */
function project(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  return folder;
}

/** The sentence with which a step refuses to go on. */
async function refusal(step: Promise<unknown>): Promise<string> {
  const error = await step.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(CannotCompare);
  return error instanceof CannotCompare ? error.message : '';
}

describe('a revision', () => {
  const { signal } = new AbortController();

  it('that does not install, says so', async () => {
    const folder = project({ 'package.json': '{}', 'package-lock.json': '{ broken' });
    expect(await refusal(install('it', folder, ROOT, signal))).toMatch(/^it can't be installed: .+\.$/);
  });

  it('that does not build, says so', async () => {
    const manifest = { type: 'module', scripts: { build: 'tsc --noEmit faulty.ts' } };
    const folder = project({ 'package.json': JSON.stringify(manifest), 'faulty.ts': "const n: number = 'text';\n" });
    expect(await refusal(compile('it', folder, signal))).toMatch(/^it can't be built: error TS\d+: .+\.$/);
  });

  it('that has a bench that crashes, says so', async () => {
    const folder = project({
      'package.json': '{"type":"module"}',
      'scripts/bench.ts': "throw new Error('planted');\n",
    });
    const selected = { suites: [], problems: [], methods: [], quick: true };
    const out = path.join(folder, 'out');
    expect(await refusal(exactEvidence('it', folder, out, selected, signal))).toMatch(
      /^The bench of \w+ failed: Error: planted\.$/,
    );
  });

  it.each([
    ['speak another protocol', "{ type: 'ready', protocol: 99 }", 'its forks speak protocol 99'],
    ['number none', "{ type: 'loaded' }", 'its forks number no protocol'],
  ])('of which the forks %s, says so', async (_, greeting, words) => {
    const folder = project({ 'package.json': '{}', 'child.js': `process.send(${greeting});\n` });
    expect(await refusal(checkProtocol('it', path.join(folder, 'child.js')))).toContain(
      `it can't be measured fork by fork: ${words}`,
    );
  });

  it('that does not exist, says so in a sentence', async () => {
    const repository = await openRepository(copy.folder);
    for (const ref of ['nowhere', '--all', 'HEAD~100'])
      expect(await refusal(commitOf(repository, ref))).toMatch(/^There is no commit .*$/);
  });

  it('of a folder outside a git repository, says so', async () => {
    expect(await refusal(openRepository(temporaryFolder()))).toContain('is not in a git repository');
  });

  it.runIf(process.getuid?.() === 0)('of a repository of another owner, says what git wants to be told', async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, '.git', 'objects'), { recursive: true });
    mkdirSync(path.join(folder, '.git', 'refs'));
    writeFileSync(path.join(folder, '.git', 'HEAD'), 'ref: refs/heads/main\n');
    chownSync(folder, 12_345, 12_345);
    expect(await refusal(openRepository(folder))).toMatch(
      /is in a git repository of another owner, .* git config --global --add safe\.directory \S+$/,
    );
  });
});

describe('the checkout of a revision', () => {
  beforeEach(() => {
    vi.stubEnv('TMPDIR', copy.temporary);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('is removed where the comparison that made it was killed, but not while it runs', async () => {
    copy.reset(sound);
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    const left = path.join(copy.temporary, `diffmark-revision-${dead}-killed`);
    copy.git('worktree', 'add', '--detach', '--quiet', path.join(left, 'checkout'), sound);
    const repository = await openRepository(copy.folder);

    const first = await createScratch(repository);
    expect(existsSync(left)).toBe(false);
    const checkout = await first.checkOut(sound);
    const second = await createScratch(repository);
    expect(existsSync(checkout)).toBe(true);
    await second.remove();
    expect(copy.leftOvers()).toHaveLength(2);
    await first.remove();
    expect(copy.leftOvers()).toEqual([]);
  });
});
