/**
 * README.md, CONTRIBUTING.md and docs/ against the files, headings and reference results that they speak of.
 * `npx vitest run scripts/documents.test.ts -u` writes the numbers again, and the picture of the architecture.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { markdownTable } from 'markdown-table';
import { describe, expect, it } from 'vitest';
import { ROOT } from './command/paths.ts';
import { documents } from './fixtures/documents.ts';
import type { Table } from './report/content/parts.ts';
import { readResults } from './report/content/results.ts';
import { pictureOf } from './report/render/picture.ts';
import { sectionsOf } from './report/sections/index.ts';

const MOST_BYTES = { 'README.md': 10_000, 'CONTRIBUTING.md': 8_000 };
const BASELINE = path.join(ROOT, 'results', 'baseline');
const results = await readResults(BASELINE);
const parts = sectionsOf(results).flatMap((section) => section.parts);

const textOf = (file: string) => documents.find((document) => document.file === file)!.text;

/** The targets of links and pictures that match, as paths from the project's root. */
function targetsOf({ file, text }: { readonly file: string; readonly text: string }, link: RegExp): string[] {
  return Array.from(text.matchAll(link), ([, target]) => path.join(path.dirname(file), target!));
}

/** The anchors of the headings of a document, as GitHub makes them. */
function anchorsOf(text: string): string[] {
  return Array.from(text.matchAll(/^#+ (.*)$/gm), ([, heading]) =>
    heading!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** The source files in a folder, from the project's root; no tests. */
function filesOf(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.split(path.sep).join('/')}`)
    .filter((file) => /(?<!\.test)\.ts$/.test(file));
}

/** Cells of the lines of a table in Markdown, without the line below its head. */
function cellsOf(table: string): string[][] {
  const lines = table.trim().split('\n');
  return lines.toSpliced(1, 1).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

describe.each(documents)('$file', ({ file, text }) => {
  it('links only to files that exist, and to headings that they have', () => {
    for (const link of text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)) {
      const target = link[1] === '' ? file : path.join(path.dirname(file), link[1]!);
      expect(existsSync(path.join(ROOT, target)), link[0]).toBe(true);
      if (link[2] !== undefined) expect(anchorsOf(textOf(target)), link[0]).toContain(link[2]);
    }
  });

  it('names only paths of the project that exist', () => {
    const named = Array.from(
      text.matchAll(/`((?:methods|suites|scripts|docs|\.ci|\.github)\/[\w./-]*)/g),
      ([, it]) => it!,
    );
    const real = named.filter((each) => !/[A-Z]{2}/.test(each)); // NAME, SUITE and the like stand for others
    expect(real.filter((each) => !existsSync(path.join(ROOT, each)))).toEqual([]);
  });

  it('uses the words of the field', () => {
    const prose = text.replaceAll(/^```.*?^```$/gms, '');
    expect(prose).not.toMatch(/\b(by turns|kin|of which nobody can tell)\b/i);
  });
});

describe('the documents', () => {
  it.each(Object.entries(MOST_BYTES))('keep %s below %d bytes', (file, most) => {
    expect(Buffer.byteLength(textOf(file))).toBeLessThanOrEqual(most);
  });

  it('show figures as the report makes them from the reference results', async () => {
    const shown = documents.flatMap((document) => targetsOf(document, /!\[[^\]]*\]\(([^)]+)\)/g));
    const figures = shown.filter((file) => file.startsWith('results'));
    expect(figures).toHaveLength(2);
    for (const file of figures) {
      const part = parts.find(({ name }) => name === path.basename(file, '.svg'));
      if (part?.kind !== 'chart' && part?.kind !== 'diagram') throw new Error(`the report has no picture ${file}`);
      const made = (await pictureOf(part)).file;
      expect(readFileSync(path.join(ROOT, file), 'utf8') === made, file).toBe(true);
    }
  });
});

describe('docs/architecture.svg', () => {
  it('is drawn from docs/architecture.dot', async () => {
    const [, alternative = ''] = /!\[(.*)\]\(architecture\.svg\)/.exec(textOf('docs/architecture.md')) ?? [];
    const dot = readFileSync(path.join(ROOT, 'docs', 'architecture.dot'), 'utf8');
    const described = { name: 'architecture', title: 'The parts of diffmark', reading: [], remake: '', alternative };
    const { file } = await pictureOf({ ...described, kind: 'diagram', dot });
    await expect(file).toMatchFileSnapshot(path.join(ROOT, 'docs', 'architecture.svg'));
  });
});

describe('README.md', () => {
  it('has a table of the reference results, rounded as in the report', async () => {
    const text = textOf('README.md');
    const [, table = ''] = /<!-- results:begin -->\n(.*?)\n<!-- results:end -->/s.exec(text) ?? [];
    const [head = [], ...lines] = cellsOf(table);
    const made = parts.find((part): part is Table => part.name === 'helmholtz' && part.kind === 'table')!;
    const columns = head.slice(1, -1).map((name) => made.columns.findIndex(({ head: { text } }) => text === name));
    const rows = lines.map(([method = '']) => {
      const row = made.rows.find(([name]) => name?.text === method)!;
      const ratios = columns.map((i) => `${row[i]!.text}${row[i]!.tone === 'unknown' ? ' ?' : ''}`);
      const digits = results.accuracy.flatMap((each) =>
        each.suite === 'helmholtz' && each.operator === 'gradient' && each.method === method ? (each.digits ?? []) : [],
      );
      return [method, ...ratios, Math.min(...digits).toFixed(1)];
    });
    const align = head.map((_, i) => (i === 0 ? '' : 'r'));
    const current = text.replace(table, () => markdownTable([head, ...rows], { align }));
    await expect(current).toMatchFileSnapshot(path.join(ROOT, 'README.md'));
  });
});

describe('docs/architecture.md', () => {
  it('says of each room what is there', () => {
    const rooms = new Set(filesOf('scripts').flatMap((file) => /^scripts\/[\w-]+\//.exec(file) ?? []));
    expect(rooms.size).toBeGreaterThan(5);
    for (const room of rooms) expect(textOf('docs/architecture.md')).toContain(`\`${room}\``);
  });
});

describe('docs/adding-things.md', () => {
  it('names every file that lists primitives in the recipe for one', () => {
    const [, recipe = ''] = /^## A primitive\n(.*?)^## /ms.exec(textOf('docs/adding-things.md')) ?? [];
    const written = [...filesOf('methods'), ...filesOf('scripts')].filter((file) => !file.includes('/specialised/'));
    const lists = written.filter((file) => {
      const text = readFileSync(path.join(ROOT, file), 'utf8');
      return /\btan\b/.test(text) && /\basin\b/.test(text);
    });
    expect(lists.filter((file) => !recipe.includes(file))).toEqual([]);
  });
});

describe('docs/reading-the-csvs.md', () => {
  it('has the values of the rows that it explains', async () => {
    const file = 'docs/reading-the-csvs.md';
    const current = textOf(file).replaceAll(
      /(<!-- (timing|accuracy) row: (.*) -->\n)((?:\|.*\n)+)/g,
      (_, comment: string, name: 'timing' | 'accuracy', keys: string, table: string) => {
        const wanted = keys.split(' ').map((key) => key.split('='));
        const rows: readonly Readonly<Record<string, string | number | undefined>>[] = results[name];
        const row = rows.find((each) => wanted.every(([column, value]) => String(each[column!]) === value))!;
        const [head = [], ...lines] = cellsOf(table);
        const valued = lines.map(([column = '', , meaning = '']) => {
          expect(Object.keys(row)).toContain(column.replaceAll('`', ''));
          return [column, shortened(row[column.replaceAll('`', '')]), meaning];
        });
        return `${comment}${markdownTable([head, ...valued])}\n`;
      },
    );
    await expect(current).toMatchFileSnapshot(path.join(ROOT, file));
  });
});

/** A cell with few digits, but whole numbers and text as they are. */
function shortened(cell: string | number | undefined): string {
  if (typeof cell !== 'number' || Number.isInteger(cell)) return String(cell ?? '');
  return Math.abs(cell) >= 1000 ? String(Math.round(cell)) : cell.toPrecision(4);
}
