import { describe, expect, it } from 'vitest';
import { OPERATORS } from '../../../methods/method.ts';
import type { Row } from '../../tables/column/column.ts';
import { growthExponent } from '../../tables/reading/growth.ts';
import { emptyRow } from '../../tables/table-file.ts';
import { accuracy, operations, timing } from '../../tables/tables.ts';
import { openCatalogue } from '../plan/catalogue.ts';
import { failureText, summaryText } from './summary.ts';

const catalogue = await openCatalogue([], 'unused');

function timed(cells: Partial<Row<typeof timing.columns>>): Row<typeof timing.columns> {
  return emptyRow(timing, { outcome: 'ok', operator: 'gradient', ...cells });
}

function counted(cells: Partial<Row<typeof operations.columns>>): Row<typeof operations.columns> {
  return emptyRow(operations, { outcome: 'ok', operator: 'jacobian', work_ratio: 12345, work_to_bound: 1.5, ...cells });
}

function widest(text: string): number {
  return Math.max(...text.split('\n').map((line) => line.length));
}

describe('the growth with n', () => {
  const sizes = [2, 8, 32, 128];

  it('is the exponent of a power law', () => {
    for (const exponent of [0, 0.5, 1, 2]) {
      const rows = sizes.map((inputs) => timed({ inputs, ratio: 3 * inputs ** exponent }));
      expect(growthExponent(rows)).toBeCloseTo(exponent, 10);
    }
  });

  it('is a fit through points that scatter', () => {
    // slope of (1, 1), (2, 3), (3, 2) by least squares: 1/2
    const rows = [timed({ inputs: 2, ratio: 2 }), timed({ inputs: 4, ratio: 8 }), timed({ inputs: 8, ratio: 4 })];
    expect(growthExponent(rows)).toBeCloseTo(0.5, 10);
  });

  it('is not fitted to fewer than three sizes, to n = 1, or to rows that are not ok', () => {
    const law = sizes.map((inputs) => timed({ inputs, ratio: inputs }));
    expect(growthExponent(law.slice(0, 2))).toBeUndefined();
    expect(growthExponent([...law.slice(0, 2), timed({ inputs: 1, ratio: 1 })])).toBeUndefined();
    expect(growthExponent([...law.slice(0, 2), timed({ inputs: 64, outcome: 'timeout' })])).toBeUndefined();
    expect(growthExponent([...law, timed({ inputs: 512, ratio: 1e9, outcome: 'wrong' })])).toBeCloseTo(1, 10);
  });

  it('is not fitted to times that are not known', () => {
    const law = sizes.map((inputs) => timed({ inputs, ratio: inputs, steady: 'yes', forks_agree: 'yes' }));
    for (const doubt of [{ steady: 'no' }, { forks_agree: 'no' }]) {
      expect(growthExponent([...law, timed({ inputs: 512, ratio: 1e9, ...doubt })])).toBeCloseTo(1, 10);
      expect(growthExponent([...law.slice(0, 2), timed({ inputs: 512, ratio: 512, ...doubt })])).toBeUndefined();
    }
  });
});

describe('the closing summary', () => {
  const suites = [...new Set(catalogue.problems.map(({ suite }) => suite))];
  const names = catalogue.methods.map(({ method }) => method);
  const cases = names.flatMap((method) => suites.map((suite) => ({ method, suite, problem: 'p', run: 'r' })));

  it('fits in 80 columns with every suite, every method and large numbers', () => {
    const rows = {
      accuracy: cases.map((cells) => emptyRow(accuracy, { ...cells, outcome: 'ok', digits: 15.95 })),
      timing: OPERATORS.flatMap((operator) =>
        cases.flatMap((cells) =>
          [2, 8, 32].map((inputs) => timed({ ...cells, operator, inputs, size: inputs, ratio: 12345.678 * inputs })),
        ),
      ),
      operations: cases.flatMap((cells) =>
        [1, 4, 16, 64, 256].map((size) =>
          counted({ ...cells, problem: 'variably-dimensioned', size, outputs: 256 / size, ratio: 12345.678 * size }),
        ),
      ),
    };
    const text = summaryText(catalogue, rows);
    expect(widest(text)).toBeLessThanOrEqual(80);
    for (const name of names) expect(text).toContain(name);
    expect(text).not.toMatch(/NaN|undefined/);
  });

  it('shows the geometric mean of ratios and the worst digits of rows that are ok', () => {
    const place = { suite: 'lecture', problem: 'p', method: 'forward' };
    const text = summaryText(catalogue, {
      timing: [
        timed({ ...place, size: 1, ratio: 2 }),
        timed({ ...place, size: 2, ratio: 8 }),
        timed({ ...place, size: 3, ratio: 1000, outcome: 'wrong' }),
      ],
      operations: [],
      accuracy: [14.2, 9.87].map((digits) => emptyRow(accuracy, { ...place, outcome: 'ok', digits })),
    });
    expect(text).toMatch(/^forward +4\.00 *$/m);
    expect(text).toMatch(/^forward +9\.9 *$/m);
  });

  it('has no mean of a method that ran out of time, and says beside a mean which cases it lacks', () => {
    const at = (method: string, cells: Parameters<typeof timed>[0]) => timed({ suite: 'lecture', method, ...cells });
    const sizes = [1, 2, 3].map((size) => at('manual', { problem: 'p', size, ratio: 2 }));
    const late = { size: 3, outcome: 'timeout', ratio: undefined } as const;
    const text = summaryText(catalogue, {
      accuracy: [],
      operations: [],
      timing: [
        ...sizes,
        ...[1, 2].map((size) => at('symbolic-compiled', { problem: 'p', size, ratio: 1 })),
        at('symbolic-compiled', { problem: 'p', ...late }),
        ...[1, 2, 3].map((size) =>
          at('forward', { problem: 'p', size, ratio: 5 ** size, steady: size === 3 ? 'no' : 'yes' }),
        ),
        at('reverse-tape', { problem: 'p', size: 1, ratio: 7, steady: 'yes', forks_agree: 'no' }),
        at('complex-step', { problem: 'nobody-answers', ...late }),
        ...sizes.map((row) => ({ ...row, method: 'complex-step', ratio: 9 })),
      ],
    });
    expect(text).toMatch(/^manual +2\.00 *$/m);
    expect(text).toMatch(/^symbolic-compiled +timeout *$/m);
    expect(text).toMatch(/^forward +11\.2 2\/3 *$/m); // the root of 5 * 25
    expect(text).toMatch(/^reverse-tape +unknown *$/m);
    expect(text).toMatch(/^complex-step +9\.00 *$/m);
    expect(text).toContain('n/m: mean over n of the m cases');
  });

  it('has a matrix of its own for each operator of second order, and for J v and J^T u', () => {
    const place = { suite: 'lecture', problem: 'p', method: 'forward' };
    const ratios = { gradient: 2, jacobian: 8, jvp: 3, vjp: 5, hessian: 70, hvp: 11 };
    const digits = { value: 15, gradient: 14, hvp: 13, hessian: 12 };
    const text = summaryText(catalogue, {
      timing: Object.entries(ratios).map(([operator, ratio]) => timed({ ...place, operator, ratio })),
      accuracy: Object.entries(digits).map(([operator, exact]) =>
        emptyRow(accuracy, { ...place, operator, outcome: 'ok', digits: exact }),
      ),
      operations: [],
    });
    const numbers = text
      .split('\n\n')
      .map((section) => [section.split('\n')[0], /^forward +(\S+)/m.exec(section)?.[1]]);
    expect(numbers).toEqual([
      ['Time of a derivative as a multiple of the hand-written function (geometric mean)', '4.00'],
      ['Time of J v as a multiple of the hand-written function (geometric mean)', '3.00'],
      ['Time of J^T u as a multiple of the hand-written function (geometric mean)', '5.00'],
      ['Time of a Hessian as a multiple of the hand-written function (geometric mean)', '70.0'],
      ['Time of H v as a multiple of the hand-written function (geometric mean)', '11.0'],
      ['Correct digits of the worst entry, over all answers that are ok (0 to 15.9)', '14.0'],
      ['Correct digits of the worst entry of H and H v', '12.0'],
    ]);
  });

  it('shows the median multiples of operations and work, and the problem nearest to the bound or furthest above', () => {
    const place = { suite: 'lecture', method: 'forward', operator: 'gradient', size: 2 };
    const text = summaryText(catalogue, {
      accuracy: [],
      timing: [],
      operations: [
        counted({ ...place, problem: 'low', ratio: 2, work_ratio: 1, work_to_bound: 0.4 }),
        counted({ ...place, problem: 'high', ratio: 8, work_ratio: 9, work_to_bound: 1.125 }),
        counted({ ...place, problem: 'along', operator: 'jvp', ratio: 100, work_ratio: 100, work_to_bound: 0.5 }),
        counted({ ...place, problem: 'none', outcome: 'timeout', work_to_bound: 7 }),
        counted({ ...place, method: 'manual', problem: 'free', ratio: 3, work_ratio: 3, work_to_bound: undefined }),
      ],
    });
    expect(text).toMatch(/^forward +5\.00 +5\.00 +1\.13 +high 2 *$/m);
    expect(text).toMatch(/^manual +3\.00 +3\.00 +– *$/m);
  });

  it('shows a Jacobian at every shape, by each method', () => {
    const at = (method: string, size: number, ratio: number) =>
      counted({ suite: 'jacobian-shapes', problem: 'p', method, size, outputs: 16 / size, ratio });
    const text = summaryText(catalogue, {
      accuracy: [],
      timing: [],
      operations: [at('reverse-tape', 16, 4), at('forward', 1, 2.5), at('forward', 16, 40), at('reverse-tape', 1, 60)],
    });
    expect(text).toMatch(/^n x m +1 x 16 +16 x 1 *$/m);
    expect(text).toMatch(/^forward +2\.5 +40\.0 *$/m);
    expect(text).toMatch(/^reverse-tape +60\.0 +4\.0 *$/m);
  });

  it('is empty where nothing was measured', () => {
    expect(summaryText(catalogue, { accuracy: [], operations: [], timing: [] })).toBe('');
  });
});

describe('the list of what is not ok', () => {
  const row = (outcome: string, reason: string) => ({
    what: 'forward',
    place: 'timing s/p 1 forward',
    outcome,
    reason,
  });

  it('counts what was expected, and tells the rest one by one within 80 columns', () => {
    const text = failureText(
      [row('unsupported', 'x'), row('unsupported', 'y'), row('timeout', 'z')],
      [row('error', `Error: ${'a long reason '.repeat(12)}`), row('wrong', 'x'.repeat(200))],
    );
    expect(text).toMatch(/^forward +2 +1 *$/m);
    expect(text).toContain('Not as expected: 2');
    expect(text).toContain('  wrong: timing s/p 1 forward:');
    expect(widest(text)).toBeLessThanOrEqual(80);
    expect(text.match(/long/g)!.length).toBe(12); // nothing is lost
    expect(text.match(/x/g)!.length).toBeGreaterThanOrEqual(200);
  });

  it('is empty where all is ok', () => {
    expect(failureText([], [])).toBe('');
  });
});
