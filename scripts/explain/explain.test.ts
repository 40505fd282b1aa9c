import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { methods } from '../../methods/index.ts';
import { UsageError } from '../command/usage-error.ts';
import { type Ended, runProcess, temporaryFolder } from '../fixtures/command.ts';
import { called } from '../fixtures/in-process.ts';
import type { Cell, Section, Table } from '../report/content/parts.ts';
import { explainCommand } from './command.ts';
import { explain } from './explain.ts';
import { parseExplainOptions } from './options.ts';
import { requestOf } from './request.ts';
import { terminalText, widthOf } from './terminal.ts';

/** Long: a busy machine is no fault of a method. */
const PATIENCE = ['--time-limit', '60'];

async function explained(...args: readonly string[]): Promise<Section[]> {
  const options = parseExplainOptions(args);
  if (options === 'help') throw new Error('help was shown');
  return explain(await requestOf(options), options.timeLimit * 1000);
}

function tableOf(sections: readonly Section[], name: string): Table {
  const found = sections.flatMap(({ parts }) => parts).find((part) => part.name === name);
  if (found?.kind !== 'table') throw new Error(`there is no table ${name}`);
  return found;
}

/** The cells after the first of the row that begins with `name`. */
function rowOf(table: Table, name: string): Cell[] {
  const row = table.rows.find(([first]) => first!.text === name);
  if (!row) throw new Error(`there is no row ${name}`);
  return row.slice(1);
}

/** Runs the command in a process of its own. */
function run(...args: readonly string[]): Promise<Ended> {
  return runProcess('explain', args);
}

const LECTURE = 'log(x1) + x1*x2 - sin(x2)';

describe('the function of the lecture at (2, 5)', () => {
  it('has its value, its gradient by every method, its traces and its sizes', async () => {
    const sections = await explained(LECTURE, '--at', 'x1=2,x2=5', ...PATIENCE);
    expect(sections[0]!.text[0]).toMatch(/^f = 11\.652/);
    const gradient = tableOf(sections, 'gradient');
    const loaded = await Promise.all(Object.values(methods).map((load) => load()));
    const named = loaded.filter(({ operators }) => operators.includes('gradient'));
    expect(gradient.rows.map(([name]) => name!.text)).toEqual(['truth', ...named.map(({ name }) => name)]);
    expect(rowOf(gradient, 'manual')[0]).toMatchObject({ text: 'unsupported', note: expect.stringMatching(/by hand/) });
    for (const [name, ...cells] of gradient.rows.filter(([name]) => name!.text !== 'manual')) {
      const isQuotient = named.some((method) => method.name === name!.text && method.error === 'truncation');
      expect(cells[0]!.value).toBeCloseTo(5.5, isQuotient ? 6 : 15);
      expect(cells[1]!.value).toBeCloseTo(2 - Math.cos(5), isQuotient ? 6 : 15);
      if (name!.text === 'truth') continue;
      const error = cells[2]!.value!;
      expect(error).toBeLessThan(isQuotient ? 1e-6 : 4e-16);
      const largest = Math.max(
        Math.abs(cells[0]!.value! - 5.5) / 5.5,
        Math.abs(cells[1]!.value! - (2 - Math.cos(5))) / (2 - Math.cos(5)),
      );
      if (error > 1e-11) expect(error / largest).toBeCloseTo(1, 3); // below, 5.5 and the rest in doubles are no truth
    }
    expect(
      tableOf(sections, 'forward-trace')
        .rows.at(-1)!
        .map(({ text }) => text),
    ).toEqual(['y = v₅', '11.652', 'ẏ = v̇₅', '5.5']);
    expect(
      tableOf(sections, 'reverse-trace')
        .rows.slice(0, 2)
        .map((row) => row[3]!.text),
    ).toEqual(['5.5', '1.716']);
    const sizes = tableOf(sections, 'sizes');
    expect(
      rowOf(sizes, 'function, as a graph')
        .slice(0, 2)
        .map(({ value }) => value),
    ).toEqual([7, 5]);
    expect(
      rowOf(sizes, 'gradient, as a graph')
        .slice(0, 2)
        .map(({ value }) => value),
    ).toEqual([7, 4]); // 1/x1 + x2, x1 - cos x2
    expect(rowOf(tableOf(sections, 'operations-gradient'), 'reverse-graph-interpreted')[0]!.value).toBe(9);
  });

  it('has the Hessian (-1/x1^2, 1; 1, sin x2) by every method that serves it', async () => {
    const sections = await explained(
      LECTURE,
      '--at',
      'x1=2,x2=5',
      '--order',
      '2',
      '--method',
      'forward,reverse-tape,reverse-graph-interpreted,gradient-difference',
      ...PATIENCE,
    );
    const [first, second] = ['hessian-1', 'hessian-2'].map((name) => tableOf(sections, name));
    for (const method of ['forward', 'reverse-tape', 'reverse-graph-interpreted']) {
      const [xx, xy, error] = rowOf(first!, method);
      expect([xx!.value, xy!.value]).toEqual([-0.25, 1]);
      expect(error!.value).toBe(0);
      expect(rowOf(second!, method)[0]!.value).toBeCloseTo(Math.sin(5), 15);
    }
    expect(rowOf(first!, 'gradient-difference')[0]!.value).toBeCloseTo(-0.25, 6);
    expect(first!.columns.map(({ head }) => head.text)).toEqual(['method', '∂²f/∂x₁²', '∂²f/∂x₁∂x₂', 'error']);
  });

  it('has only the partial derivatives that were asked for', async () => {
    const sections = await explained(LECTURE, '--at', 'x1=2,x2=5', '--wrt', 'x2', '--method', 'forward', ...PATIENCE);
    const gradient = tableOf(sections, 'gradient');
    expect(gradient.columns.map(({ head }) => head.text)).toEqual(['method', '∂f/∂x₂', 'error']);
    expect(gradient.rows.map(([name]) => name!.text)).toEqual(['truth', 'forward']);
    expect(tableOf(sections, 'forward-trace').rows.at(-1)![3]!.text).toBe('1.716');
  });
});

describe('any function', () => {
  it('may have names of its own, and many variables', async () => {
    const sections = await explained(
      'speed * exp(-time) + constructor^2 * k',
      '--at',
      'k=1,time=0,speed=3,constructor=2',
      '--method',
      'reverse-tape',
      ...PATIENCE,
    );
    const [first, second] = [tableOf(sections, 'gradient-1'), tableOf(sections, 'gradient-2')];
    expect(first.columns.slice(1, 3).map(({ head }) => head.text)).toEqual(['∂f/∂constructor', '∂f/∂k']);
    expect(
      rowOf(first, 'reverse-tape')
        .slice(0, 2)
        .map(({ value }) => value),
    ).toEqual([4, 4]);
    expect(
      rowOf(second, 'reverse-tape')
        .slice(0, 2)
        .map(({ value }) => value),
    ).toEqual([1, -3]);
  });

  it('costs a method that can not end, or can not be had, its row and nothing else', async () => {
    let nested = 'x';
    // mathjs simplifies its derivative for minutes
    for (let i = 1; i < 7; i++) nested = `4*(${nested})*(1-(${nested}))`;
    const sections = await explained(
      nested,
      '--at',
      'x=0.2',
      '--method',
      'symbolic-simplified,forward',
      '--time-limit',
      '1',
    );
    const gradient = tableOf(sections, 'gradient');
    expect(rowOf(gradient, 'symbolic-simplified')[0]).toMatchObject({
      text: 'timeout',
      note: 'not finished after 1 s',
    });
    expect(rowOf(gradient, 'forward')[0]!.value).toBeCloseTo(26.93272, 5); // notes of the logistic map: l_7' at 0.2
    expect(rowOf(tableOf(sections, 'sizes'), 'gradient, simplified by mathjs')[0]).toMatchObject({ text: 'timeout' });
    const sum = await explained(
      Array.from({ length: 40 }, (_, i) => `x${i}`).join('+'),
      '--at',
      Array.from({ length: 40 }, (_, i) => `x${i}=1`).join(','),
      '--wrt',
      'x0',
      '--method',
      'forward',
      ...PATIENCE,
    );
    expect(rowOf(tableOf(sum, 'gradient'), 'forward')[0]!.value).toBe(1);
  });

  it('has kinks and jumps named, with the convention that all methods follow', async () => {
    const sections = await explained(
      'abs(x) + max(x, y) + sign(x)',
      '--at',
      'x=0,y=0',
      '--method',
      'forward,symbolic-compiled',
      ...PATIENCE,
    );
    const warnings = sections[0]!.text.slice(1);
    expect(warnings).toEqual([
      expect.stringMatching(/^v₁ = \|v₋₁\| has a kink/),
      expect.stringMatching(/^v₂ = max\(v₋₁, v₀\) has a kink/),
      expect.stringMatching(/^v₃ = sign v₋₁ jumps/),
      '∂f/∂x is by convention: there is none at this point. Any number from −1 to 2 is as good.',
      '∂f/∂y is by convention: there is none at this point. Any number from 0 to 1 is as good.',
    ]);
    const gradient = tableOf(sections, 'gradient');
    expect(
      rowOf(gradient, 'forward')
        .slice(0, 2)
        .map(({ value }) => value),
    ).toEqual([0.5, 0.5]);
    expect(rowOf(gradient, 'symbolic-compiled')[0]).toMatchObject({
      text: 'unsupported',
      note: expect.stringMatching(/no derivative rule for/),
    });
  });

  it('is by convention where the sides of a kink differ, and accuses no answer between them', async () => {
    const sections = await explained(
      'max(max(a,b),c)',
      '--at',
      'a=1,b=1,c=1',
      '--method',
      'forward-difference',
      ...PATIENCE,
    );
    expect(sections[0]!.text.at(-1)).toBe(
      '∂f/∂a, ∂f/∂b and ∂f/∂c are by convention: there is none at this point. Any number from 0 to 1 is as good.',
    );
    expect(rowOf(tableOf(sections, 'gradient-2'), 'forward-difference').map(({ tone }) => tone)).not.toContain('wrong');
  });

  it.each<readonly [string, string, RegExp, number]>([
    ['sqrt(max(x,0))', 'x=-1', /^Yet f has a derivative there/, 0],
    ['x*x^0.5', 'x=0', /^Yet f has a derivative to one side/, 0],
    ['exp(1000*x)', 'x=0.7095', /is 1\.35e311, which exceeds the largest double/, Infinity],
  ])('%s at %s has a truth where no rule has it, and says so', async (expression, at, sentence, truth) => {
    const sections = await explained(expression, '--at', at, '--method', 'forward', ...PATIENCE);
    expect(sections[0]!.text.at(-1)).toMatch(sentence);
    expect(rowOf(tableOf(sections, 'gradient'), 'truth')[0]!.value).toBe(truth);
  });

  it('has no kink where there is none', async () => {
    const sections = await explained(
      'abs(x) + max(x, y) + sign(x) + max(y, y)',
      '--at',
      'x=1,y=2',
      '--method',
      'forward',
      ...PATIENCE,
    );
    expect(sections[0]!.text).toEqual(['f = 6']);
  });

  it.each<readonly [string, string, RegExp]>([
    ['log(x)', 'x=-2', /has no derivative at x = −2: it takes ln\(−2\), which is not a real number\.$/],
    ['log(x - 1)', 'x=1', /it takes ln 0, where there is a pole/],
    ['1/(x - y)', 'x=1,y=1', /it takes 1\/0, where there is a pole/],
    ['sqrt(x)', 'x=0', /it takes √0, where the slope is infinite/],
    ['asin(x)', 'x=1', /it takes arcsin 1, where the slope is infinite/],
    ['exp(x)', 'x=1000', /it takes exp 1000, which is beyond the range of double precision/],
    ['x^0.5', 'x=-1', /it takes \(−1\)\^0\.5, which is not a real number/],
    ['x^-1', 'x=0', /where there is a pole/],
    ['x + log(-1)', 'x=0', /no finite number/],
    ['x^y', 'x=-2,y=2', /it takes \(−2\)² with an exponent that varies, .* only for a base above 0\.$/],
    ['x^(y/2)', 'x=−2.5,y=1', /it takes \(−2\.5\)\^0\.5 with an exponent that varies/],
    ['(-2)^x', 'x=3', /it takes \(−2\)³ with an exponent that varies/],
    ['1 + (x - 1)^(x + y)', 'x=1,y=1', /it takes 0² with an exponent that varies/],
    ['log(x)^y', 'x=-1,y=1', /it takes ln\(−1\), which is not a real number/],
  ])('%s at %s is refused in a sentence', async (expression, at, sentence) => {
    const refused = explained(expression, '--at', at);
    await expect(refused).rejects.toThrow(UsageError);
    await expect(refused).rejects.toThrow(sentence);
  });
});

describe('a command line', () => {
  it.each<readonly [string, readonly string[], RegExp]>([
    ['no point', [LECTURE], /^The point is missing: give it with --at x1=\.\.\.,x2=\.\.\.$/],
    ['half a point', [LECTURE, '--at', 'x1=2'], /leaves out x2: give x1=\.\.\.,x2=\.\.\./],
    [
      'a stranger in the point',
      [LECTURE, '--at', 'x1=2,x2=5,x3=1'],
      /no variable x3 in the expression, which has x1, x2/,
    ],
    ['a variable twice', [LECTURE, '--at', 'x1=2,x1=5'], /gives x1 twice/],
    ['no number', [LECTURE, '--at', 'x1=2,x2=five'], /five is no number that x2 could have/],
    ['an infinite number', [LECTURE, '--at', 'x1=2,x2=1e999'], /1e999 is no number .* beyond the range/],
    ['a number that would become 0', [LECTURE, '--at', 'x1=2,x2=1e-400'], /1e-400 is no number .* below the range/],
    ['a number that is infinite', [LECTURE, '--at', 'x1=2,x2=1/0'], /1\/0 is no number/],
    ['a decimal comma', [LECTURE, '--at', 'x1=2,5,x2=5'], /has a point, not a comma: 2\.5\.$/],
    ['a decimal comma at the end', [LECTURE, '--at', 'x1=2,x2=0,5'], /has a point, not a comma: 0\.5\.$/],
    ['a letter for pi', [LECTURE, '--at', 'x1=2,x2=π/4'], /no π: it is written pi\.$/],
    ['degrees', [LECTURE, '--at', 'x1=2,x2=30°'], /no °: angles are in radians, and 30° is written 30\*pi\/180\.$/],
    [
      'an unknown method',
      [LECTURE, '--at', 'x1=2,x2=5', '--method', 'forwards'],
      /There is no method "forwards"\. Nearest: forward,/,
    ],
    ['an unknown variable', [LECTURE, '--at', 'x1=2,x2=5', '--wrt', '__proto__'], /no variable __proto__/],
  ])('with %s is refused', async (_name, args, sentence) => {
    await expect(explained(...args)).rejects.toThrow(sentence);
  });

  it.each([
    [['x', '--at', 'x'], /x1=2,x2=5/],
    [['x', '--order', '3'], /Allowed choices are 1, 2/],
    [['x', 'y'], /too many arguments/],
    [['-h'], /unknown option '-h'.* --help` shows all options/],
    [['-x', '--ordr', '2'], /unknown option '--ordr'/],
    [[], /missing required argument 'expression'/],
    [['x', '--time-limit', '-1'], /from 0 to 3600/],
  ])('%j is refused', (args, sentence) => {
    expect(() => parseExplainOptions(args)).toThrow(sentence);
  });

  it.each<readonly [readonly string[], readonly number[]]>([
    [['-x^2', '--at', 'x=3'], [3]],
    [['--at', 'x=3', '-x^2'], [3]],
    [['--at=x=3', '--', '-x^2'], [3]],
    [['--x^2', '--at', 'x=3'], [3]],
    [['-(x)', '--time-limit', '2', '--at', 'x=−3'], [-3]],
    [['−x^2', '--at', 'x = -3'], [-3]],
    [
      ['x*y', '--at', 'x=pi/4,y=1/3'],
      [Math.PI / 4, 1 / 3],
    ],
    [
      ['x*y', '--at', 'x=1,', 'y=2'],
      [1, 2],
    ],
    [
      ['x*y', '--at', 'x', '=', '1', ',', 'y', '=', '2', '--order', '2'],
      [1, 2],
    ],
    [
      ['x*y', '--at', 'x=max(1,5),y=-sqrt(4),'],
      [5, -2],
    ],
    [
      ['x*y', '--at', 'y=2e-3', '--at', 'x=-e'],
      [-Math.E, 0.002],
    ],
  ])('%j has its point', async (args, point) => {
    const options = parseExplainOptions(args);
    if (options === 'help') throw new Error('help was shown');
    expect((await requestOf(options)).point).toEqual(point);
  });

  it('prints a command that is read as the same point, with its minus signs', async () => {
    const options = parseExplainOptions(['-x^2', '--at', 'x=-1/3']);
    if (options === 'help') throw new Error('help was shown');
    const { remake, point } = await requestOf(options);
    const [, expression, at] = /^npm run explain -- "(.*)" --at (.*)$/.exec(remake)!;
    const again = parseExplainOptions([expression!, '--at', at!]);
    if (again === 'help') throw new Error('help was shown');
    expect((await requestOf(again)).point).toEqual(point);
  });

  it('ends with status 2 and one sentence with a caret where the expression is wrong', async () => {
    const { status, stdout, stderr } = await run('x + foo(x)', '--at', 'x=1');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.split('\n').slice(1)).toEqual(['', '  x + foo(x)', '      ^', '']);
  });

  it('writes a page, a graph and tables for LaTeX, and what it prints fits 80 columns', async () => {
    const folder = temporaryFolder();
    const file = (name: string) => path.join(folder, name);
    const long =
      'log(x1) + x1*x2 - sin(x2) + (x1 + x2 + a_long_name + 0.123456789*b)^2 * exp(-a_long_name*b) / (1 + x1^2 + x2^2)';
    const { status, stdout, stderr } = await called(explainCommand, [
      ...[long, '--at', 'x1=2,x2=5,a_long_name=1,b=0.1', '--method', 'manual,forward,reverse-graph-interpreted'],
      ...['--html', file('a.html'), '--svg', file('a.svg'), '--tex', file('a.tex'), ...PATIENCE],
    ]);
    expect([status, stderr]).toEqual([0, '']);
    for (const line of stdout.split('\n').filter((each) => !each.startsWith('Wrote')))
      expect(widthOf(line), line).toBeLessThanOrEqual(80);
    expect(stdout).toMatch(/v̇₁ = v̇₋₁/);
    const page = readFileSync(file('a.html'), 'utf8');
    for (const part of ['<!doctype html>', '<svg ', '<math ', '</html>']) expect(page.includes(part), part).toBe(true);
    const names = Array.from(page.matchAll(/ id="([^"]+)"/g), ([, name]) => name);
    expect(names.length).toBe(new Set(names).size);
    expect(/href="(slides\.html|figures|tables)/.exec(page)).toBeNull();
    expect(readFileSync(file('a.svg'), 'utf8')).toMatch(/^<svg[\s\S]*<\/svg>/);
    const tex = readFileSync(file('a.tex'), 'utf8');
    expect(tex.match(/\\toprule/g)?.length).toBe(2);
    expect(tex).toMatch(/^% Made by npm run explain -- "[^"]+" --at \S+ .*--tex \S*a\.tex$/m);
  });
});

describe('terminal text', () => {
  it('breaks long words, and counts accents as nothing', () => {
    expect(widthOf('v̇₁')).toBe(2);
    const section = { id: 'a', title: 'x'.repeat(300), question: 'Why?', text: ['y'.repeat(300)], parts: [] };
    for (const line of terminalText([section]).split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(80);
  });
});
