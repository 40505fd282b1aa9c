/** Texts of the printers for awkward names, paths and numbers. */
import { describe, expect, it } from 'vitest';
import { timingRow } from '../../report/fixtures/results.ts';
import { comparisonOf, finding, judged, shift, sideOf } from '../fixtures/comparison.ts';
import { EXCHANGES } from './exchange.ts';
import { comparisonJson } from './json.ts';
import { comparisonMarkdown } from './markdown.ts';
import { comparisonText } from './text.ts';

const LONG = 'a-suite-of-some-length a-problem-with-a-name-that-never-ends-at-all 1000 reverse-graph-webassembly hvp';
const many = Array.from({ length: 20 }, (_, i) => judged('slower', { what: `case ${i}`, change: i / 10 }));

describe('the text for a terminal', () => {
  const text = comparisonText(
    comparisonOf({
      head: sideOf(new Map(), {}, `/${'a-folder-far-down/'.repeat(12)}results`),
      findings: [finding('worse', { what: LONG, difference: `ok -> error (${'x'.repeat(200)})` })],
      times: [judged('slower', { what: LONG }), judged('cannot tell', { smallestVisible: Number.POSITIVE_INFINITY })],
      timesAre: { advice: 'the two sides ran on different machines or versions (cpu a and b)' },
      obstacles: [
        '12 rows of the base are missing: run what the base ran, or declare what was removed in removed.csv.',
      ],
    }),
    12,
  );
  it('has at most 80 columns, whatever the names and paths', () => {
    for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  });
  it('loses no word but in the names of its tables, which keep both ends', () => {
    const unwrapped = text.replaceAll(/\s+/g, '');
    for (const words of [`${LONG}: ok -> error`, 'x'.repeat(200), '/a-folder-far-down'.repeat(12), 'removed.csv.'])
      expect(unwrapped).toContain(words.replaceAll(' ', ''));
    expect(text).toMatch(/^a-suite-of-s….* hvp +\+20\.0 % +\+15\.0 % to \+25\.0 % +\+4\.0 %$/m);
    expect(text).toMatch(/helmholtz 8 forward gradient .* any$/m);
  });
  it('names what moved over most problems, in Markdown and JSON too', () => {
    const moved = comparisonOf({ shifts: [shift('worse')] });
    const words = 'max_ulps of all methods together is worse in 40 of 41 problems in which it moved';
    expect(comparisonText(moved, 3).replaceAll(/\s+/g, ' ')).toContain(
      `Moved over most problems at once (1) - accuracy: ${words}`,
    );
    expect(comparisonMarkdown(moved, 3)).toContain(`| accuracy: ${words.replace('_', '\\_')} |`);
    expect(JSON.parse(comparisonJson(moved))).toMatchObject({
      status: 1,
      shifts: [{ column: 'max_ulps', problems: 40 }],
    });
  });
  it('shows the worst, and says how many more there are', () => {
    const short = comparisonText(comparisonOf({ times: many }), 3);
    expect(short).toContain('Slower (20)');
    expect(short.match(/^case \d+/gm)).toEqual(['case 19', 'case 18', 'case 17']);
    expect(short).toContain('and 17 more: --json FILE has all');
  });
});

describe('Markdown', () => {
  it('makes no markup of names, and calls no one', () => {
    const what = 'a|b <script> `x` *y* [z](http://example.org) @someone ~~gone~~ c\\|d\ne';
    const markdown = comparisonMarkdown(
      comparisonOf({
        head: sideOf(new Map(), { commit: '<b>' }),
        findings: [finding('worse', { what })],
        times: [judged('slower', { what })],
        timesAre: { advice: 'cpu <i> and @all' },
      }),
      50,
    );
    expect(markdown).not.toMatch(/<(?!\/?(?:details|summary)\b)|@/);
    const rows = markdown.split('\n').filter((line) => line.startsWith('| ') && line.includes('script'));
    expect(rows).toHaveLength(2);
    // bars, backticks and the like stand after a backslash, so the cells are as many as the heads
    const cells = rows.map((row) => row.replaceAll(/\\./g, '').split('|').length - 2);
    expect(cells).toEqual([3, 5]);
    for (const row of rows) expect(row.replaceAll(/\\./g, '')).not.toMatch(/[`*[\]~]/);
  });
  it('opens what is worse and folds the rest away', () => {
    const markdown = comparisonMarkdown(
      comparisonOf({ findings: [finding('worse'), finding('better')], times: [...many, judged('faster')] }),
      5,
    );
    expect(markdown).toContain('## ❌ Worse:');
    expect(markdown.match(/<details[^>]*><summary>[^<]*/g)).toEqual([
      '<details open><summary>Worse (1)',
      '<details><summary>Better (1)',
      '<details open><summary>Slower (20)',
      '<details><summary>Faster (1)',
    ]);
    expect(markdown).toContain('and 15 more');
  });
});

describe('JSON', () => {
  it('has everything, with infinities and what is no number as words', () => {
    const times = [judged('cannot tell', { smallestVisible: Number.POSITIVE_INFINITY, low: Number.NaN })];
    const told: unknown = JSON.parse(comparisonJson(comparisonOf({ times, findings: [finding('worse')] })));
    expect(told).toMatchObject({
      status: 1,
      verdict: 'Worse: 1 worse by count, size, error or outcome.',
      base: { folder: 'made-up', run: 'r1', commit: 'abc' },
      findings: [{ kind: 'worse', difference: 'max_ulps 1 -> 10' }],
      times: [{ smallestVisible: 'Infinity', low: 'NaN', high: 0.25, forks: { base: 8, head: 8 } }],
    });
    expect(JSON.stringify(told)).not.toContain('null');
  });
});

/** The shape of a value: a name of a type, an optional one with `?`, or an object of these. */
type Shape = string | { readonly [name: string]: Shape };

/** Where a value is not of a shape; every field must be known. */
function faults(value: unknown, shape: Shape, at = ''): string[] {
  if (typeof shape === 'string')
    return `${typeof value}?`.startsWith(shape) || (shape.endsWith('?') && value === undefined)
      ? []
      : [`${at}: ${value}`];
  if (typeof value !== 'object' || value === null) return [`${at}: ${value}`];
  const given = new Map<string, unknown>(Object.entries(value));
  const unknown = [...given.keys()].filter((name) => !Object.hasOwn(shape, name)).map((name) => `${at}.${name}`);
  return [
    ...unknown,
    ...Object.entries(shape).flatMap(([name, inner]) => faults(given.get(name), inner, `${at}.${name}`)),
  ];
}

describe('the shapes of other tools', () => {
  const place = { suite: 's', problem: 'p "q"', size: 8, method: 'forward', operator: 'gradient', forks: 3 };
  const rows = [
    timingRow({ ...place, ratio: 2.5, ratio_ci_low: 2.4, ratio_ci_high: 2.6 }),
    timingRow({ ...place, size: 9, ratio: 3 }),
    timingRow({ ...place, size: 10, ratio: Number.POSITIVE_INFINITY }),
    timingRow({ ...place, size: 11, ratio: Number.NaN }),
    timingRow({ ...place, size: 12, ratio: 4, ratio_ci_low: 3, ratio_ci_high: Number.POSITIVE_INFINITY }),
    timingRow({ ...place, size: 13, outcome: 'timeout' }),
  ];
  const written = (shape: string): object => JSON.parse(EXCHANGES[shape]!(rows));

  it('are those that github-action-benchmark documents for customSmallerIsBetter', () => {
    const entries = written('github-action-benchmark');
    expect(Array.isArray(entries)).toBe(true);
    const entry: Shape = { name: 'string', unit: 'string', value: 'number', range: 'string?', extra: 'string?' };
    expect(Object.values(entries).flatMap((each) => faults(each, entry))).toEqual([]);
    expect(entries).toMatchObject([
      { name: 's p "q" 8 forward gradient', value: 2.5, range: '2.4 to 2.6', extra: '3 forks' },
      { value: 3 },
      { value: 4 },
    ]);
    expect(faults({ name: 'n', unit: 'u', value: null, more: 1 }, entry)).toEqual(['.more', '.value: null']);
  });
  it('are those of the Bencher Metric Format', () => {
    const benchmarks = written('bencher');
    const measures: Shape = { ratio: { value: 'number', lower_value: 'number?', upper_value: 'number?' } };
    expect(Object.values(benchmarks).flatMap((each) => faults(each, measures))).toEqual([]);
    expect(benchmarks).toEqual({
      's p "q" 8 forward gradient': { ratio: { value: 2.5, lower_value: 2.4, upper_value: 2.6 } },
      's p "q" 9 forward gradient': { ratio: { value: 3 } },
      's p "q" 12 forward gradient': { ratio: { value: 4, lower_value: 3 } },
    });
  });
});
