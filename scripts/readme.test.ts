/**
 * README.md as a test. The comment before each snippet says what becomes of it: `<!-- runs in tests -->` (each line of
 * a shell snippet), `<!-- runs in tests as FILE -->` (TypeScript: compiled as FILE, then measured by the shell snippet
 * that names it), or `<!-- not run in tests: REASON -->`.
 */
import { execFile } from 'node:child_process';
import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from './command/paths.ts';
import { compiled, newFolder } from './fixtures/command.ts';
import { readResults } from './report/content/results.ts';
import { pictureOf } from './report/render/picture.ts';
import { sectionsOf } from './report/sections/index.ts';
import { readCsv } from './tables/csv.ts';
import { accuracy } from './tables/tables.ts';

interface Snippet {
  readonly language: string;
  readonly text: string;
  /** The line of README.md on which it opens. */
  readonly line: number;
  /** The comment before it, without its marks. */
  readonly comment: string;
}

const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
const snippets = Array.from(readme.matchAll(/(?:<!-- ([^\n]*) -->\n)?```(\w*)\n(.*?)^```$/gms), (match): Snippet => {
  const [, comment = '', language = '', text = ''] = match;
  return { language, text, line: readme.slice(0, match.index).split('\n').length, comment };
});
const commands = snippets
  .filter(({ language, comment }) => language === 'sh' && comment === 'runs in tests')
  .flatMap(({ text }) => text.trim().split('\n'))
  .map((line) => line.replace(/\s+#.*/, ''));
const modules = snippets.flatMap(({ text, comment }) => {
  const file = /^runs in tests as (\S+)$/.exec(comment)?.[1];
  return file === undefined ? [] : [{ file, text }];
});

let folder: string;
beforeAll(() => {
  folder = newFolder();
  for (const name of ['methods', 'suites', 'node_modules', 'package.json'])
    symlinkSync(path.join(ROOT, name), path.join(folder, name));
  for (const { file, text } of modules) writeFileSync(path.join(folder, file), text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a JavaScript program in the folder of the snippets. */
function node(...args: readonly string[]): Promise<{ readonly status: number; readonly output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: folder }, (error, stdout, stderr) => {
      const status = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ status, output: `${stdout}${stderr}` });
    });
  });
}

/**
 * `npm run bench`, `graph`, `report`, `explain` or `check` as its script in package.json says, but without compiling,
 * which is done, and in the folder of the snippets, so that results/ of the checkout is left alone. A busy machine is
 * no fault of README.md, so a case may take longer.
 */
function run(command: string) {
  const [, script, args = ''] = /^npm run (bench|graph|report|explain|check)(?: -- (.*))?$/.exec(command) ?? [];
  if (script === undefined)
    throw new Error(
      `the test can run \`npm run bench\`, \`hello\`, \`graph\`, \`report\`, \`explain\` and \`check\`, not: ${command}`,
    );
  const patience = {
    bench: ['--time-limit', '30', '--no-report'],
    explain: ['--time-limit', '30'],
    check: ['--time-limit', '60'],
  }[script];
  return node(
    compiled(script),
    ...Array.from(args.matchAll(/"([^"]*)"|(\S+)/g), ([, quoted, plain]) => quoted ?? plain!),
    ...(patience ?? []),
  );
}

describe('README.md', () => {
  it('says of each snippet what tests make of it', () => {
    for (const { language, comment, line } of snippets) {
      const known =
        language === 'ts'
          ? /^runs in tests as [a-z-]+\.ts$/
          : language === 'sh'
            ? /^(runs in tests|not run in tests: .+)$/
            : /^$/;
      expect(comment, `the comment before the snippet on line ${line}`).toMatch(known);
    }
    expect(commands.length).toBeGreaterThan(0);
    expect(modules.length).toBeGreaterThan(0);
  });

  for (const { text, comment } of snippets.filter(({ comment }) => comment.startsWith('not run'))) {
    const command = text.trim().split('\n')[0]!;
    it(`leaves out ${command}`, ({ skip }) => {
      console.log(`README.md: ${command}: ${comment}`);
      skip(comment);
    });
  }

  it.each(commands)('is right about %s', async (command) => {
    const { status, output } = await run(command);
    expect(status, output).toBe(0);
    if (!command.includes('--plugin')) return;
    if (command.includes('--harness error,size')) {
      const { errorVsStep: steps, expressionSize: sizes } = await readResults(path.join(folder, 'results'));
      for (const rows of [steps, sizes])
        expect(rows.filter(({ outcome }) => outcome === 'ok').length, output).toBeGreaterThan(3);
      return;
    }
    const rows = await readCsv(path.join(folder, 'results', 'accuracy.csv'), accuracy);
    expect(rows.filter(({ outcome }) => outcome === 'ok').length, output).toBeGreaterThan(0);
    const others = rows.filter(({ outcome }) => outcome !== 'ok' && outcome !== 'unsupported');
    expect(others, output).toEqual([]);
  });

  it.each(modules)('has a snippet $file that compiles in strict mode and is measured', async ({ file }) => {
    const config = { extends: path.join(ROOT, 'tsconfig.json'), include: [file] };
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(config));
    const tsc = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
    const { status, output } = await node(tsc, '-p', 'tsconfig.json');
    expect(status, output).toBe(0);
    expect(commands.some((command) => command.includes(`--plugin ${file} `))).toBe(true);
  });

  it('shows figures as the report makes them from the reference results', async () => {
    const results = await readResults(path.join(ROOT, 'results', 'baseline'));
    const parts = sectionsOf(results).flatMap((section) => section.parts);
    const shown = Array.from(readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g), ([, file]) => file!);
    expect(shown).toHaveLength(2);
    for (const file of shown) {
      const part = parts.find(({ name }) => name === path.basename(file, '.svg'));
      if (part?.kind !== 'chart' && part?.kind !== 'diagram') throw new Error(`the report has no picture ${file}`);
      const made = (await pictureOf(part)).file;
      expect(readFileSync(path.join(ROOT, file), 'utf8') === made, file).toBe(true);
    }
  });

  it('names only files that exist', () => {
    const links = Array.from(readme.matchAll(/\]\(([^)#:]+)\)/g), ([, target]) => target!);
    for (const target of links) expect(() => readFileSync(path.join(ROOT, target)), target).not.toThrow();
  });
});
