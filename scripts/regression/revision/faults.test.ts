/** What can go wrong with a revision: one sentence, status 3, and nothing is left. */
import { type ChildProcess, execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyProject, type ProjectCopy } from './fixtures/repository.ts';

let copy: ProjectCopy;
let sound: string;
beforeAll(() => {
  copy = copyProject();
  sound = copy.git('rev-parse', 'HEAD');
});
afterAll(() => copy.delete());

type Changes = Parameters<ProjectCopy['edit']>[0];

const SMALL = ['--quick', '--suite', 'scalar', '--method', 'manual', '--all', '--forks', '1', '--budget', '0'];

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

describe('npm run compare -- --base, given a revision', () => {
  it.each<[string, Changes, RegExp]>([
    ['does not install', { 'package-lock.json': () => '{ broken' }, /can't be installed: .+\.$/],
    [
      'does not build',
      { 'methods/manual.ts': (text) => `${text}\nconst n: number = 'text';\n` },
      /can't be built: error TS\d+: .+\.$/,
    ],
    [
      'has a bench that crashes',
      { 'scripts/bench.ts': () => "throw new Error('planted');\n" },
      /^The bench of \w+ failed: Error: planted\.$/,
    ],
    [
      'has forks of another protocol',
      { 'scripts/harness/fork/job.ts': (text) => text.replace(/PROTOCOL = \d+/, 'PROTOCOL = 99') },
      /can't be measured fork by fork: its forks speak protocol 99/,
    ],
    [
      'has forks that number none',
      {
        'scripts/harness/fork/child.ts': (text) =>
          text.replace("type: 'ready', protocol: PROTOCOL", "type: 'loaded'").replace(', PROTOCOL }', ' }'),
      },
      /can't be measured fork by fork: its forks number no protocol/,
    ],
  ])('that %s, says so, and leaves nothing behind', async (_, changes, sentence) => {
    const ref = revision(changes);
    const { status, stdout, stderr } = await copy.start('--base', ref, ...SMALL).ended;
    expect({ status, stdout }, stderr).toEqual({ status: 3, stdout: '' });
    expect(lastLine(stderr)).toMatch(sentence);
    expect(copy.leftOvers()).toEqual([]);
    expect(copy.git('status', '--porcelain')).toBe('');
  });

  it('that does not exist, says so in a sentence', async () => {
    copy.reset(sound);
    for (const ref of ['nowhere', '--all', 'HEAD~100']) {
      const { status, stderr } = await copy.start('--base', ref).ended;
      expect({ status, stderr }).toEqual({ status: 3, stderr: expect.stringMatching(/^There is no commit .*\n$/) });
    }
  });

  it('that is sound, is ended by Ctrl-C at any time, and takes its checkout and its processes along', async () => {
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

  it('removes what a comparison has left that was killed, but not what one that runs is using', async () => {
    copy.reset(sound);
    const [first, second] = [copy.start('--base', 'HEAD', ...SMALL), copy.start('--base', 'HEAD', ...SMALL)];
    await Promise.all([first, second].map(({ child }) => untilItSays(child, 'Builds')));
    first.child.kill('SIGKILL');
    await first.ended;
    expect(copy.leftOvers().length).toBeGreaterThan(2);
    expect(await second.ended).toMatchObject({ status: 0 });
    expect(copy.leftOvers()).toHaveLength(2);
    expect(await copy.start('--base', 'nowhere').ended).toMatchObject({ status: 3 });
    expect(await copy.start('--base', 'HEAD').ended).toMatchObject({ status: 0 });
    expect(copy.leftOvers()).toEqual([]);
  });
});

describe('npm run compare -- --base, outside a git repository', () => {
  it('says so', async () => {
    copy.reset(sound);
    const kept = path.join(path.dirname(copy.folder), 'kept');
    cpSync(path.join(copy.folder, '.git'), kept, { recursive: true });
    rmSync(path.join(copy.folder, '.git'), { recursive: true });
    try {
      const { status, stderr } = await copy.start('--base', 'HEAD').ended;
      expect({ status, stderr }).toEqual({ status: 3, stderr: expect.stringContaining('is not in a git repository') });
    } finally {
      cpSync(kept, path.join(copy.folder, '.git'), { recursive: true });
    }
  });
});
