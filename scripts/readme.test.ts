/** The commands in README.md, CONTRIBUTING.md and docs/. The comment before a snippet says how it is tested. */
import { execFile } from 'node:child_process';
import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ROOT } from './command/paths.ts';
import { compiled, newFolder } from './fixtures/command.ts';
import { snippets } from './fixtures/documents.ts';
import { readResults } from './report/content/results.ts';
import { readCsv } from './tables/csv.ts';
import { accuracy } from './tables/tables.ts';

const commands = snippets
  .filter(({ language, comment }) => language === 'sh' && comment === 'runs in tests')
  .flatMap(({ text }) => text.trim().split('\n'))
  .map((line) => line.replace(/\s+#.*/, ''));
const shown = snippets.flatMap(({ text, place, comment }) => {
  const file = /^is (\S+)$/.exec(comment)?.[1];
  return file === undefined ? [] : [{ file, text, place }];
});

let folder: string;
beforeAll(() => {
  folder = newFolder();
  for (const name of ['docs', 'node_modules', 'package.json'])
    symlinkSync(path.join(ROOT, name), path.join(folder, name));
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
 * Runs `npm run bench`, `graph`, `report`, `explain` or `check`. The code is compiled already. It runs in the folder of
 * the snippets, so results/ of the checkout stays as it is. A case may take longer: a busy machine is no fault.
 */
function run(command: string) {
  const [, script, args = ''] = /^npm run (bench|graph|report|explain|check)(?: -- (.*))?$/.exec(command) ?? [];
  if (script === undefined)
    throw new Error(
      `the test can run \`npm run bench\`, \`graph\`, \`report\`, \`explain\` and \`check\`, not: ${command}`,
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

describe('the documents', () => {
  it('say of each snippet what tests make of it', () => {
    for (const { language, comment, place } of snippets) {
      const known =
        language === 'ts' ? /^is docs\/examples\/[a-z-]+\.ts$/ : language === 'sh' ? /^(runs|not run) in tests/ : /^/;
      expect(comment, `the comment before the snippet in ${place}`).toMatch(known);
      if (comment.startsWith('not run')) expect(comment, place).toMatch(/^not run in tests: .+$/);
    }
    expect(commands.length).toBeGreaterThan(0);
    expect(shown.length).toBeGreaterThan(0);
  });

  for (const { text, comment, place } of snippets.filter(({ comment }) => comment.startsWith('not run'))) {
    const command = text.trim().split('\n')[0]!;
    it(`leave out ${command}`, ({ skip }) => {
      console.log(`${place}: ${command}: ${comment}`);
      skip(comment);
    });
  }

  it.each(commands)('are right about %s', async (command) => {
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

  it.each(shown)('show $file as it is', ({ file, text, place }) => {
    expect(text, place).toBe(readFileSync(path.join(ROOT, file), 'utf8'));
  });

  it.each(['my-method', 'my-problem'])('run docs/examples/%s.ts', (name) => {
    expect(commands.some((command) => command.includes(`--plugin docs/examples/${name}.ts `))).toBe(true);
  });
});

describe('docs/examples/my-function.ts', () => {
  it('prints the value and the gradient of its function', async () => {
    const print = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    await import('../docs/examples/my-function.ts');
    expect(print.mock.calls).toEqual([[{ value: 0.5, slopes: [0.25, 0.5] }]]);
    print.mockRestore();
  });
});
