import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { shellWord } from './shell-word.ts';

const TEXTS = [
  'results',
  '/a/b-1.csv',
  'with space',
  "it's",
  '$HOME',
  '"x"',
  'a\\b',
  '`id`',
  "'$'",
  '!!',
  '',
  '*',
  '~/a',
  'a;b',
  '-x',
  'é',
];

it.skipIf(process.platform === 'win32')('is one word of a shell, whatever the text', () => {
  const command = `printf '%s\\n' ${TEXTS.map(shellWord).join(' ')}`;
  expect(execFileSync('sh', ['-c', command], { encoding: 'utf8' }).split('\n').slice(0, -1)).toEqual(TEXTS);
  expect(shellWord('/a/b-1.csv')).toBe('/a/b-1.csv');
});
