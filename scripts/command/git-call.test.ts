import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../fixtures/command.ts';
import { git } from '../fixtures/git.ts';
import { commitOf, openRepository } from '../regression/revision/git.ts';
import { commit } from '../tables/run-record.ts';
import { withoutGitVariables } from './git-call.ts';
import { ROOT } from './paths.ts';

describe('git, called from a hook in a linked worktree of another repository', () => {
  let [theirs, ours, ourCommit] = ['', '', ''];
  const stateOf = (repository: string) => [git(repository, 'show-ref'), git(repository, 'config', '--local', '--list')];
  let before: readonly string[];

  beforeEach(() => {
    const folder = temporaryFolder();
    [theirs, ours] = [path.join(folder, 'theirs'), path.join(folder, 'ours')];
    git(folder, 'init', '--quiet', theirs);
    git(theirs, 'commit', '--quiet', '--allow-empty', '--message', 'theirs');
    git(theirs, 'worktree', 'add', '--quiet', '-b', 'side', path.join(folder, 'linked'));
    git(folder, 'init', '--quiet', ours);
    git(ours, 'commit', '--quiet', '--allow-empty', '--message', 'ours');
    ourCommit = git(ours, 'rev-parse', 'HEAD');
    before = stateOf(theirs);
    const linked = path.join(theirs, '.git/worktrees/linked');
    for (const [name, value] of [
      ...[
        ['DIR', linked],
        ['INDEX_FILE', path.join(linked, 'index')],
        ['WORK_TREE', path.join(folder, 'linked')],
      ],
      ...[
        ['COMMON_DIR', path.join(theirs, '.git')],
        ['PREFIX', ''],
        ['TRACE', '1'],
        ['EXEC_PATH', '/nowhere'],
      ],
    ] as const)
      vi.stubEnv(`GIT_${name}`, value);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('leaves that repository as it is', () => {
    const made = path.join(ours, 'made');
    git(ours, 'init', '--quiet', made);
    git(made, 'commit', '--quiet', '--allow-empty', '--message', 'test');
    git(made, 'worktree', 'add', '--quiet', '--detach', path.join(made, 'checkout'));
    expect(stateOf(theirs)).toEqual(before);
    expect(git(made, 'log', '--format=%s')).toBe('test');
  });

  it('names the commit of the folder that is asked about', async () => {
    expect(await commit(ours)).toBe(ourCommit.slice(0, 12));
    expect(await commitOf(await openRepository(ours), 'HEAD')).toBe(ourCommit);
  });
});

it('git is told nothing by the environment', () => {
  expect(withoutGitVariables({ GIT_DIR: 'a', Git_Config_Count: '1', PATH: 'b', NO_GIT_DIR: 'c' })).toEqual({
    PATH: 'b',
    NO_GIT_DIR: 'c',
  });
});

it('git is called in one place only', () => {
  const callers = readdirSync(path.join(ROOT, 'scripts'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && /['"`]git['"`]/.test(readFileSync(path.join(ROOT, 'scripts', file), 'utf8')),
  );
  expect(callers.filter((file) => file !== path.join('command', 'git-call.test.ts'))).toEqual([
    path.join('command', 'git-call.ts'),
  ]);
});
