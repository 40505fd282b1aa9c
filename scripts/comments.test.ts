/** Comments are easy to read: no line is too wide, and no docstring begins with a riddle. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..');
const WIDEST = 120;

/** Every file of TypeScript, from the project's root. */
const FILES: readonly string[] = [
  'vitest.config.ts',
  ...['docs', 'methods', 'suites', 'scripts'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.split(path.sep).join('/')}`)
      .filter((file) => file.endsWith('.ts')),
  ),
];

/** Lines that `find` finds in all files, each with the name of its file. */
function found(find: (text: string) => string[]): string[] {
  return FILES.flatMap((file) => find(readFileSync(path.join(ROOT, file), 'utf8')).map((line) => `${file}: ${line}`));
}

/** Lines that are too wide and hold a comment. A line with `${` is a template: its text has another width. */
function wideComments(text: string): string[] {
  const comment = /^\s*(\/\*|\*|\/\/)|[;,{})] \/\/ /;
  return text.split('\n').filter((line) => line.length > WIDEST && comment.test(line) && !line.includes('${'));
}

/** First lines of docstrings of exported declarations that begin with a riddle, and not with a noun or a verb. */
function riddles(text: string): string[] {
  const docstring = /^\/\*\*\s+(?:\* )?((?:What|The same)\b.*)\n(?: \*.*\n)*export /gm;
  return [...text.matchAll(docstring)].map(([, begin]) => begin!);
}

describe('the check of comments', () => {
  it('finds lines that are too wide, also at the end of code', () => {
    const [words, width] = ['word '.repeat(30), WIDEST];
    for (const begin of ['/** ', '  * ', '  // ', 'f(x); // ']) {
      expect(wideComments(`\n${begin}${words}\n`)).toEqual([`${begin}${words}`]);
      expect(wideComments(`\n${begin}${words.slice(0, width - begin.length)}\n`)).toEqual([]);
    }
    expect(wideComments(`say('${words}');\nconst text = 'https://${words}';\n`)).toEqual([]);
  });

  it('finds docstrings that begin with a riddle', () => {
    expect(riddles('/** What it is. */\nexport const a = 1;\n/** The same. */\nexport function b() {}\n')).toEqual([
      'What it is. */',
      'The same. */',
    ]);
    expect(riddles('/**\n * What it is,\n * and why.\n */\nexport const a = 1;\n')).toEqual(['What it is,']);
    expect(riddles('/** Whatever. */\nexport const a = 1;\n/** What it is. */\nconst b = 1;\n')).toEqual([]);
  });
});

describe('comments', () => {
  it(`have at most ${WIDEST} columns`, () => {
    expect(found(wideComments)).toEqual([]);
  });

  it('of exported declarations begin with neither "What" nor "The same"', () => {
    expect(found(riddles)).toEqual([]);
  });
});
