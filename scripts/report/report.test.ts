/** `npm run report`, and what it writes: once by a process of its own, else by its function. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, newFolder, runProcess, temporaryFolder } from '../fixtures/command.ts';
import { callBench, called } from '../fixtures/in-process.ts';
import { benchCommand } from '../whole-run/command.ts';
import { reportCommand } from './command.ts';
import { readResults } from './content/results.ts';
import { writeReport } from './files.ts';
import { withExtremes } from './fixtures/extremes.ts';
import { RECORD, writeResultFiles } from './fixtures/result-files.ts';
import { NOTHING } from './fixtures/results.ts';
import { beside, graph, lines, missing, sections, tones } from './fixtures/sections.ts';
import { reportFiles } from './make.ts';
import { pngOf } from './render/png.ts';
import { summary } from './report.ts';
import { sectionsOf } from './sections/index.ts';

const shared = newFolder();
const RESULTS = path.join(shared, 'results');
beforeAll(() => writeResultFiles(RESULTS));
afterAll(() => rmSync(shared, { recursive: true, force: true }));

function call(...args: string[]): Promise<Ended> {
  return called(reportCommand, args);
}

function start(...args: string[]): Promise<Ended> {
  return runProcess('report', args);
}

/** Every file below a folder, with its bytes. */
function bytesOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .sort()
      .map((file) => [path.relative(folder, file), readFileSync(file, 'latin1')]),
  );
}

/** The message about results with one file changed; nothing may be written. */
async function refusal(file: string, change: (text: string) => string): Promise<string> {
  const from = path.join(temporaryFolder(), 'results');
  mkdirSync(from);
  for (const name of readdirSync(RESULTS).filter((each) => each !== 'report')) {
    const text = readFileSync(path.join(RESULTS, name), 'utf8');
    writeFileSync(path.join(from, name), name === file ? change(text) : text);
  }
  const { status, stdout, stderr } = await call('--from', from);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr.trim().split('\n').length, stderr).toBe(1);
  expect(existsSync(path.join(from, 'report'))).toBe(false);
  return stderr.trim().replaceAll(`${from}${path.sep}`, '');
}

/** Every list of numbers below a key of this name, wherever it stands. */
function listsOf(name: string, value: unknown): number[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) => {
    const isList = key === name && Array.isArray(below) && below.every((each) => typeof each === 'number');
    return isList ? [below] : listsOf(name, below);
  });
}

describe('npm run report', () => {
  it('shows its help, at most 80 columns wide', async () => {
    const { status, stdout } = await start('--help');
    expect(status).toBe(0);
    for (const option of ['--from', '--out', '--no-png']) expect(stdout).toContain(option);
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  });

  it('writes page, slides, figures and tables into report/, and the same bytes again', async () => {
    const first = path.join(RESULTS, 'report');
    const second = path.join(temporaryFolder(), 'deep', 'report');
    const { status, stdout, stderr } = await start('--from', RESULTS, '--no-png');
    const again = await call('--from', RESULTS, '--out', second, '--no-png');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(again.status).toBe(0);
    expect(stdout).toContain(`open in a browser:\n  ${path.join(first, 'index.html')}\n`);
    const files = bytesOf(first);
    for (const file of [
      'index.html',
      'slides.html',
      'figures/error-against-step.svg',
      'figures/error-against-step.vl.json',
    ])
      expect([...files.keys()]).toContain(path.normalize(file));
    expect([...files.keys()].filter((file) => file.endsWith('.png'))).toEqual([]);
    expect(bytesOf(second)).toEqual(files);
  });

  it('writes a PNG beside every figure unless it is told not to, and the same bytes again', async () => {
    const from = path.join(temporaryFolder(), 'results');
    mkdirSync(from);
    cpSync(path.join(RESULTS, 'error-vs-step.csv'), path.join(from, 'error-vs-step.csv'));
    const { status, stderr } = await call('--from', from);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const figures = path.join(from, 'report', 'figures');
    const named = (end: string) =>
      readdirSync(figures)
        .filter((file) => file.endsWith(end))
        .map((file) => path.basename(file, end));
    expect(named('.svg')).toContain('error-against-step');
    expect(named('.png')).toEqual(named('.svg'));
    const file = path.join(figures, 'error-against-step');
    const again = await pngOf(readFileSync(`${file}.svg`, 'utf8'));
    expect(Buffer.from(again).equals(readFileSync(`${file}.png`))).toBe(true);
  });

  it('says what the results lack, and how to come by it', async () => {
    const from = path.join(temporaryFolder(), 'results');
    cpSync(RESULTS, from, { recursive: true });
    rmSync(path.join(from, 'memory.csv'));
    rmSync(path.join(from, 'run.json'));
    const { record, ...rest } = await readResults(from);
    expect(record).toBeUndefined();
    const text = summary('report', sectionsOf({ record, ...rest }));
    expect(text).toMatch(/^Figures and tables that lack their rows: 3\. The page says how to make them\.$/m);
    expect(text.split('\n').length).toBeLessThanOrEqual(4); // with the summary above it, it fits one screen
    for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  });

  it('counts what the results lack where they are of a part only', async () => {
    const from = path.join(temporaryFolder(), 'results');
    mkdirSync(from);
    writeFileSync(path.join(from, 'timing.csv'), readFileSync(path.join(RESULTS, 'timing.csv')));
    const { status, stdout } = await call('--from', from, '--no-png');
    expect(status).toBe(0);
    expect(readFileSync(path.join(from, 'report', 'index.html'), 'utf8')).toContain('there is no run.json');
    const figures = readdirSync(path.join(from, 'report', 'figures'));
    expect(figures.filter((file) => file.endsWith('.svg'))).not.toEqual([]);
    expect(figures.filter((file) => file.endsWith('.png'))).toEqual([]);
    expect(stdout).toMatch(/lack their rows: \d\d\. The page says how to make them\.\n$/);
  });

  it.each([
    [['--bogus'], "unknown option '--bogus'"],
    [['--from', '/nowhere'], 'There are no results in /nowhere'],
  ])('refuses %j in a sentence', async (args, answer) => {
    const { status, stdout, stderr } = await start(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.trim().split('\n').length, stderr).toBe(1);
    expect(stderr).toContain(answer);
  });

  it('refuses a folder that can not be written in a sentence', async () => {
    const file = path.join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const from = temporaryFolder();
    cpSync(path.join(RESULTS, 'timing.csv'), path.join(from, 'timing.csv'));
    const { status, stderr } = await call('--from', from, '--no-png', '--out', path.join(file, 'report'));
    expect(status).toBe(2);
    expect(stderr.trim()).toMatch(/^The folder .*report can't be written \(ENOTDIR\): give another with --out\.$/);
  });

  it('refuses files that are malformed, cut off or foreign, with file, line and column, and writes nothing', async () => {
    const advice = 'make it again with `npm run bench`, or move it away and the report does without it.';
    const told = [
      await refusal('timing.csv', (text) => text.replace('median_ns', 'median_ms')),
      await refusal('memory.csv', (text) => text.slice(0, -20)),
      await refusal('accuracy.csv', (text) => text.replace(/\n([^,]*,[^,]*),\d+/, '\n$1,many')),
      await refusal('error-vs-step.csv', () => '"a'),
      await refusal('run.json', (text) => text.slice(0, -20)),
      await refusal('run.json', () => '{"run": 7}'),
    ];
    expect(told[0]).toMatch(
      /^timing\.csv, line 1: column \d+ is "median_ms", not "median_ns", so .*version; make it again/,
    );
    expect(told[1]).toMatch(/^memory\.csv.*line \d+/);
    expect(told[2]).toBe('accuracy.csv, line 2, column size: "many" is not a whole number.');
    expect(told[3]).toMatch(/^error-vs-step\.csv is not a well-formed CSV: /);
    expect(told[4]).toMatch(/^run\.json is not well-formed JSON \(.*\); make it again/);
    expect(told[5]).toBe(`run.json is not the record of a run: its field \`run\` must be a string; ${advice}`);
    expect(told.join()).not.toContain('--resume');
  });
});

describe('the files of a report', () => {
  it('can be made where everything is missing', async () => {
    const files = await reportFiles({ record: undefined, sections: sectionsOf(NOTHING), png: false });
    expect(String(files.get('index.html'))).toContain('class="missing"');
    expect(String(files.get('slides.html'))).toContain('<section class="question"');
  });

  it('hold charts that can be restyled, and diagrams in their language', async () => {
    const files = await reportFiles({ record: RECORD, sections, png: false });
    const spec: unknown = JSON.parse(String(files.get(`figures/${lines.name}.vl.json`)));
    expect(spec).toMatchObject({ data: lines.spec.data, config: { background: '#ffffff' } });
    expect(files.get(`figures/${graph.name}.dot`)).toContain('digraph');
    expect([...files.keys()].filter((file) => file.includes(missing.name))).toEqual([]);
    const svg = String(files.get(`figures/${beside.name}.svg`));
    expect(svg).toContain('<title>Bars &#38; points &#60;beside&#62; each other</title>');
    expect(svg).not.toContain('currentColor');
  });

  it('escape what stands in them, and end no script early', async () => {
    const page = String((await reportFiles({ record: RECORD, sections, png: false })).get('index.html'));
    expect(page).toContain('A &#60;made-up&#62; CPU');
    expect(page).not.toContain('</script><b>');
    expect(page.match(/<script[ >]/g)?.length).toBe(page.match(/<\/script>/g)?.length);
    expect(page).toContain(`id="${tones.name}"`);
  });

  it('are refused where two parts share a name', async () => {
    const twice = [{ ...sections[0]!, parts: [missing, missing] }];
    await expect(reportFiles({ record: RECORD, sections: twice, png: false })).rejects.toThrow('called memory');
  });

  it('take the place of those of an older report, and of nothing else', async () => {
    const folder = temporaryFolder();
    await writeReport(
      folder,
      new Map([
        ['figures/old.svg', ''],
        ['tables/old.csv', ''],
        ['index.html', 'old'],
      ]),
    );
    writeFileSync(path.join(folder, 'figures', 'mine.txt'), '');
    writeFileSync(path.join(folder, 'mine.svg'), '');
    await writeReport(
      folder,
      new Map([
        ['figures/new.svg', ''],
        ['index.html', 'new'],
      ]),
    );
    expect([...bytesOf(folder).keys()].sort()).toEqual([
      'figures/mine.txt',
      'figures/new.svg',
      'index.html',
      'mine.svg',
    ]);
    expect(readFileSync(path.join(folder, 'index.html'), 'utf8')).toBe('new');
  });
});

describe('the sections of a report', () => {
  it('have charts also of extremes in every column, their axes with finite ends and few ticks', async () => {
    const parts = sectionsOf(withExtremes(await readResults(RESULTS))).flatMap((section) => section.parts);
    const charts = parts.filter((part) => part.kind === 'chart');
    expect(charts.length).toBeGreaterThan(15);
    for (const { name, spec } of charts) {
      const axes: unknown = JSON.parse(JSON.stringify(spec, (key, value) => (key === 'data' ? undefined : value)));
      for (const ends of listsOf('domain', axes)) expect(ends.every(Number.isFinite), `${name} ${ends}`).toBe(true);
      for (const ticks of listsOf('values', axes)) expect(ticks.length, name).toBeLessThan(60);
    }
  });
});

describe('npm run bench', () => {
  it('ends with the report of what it measured, and moves that of the run before away', async () => {
    const out = path.join(temporaryFolder(), 'results');
    const args = [
      '--quick',
      '--harness',
      'error',
      '--suite',
      'logistic-map',
      '--method',
      'forward-difference',
      '--out',
      out,
    ];
    const first = await called(benchCommand, args);
    expect(first.status, first.stderr).toBe(0);
    const page = path.join(out, 'report', 'index.html');
    expect(first.stdout.trimEnd().split('\n').slice(-4).join('\n')).toContain(`open in a browser:\n  ${page}`);
    expect(readFileSync(page, 'utf8')).toContain('error-against-step');
    expect(existsSync(path.join(out, 'report', 'figures', 'error-against-step.svg'))).toBe(true);
    const second = await callBench(...args);
    expect(second.status, second.stderr).toBe(0);
    expect(existsSync(page)).toBe(false);
    expect(existsSync(path.join(out, 'previous', 'report', 'index.html'))).toBe(true);
  });
});
