import { describe, expect, it } from 'vitest';
import { OPERATORS } from '../../../methods/method.ts';
import { inTerminal } from '../../fixtures/narrow-terminal.ts';
import type { Row } from '../../tables/column/column.ts';
import { emptyRow } from '../../tables/table-file.ts';
import { accuracy, timing } from '../../tables/tables.ts';
import { openCatalogue } from '../plan/catalogue.ts';
import { shortSummary } from './summary-short.ts';
import type { FailedRow } from './unexpected.ts';

const { problems, methods } = await openCatalogue([], 'unused');
const plugin = { ...methods[1]!, method: 'a-method-of-my-own-with-a-long-name', plugin: 'file.js' };
const catalogue = {
  problems: [...problems, { ...problems[0]!, suite: 'plugin', plugin: 'file.js' }],
  methods: [...methods, plugin],
};
const suites = [...new Set(catalogue.problems.map(({ suite }) => suite))];

/** Lines that a report says of itself below, with the empty one before it. */
const OF_REPORT = 5;
const LINES = 40;
const COLUMNS = 80;

const WRITTEN = [{ file: 'results/timing.csv', rows: 12_345 }, { file: 'results/run.json' }];
const NONE = { expected: [], unexpected: [] };

type Cells = Partial<Row<typeof timing.columns>>;

function timed(cells: Cells) {
  return emptyRow(timing, {
    suite: 'lecture',
    problem: 'p',
    size: 1,
    operator: 'gradient',
    outcome: 'ok',
    steady: 'yes',
    ...cells,
  });
}

function textOf(rows: readonly Cells[]): string {
  return shortSummary(catalogue, { accuracy: [], operations: [], timing: rows.map(timed) }, NONE, WRITTEN);
}

describe('the summary in a narrow terminal', () => {
  it('fits 60 columns with all suites', async () => {
    const rows = catalogue.methods.flatMap(({ method }) =>
      suites.map((suite) => ({ method, suite, ratio: 12.3, ratio_ci_low: 12, ratio_ci_high: 13, forks: 3 })),
    );
    const text = await inTerminal(60, () => textOf(rows));
    for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(60);
    for (const suite of suites) expect(text).toContain(` ${suite.slice(0, 4)}`);
  });
});

describe('the summary on one screen', () => {
  it('has at most 40 lines of 80 columns with all suites, methods and operators, and everything there is to say', () => {
    const cases = catalogue.methods.flatMap(({ method }) => suites.map((suite) => ({ method, suite, problem: 'p' })));
    const failure = (i: number): FailedRow => ({
      what: 'forward',
      place: `timing some-suite/some-problem ${i} forward gradient`,
      outcome: 'error',
      reason: `Error: ${'a long reason '.repeat(12)}\nand a second line`,
    });
    const rows = {
      accuracy: OPERATORS.flatMap((operator) =>
        cases.map((cells) => emptyRow(accuracy, { ...cells, operator, outcome: 'ok', digits: 15.95 })),
      ),
      timing: OPERATORS.flatMap((operator) =>
        cases.flatMap((cells, i) => [
          timed({
            ...cells,
            operator,
            ratio: 123_456,
            steady: i % 3 === 0 ? 'no' : 'yes',
            primal_ns: 1,
            forks_agree: 'no',
          }),
          timed({ ...cells, operator, size: 2, ratio: 123_456, primal_ns: 1 }),
          timed({ ...cells, operator, size: 3, outcome: i % 7 === 0 ? 'timeout' : 'ok', ratio: 5 }),
          timed({ ...cells, method: 'primal', operator: 'value', ratio: 1.234 }),
        ]),
      ),
      operations: [],
    };
    const failed = Array.from({ length: 30 }, (_, i) => failure(i));
    const expected = ['skipped', 'unsupported', 'timeout', 'wrong', 'error'].flatMap((outcome) =>
      Array.from({ length: 2000 }, (_, i) => ({ ...failure(i), outcome })),
    );
    const text = shortSummary(catalogue, rows, { expected, unexpected: failed }, WRITTEN);
    const lines = text.split('\n');
    expect(lines.length, text).toBeLessThanOrEqual(LINES - OF_REPORT);
    for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(COLUMNS);
    expect(text).not.toMatch(/NaN|undefined/);
    expect(text).toContain('30');
    expect(text).toContain(plugin.method.slice(0, 12));
    for (const method of ['reverse-tape', 'forward', 'manual']) expect(text).toMatch(new RegExp(`^${method} `, 'm'));
  });

  it('shows a mean in at most four letters, marked where it is not over all cases, and none of what ran out of time', () => {
    const text = textOf([
      ...[1, 2].map((size) => ({ method: 'manual', size, ratio: size === 1 ? 2 : 8 })),
      { method: 'forward', size: 1, ratio: 26_400 },
      { method: 'forward', size: 2, ratio: 26_400, steady: 'no' },
      { method: 'reverse-tape', size: 1, ratio: 0.789 },
      { method: 'reverse-tape', size: 2, ratio: 0.789 },
      { method: 'symbolic-generated', size: 1, ratio: 1 },
      { method: 'symbolic-generated', size: 2, outcome: 'timeout' },
      { method: 'complex-step', size: 1, ratio: 7, forks_agree: 'no' },
    ]);
    expect(text).toMatch(/^manual +4\.0 *$/m);
    expect(text).toMatch(/^forward +26k\? *$/m);
    expect(text).toMatch(/^reverse-tape +0\.79 *$/m);
    expect(text).toMatch(/^symbolic-generated +out *$/m);
    expect(text).toMatch(/^complex-step +\? *$/m);
    expect(text).toContain('Times not known: 2 of 8 (1 no steady state, 1 forks disagree)');
    expect(text).toMatch(/^\?: without some cases .*; out: out of time$/m);
    expect(textOf([{ method: 'manual', ratio: 4 }])).not.toMatch(/\?|out:|not known/);
  });

  it('shows methods of plug-ins, and the main ones of those that were measured', () => {
    const text = textOf(catalogue.methods.map(({ method }) => ({ method, ratio: 3 })));
    expect(text).toMatch(/^a-method-of-my-own-with-a-long-name +3\.0 *$/m);
    expect(text).toMatch(/^reverse-tape +3\.0 *$/m);
    expect(text).not.toMatch(/^richardson/m);
    expect(text).toMatch(/^Of \d+ more methods, and all else: --summary full$/m);
    expect(textOf([{ method: 'richardson', ratio: 3 }])).toMatch(/^richardson +3\.0 *$/m);
  });

  it('says how far the function lies from itself, and how many are so short that their ratios lean', () => {
    const text = textOf([
      { method: 'primal', operator: 'value', ratio: 0.98, primal_ns: 4 },
      { method: 'primal', operator: 'value', size: 2, ratio: 1.03, primal_ns: 40 },
      { method: 'primal', operator: 'value', size: 3, ratio: 2.5, primal_ns: 40, steady: 'no' },
      { method: 'manual', ratio: 2, primal_ns: 4.2 },
      { method: 'forward', ratio: 2, primal_ns: 40 },
    ]);
    expect(text).toContain('The function timed against itself: 0.98 to 1.03 over 2 cases');
    expect(text).toContain('Functions below 5 ns, whose ratios lean towards 1: 1 of 3');
  });

  it('shows second derivatives where nothing else was measured, and says what else was timed', () => {
    expect(textOf([{ method: 'forward', operator: 'hvp', ratio: 3 }])).toMatch(
      /^Time of H v [\s\S]*^forward +3\.0 *$/m,
    );
    const both = textOf(['gradient', 'hvp'].map((operator) => ({ method: 'forward', operator, ratio: 3 })));
    expect(both).toMatch(/^Also timed: H v$/m);
  });

  it('names the first rows that were not expected, in a line each', () => {
    const row = {
      what: 'forward',
      place: 'timing s/p 1 forward',
      outcome: 'error',
      reason: `${'x'.repeat(100)}\nmore`,
    };
    const rows = { accuracy: [], operations: [], timing: [] };
    const text = shortSummary(catalogue, rows, { expected: [], unexpected: [row, row, row, row, row] }, WRITTEN);
    expect(text).toMatch(/^Not as expected: 5, the first 2:\n( {2}error: timing s\/p 1 forward: x+…\n){2}Wrote/m);
    expect(text).toContain('Wrote 2 files (12345 rows) into results');
  });
});
