/** Tables as Markdown, LaTeX and CSV. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../fixtures/command.ts';
import type { Cell, Table } from '../content/parts.ts';
import { huge, tones } from '../fixtures/sections.ts';
import { tableCsv } from './comma-separated.ts';
import { tableLatex } from './latex.ts';
import { latexText } from './latex-text.ts';
import { tableMarkdown } from './markdown.ts';

const small = (rows: Table['rows'], head: readonly Cell[] = [{ text: 'a' }, { text: 'b' }]): Table => ({
  kind: 'table',
  name: 'small',
  title: 'Small',
  reading: ['Read \\(x_1\\).'],
  remake: 'npm run bench',
  columns: head.map((cell, i) => ({ head: cell, align: i === 0 ? 'left' : 'right' })),
  rows,
});

describe('a table as CSV', () => {
  it('has numbers that are not rounded, and notes only where there are any', () => {
    const rows: Table['rows'] = [
      [{ text: 'x' }, { text: '3.14', value: Math.PI }],
      [{ text: 'y, z' }, { text: 'infinite', value: Number.POSITIVE_INFINITY }],
    ];
    expect(tableCsv(small(rows))).toBe(`a,b\nx,${Math.PI}\n"y, z",INF\n`);
    expect(tableCsv(small([[{ text: 'x' }, { text: 'timeout', note: 'after 1 s' }]]))).toBe(
      'a,b,notes\nx,timeout,b: after 1 s\n',
    );
  });

  it('has a cell a column in every row', () => {
    const records: string[][] = parse(tableCsv(tones));
    expect(records.length).toBe(1 + tones.rows.length);
    for (const record of records) expect(record.length).toBe(tones.columns.length + 1);
    expect(records[2]![0]).toBe('[best] a_b ~ c^2 \\ $5 <i> *x*');
  });
});

describe('a table as Markdown', () => {
  it('is aligned, with formulas, tones in words and escaped signs', () => {
    const rows: Table['rows'] = [
      [{ text: 'x_1 | *y*' }, { text: '7', tone: 'best' }],
      [
        { text: 'f', tex: '|x|' },
        { text: '0.1', tone: 'wrong' },
      ],
      [{ text: 'g' }, { text: 'timeout', tone: 'timeout' }],
    ];
    expect(tableMarkdown(small(rows))).toBe(`**Small**

| a               |           b |
| :-------------- | ----------: |
| x\\_1 \\| \\*y\\*   |       **7** |
| $\\vert x\\vert $ | 0.1 (wrong) |
| g               |     timeout |

Read $x_1$.

Made again by \`npm run bench\` and \`npm run report\`.
`);
  });

  it('has as many cells in every line', () => {
    const lines = tableMarkdown(tones)
      .split('\n')
      .filter((line) => line.startsWith('|'));
    expect(lines.length).toBe(2 + tones.rows.length);
    for (const line of lines) expect(line.split(/(?<!\\)\|/).length - 2, line).toBe(tones.columns.length);
  });
});

/** Faults that stop LaTeX: unbalanced braces, or special characters that are not escaped outside of mathematics. */
function latexFaults(tex: string): string[] {
  const body = tex.replaceAll(/^%.*$/gm, '');
  const depth = [...body.replaceAll(/\\[{}]/g, '')].reduce(
    (open, sign) => open + (sign === '{' ? 1 : sign === '}' ? -1 : 0),
    0,
  );
  const text = body.replaceAll(/\\\(.*?\\\)|(?<!\\)\$.*?(?<!\\)\$|\\ensuremath\{(?:[^{}]|\{[^{}]*\})*\}/g, '');
  const special =
    text.replaceAll(/\\[&%$#_{}]|\\\\|\\[a-z]+/gi, '').match(/[#%$_^~]|[^\x20-\x7e\n\u{c0}-\u{17f}]/gu) ?? [];
  return [...(depth === 0 ? [] : [`braces: ${depth}`]), ...special];
}

describe('a table as LaTeX', () => {
  it.each([tones, huge])('$name has balanced braces, escaped signs and a cell a column', (table) => {
    const tex = tableLatex(table);
    expect(latexFaults(tex)).toEqual([]);
    const rows = tex.split('\n').filter((line) => line.endsWith('\\\\'));
    expect(rows.length).toBe(1 + table.rows.length);
    for (const row of rows) expect(row.match(/(?<!\\)&/g)?.length, row).toBe(table.columns.length - 1);
  });

  it('names its packages, its label and where its numbers come from', () => {
    const tex = tableLatex(small([[{ text: 'x' }, { text: '7', tone: 'best' }]]));
    expect(tex).toContain('% Needs \\usepackage{booktabs} and \\usepackage{amsmath}.');
    expect(tex).toContain('\\label{tab:small}');
    expect(tex).toContain('\\begin{tabular}{lr}');
    expect(tex).toContain('    x & \\textbf{7} \\\\');
  });

  it.each([
    ['50 % of #1 & {a}_b', '50 \\% of \\#1 \\& \\{a\\}\\_b'],
    ['2.0 × 10⁻⁹', '2.0 \\ensuremath{\\times} 10\\ensuremath{^{-9}}'],
    ['−x₁₂', '\\ensuremath{-}x\\ensuremath{_{12}}'],
    ['a^b ~ \\', 'a\\textasciicircum{}b \\textasciitilde{} \\textbackslash{}'],
    ['v\u0304₁ = v\u0307', '\\ensuremath{\\bar{v}}\\ensuremath{_{1}} = \\ensuremath{\\dot{v}}'],
    ['µs – naïve', '\\ensuremath{\\mu}s -- naïve'],
    ['x \u{1f600}', 'x [U+1F600]'],
  ])('writes %s as %s', (text, tex) => {
    expect(latexText(text)).toBe(tex);
  });

  it('compiles in a minimal document, where there is a LaTeX', ({ skip }) => {
    if (!hasLatex()) {
      console.log('print.test.ts: tables are not compiled: there is no pdflatex');
      skip('there is no pdflatex');
    }
    const folder = temporaryFolder();
    const everySign = small([[{ text: 'a' }, { text: signsOfMaths() }]]);
    for (const table of [tones, huge, everySign])
      writeFileSync(path.join(folder, `${table.name}.tex`), tableLatex(table));
    const inputs = ['tones', 'digits-by-problem', 'small'].map((name) => `\\input{${name}}`).join('\n');
    writeFileSync(
      path.join(folder, 'all.tex'),
      `\\documentclass{article}\n\\usepackage{booktabs}\n\\usepackage{amsmath}\n\\begin{document}\n${inputs}\n\\end{document}\n`,
    );
    execFileSync('pdflatex', ['-interaction=nonstopmode', '-halt-on-error', 'all.tex'], { cwd: folder, stdio: 'pipe' });
    expect(readFileSync(path.join(folder, 'all.log'), 'utf8')).not.toMatch(/^!|Missing character/m);
  });
});

function hasLatex(): boolean {
  try {
    execFileSync('pdflatex', ['--version'], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

/** All signs that the printer knows, read from its source. */
function signsOfMaths(): string {
  const source = readFileSync(new URL('./latex-text.ts', import.meta.url), 'utf8');
  return [...new Set(source.match(/[^\t-~]/gu))].join('');
}
