import { existsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { errorCode } from '../command/error-code.ts';
import { temporaryFolder } from '../fixtures/command.ts';
import { makeFolder } from './make-folder.ts';

it('makes all folders that are missing, and takes those that exist', async () => {
  const folder = path.join(temporaryFolder(), 'a', 'b', 'c');
  await makeFolder(folder);
  await makeFolder(folder);
  await Promise.all(['d/e', 'd/f', 'd/e'].map((name) => makeFolder(path.join(folder, name))));
  expect(statSync(path.join(folder, 'd', 'e')).isDirectory()).toBe(true);
});

it('has an end where there is no place for a folder', async () => {
  const file = path.join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  const codes = await Promise.all(
    [file, path.join(file, 'x'), ...(existsSync('/proc/self') ? ['/proc/x', '/proc/x/y/z'] : [])].map((folder) =>
      makeFolder(folder).then(() => 'made', errorCode),
    ),
  );
  expect(codes.slice(0, 2)).toEqual(['EEXIST', 'ENOTDIR']);
  for (const code of codes) expect(code).toMatch(/^E[A-Z]+$/);
});
