import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../../fixtures/command.ts';
import { CannotCompare } from '../sides/cannot-compare.ts';
import { record } from './record.ts';

afterEach(() => vi.unstubAllEnvs());

/** Puts a program in the place of npm that writes down its arguments and ends with the status. */
function npmThatEndsWith(status: number): () => string {
  const folder = temporaryFolder();
  const file = path.join(folder, 'arguments');
  writeFileSync(path.join(folder, 'npm'), `#!/bin/sh\necho "$*" > '${file}'\nexit ${status}\n`, { mode: 0o755 });
  vi.stubEnv('PATH', `${folder}:${process.env.PATH}`);
  return () => readFileSync(file, 'utf8').trim();
}

describe.skipIf(process.platform === 'win32')('a new recording', () => {
  it('is a run of the timing harness alone, in 24 forks', async () => {
    const args = npmThatEndsWith(0);
    await record('some/folder', false);
    expect(args()).toBe(`run bench -- --harness timing --forks 24 --no-report --out ${path.resolve('some/folder')}`);
    await record('some/folder', true);
    expect(args()).toMatch(/ --thorough /);
  });
  it('counts though a case was not as expected', async () => {
    npmThatEndsWith(1);
    await expect(record('some/folder', false)).resolves.toBeUndefined();
  });
  it.each([2, 130])('does not where the bench ends with status %i', async (status) => {
    npmThatEndsWith(status);
    await expect(record('some/folder', false)).rejects.toThrow(CannotCompare);
  });
  it('does not where there is no npm', async () => {
    vi.stubEnv('PATH', temporaryFolder());
    await expect(record('some/folder', false)).rejects.toThrow("npm can't be started");
  });
});
