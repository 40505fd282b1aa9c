import { describe, expect, it } from 'vitest';
import type { Results } from '../content/results.ts';
import { errorRow, NOTHING } from '../fixtures/results.ts';
import { errorAgainstStep } from './error-against-step.ts';

const L4 = { suite: 'logistic-map', problem: 'nested', size: 4, inputs: 1 };

/**
 * Steps from 1e-17 to 1, five a decade, with an error of max(a h^order, b / h), as predicted: best where both are
 * equal.
 */
function sweep(method: string, order: number, a: number, b: number) {
  const best = (b / a) ** (1 / (order + 1));
  return Array.from({ length: 86 }, (_, k) => {
    const h = 10 ** (-17 + k / 5);
    const error = Math.max(a * h ** order, b / h);
    return {
      ...L4,
      method,
      h,
      absolute_error: error,
      relative_error: error / 8,
      predicted_error: error,
      predicted_best_h: best,
    };
  });
}

const FORWARD = sweep('forward-difference', 1, 3, 3e-16); // best at h = 1e-8, error 3e-8
const CENTRAL = sweep('central-difference', 2, 40, 4e-17); // best at h = 1e-6, error 4e-11
const EXACT = [
  { ...L4, method: 'manual', absolute_error: 0, relative_error: 0 },
  { ...L4, method: 'reverse-tape', absolute_error: 8e-15, relative_error: 1e-15 },
];

function of(rows: readonly Parameters<typeof errorRow>[0][]): ReturnType<typeof errorAgainstStep> {
  const results: Results = { ...NOTHING, errorVsStep: rows.map(errorRow) };
  return errorAgainstStep(results);
}

function readingOf(rows: readonly Parameters<typeof errorRow>[0][]): readonly string[] {
  const part = of(rows);
  if (part.kind === 'missing') throw new Error(part.why);
  return part.reading;
}

describe('the error against the step', () => {
  it('says the slopes of both branches', () => {
    // where the prediction is five times its least: 3h at 5e-8, 40h^2 at 2.2e-6; 3e-16 / h at 2e-9, 4e-17 / h at 2e-7
    const [truncation, roundOff] = readingOf([...FORWARD, ...CENTRAL]);
    expect(truncation).toBe(
      'Above the best step, where truncation counts, the error has a fitted slope of 1.00 for forward-difference ' +
        'and 2.00 for central-difference.',
    );
    expect(roundOff).toBe(
      'Below it, where round-off counts, the error has a fitted slope of −1.00 for forward-difference ' +
        'and −1.00 for central-difference.',
    );
  });

  it('fits a slope to the short steep branch of a high order as well', () => {
    const [truncation] = readingOf(sweep('central-difference-6', 6, 1e6, 1e-16)); // best at h = 7.2e-4
    expect(truncation).toContain('a fitted slope of 6.00 for central-difference-6');
  });

  it('says what one-sided predictions say: without truncation every step is better than a shorter, without round-off it is worse', () => {
    const without = { predicted_best_h: undefined };
    const exact = sweep('central-difference-8', 8, 0, 1e-16).map((row) => ({ ...row, ...without }));
    expect(readingOf(exact)).toEqual([
      'Theory knows no truncation error of central-difference-8 here, and so no best step: it predicts 1.0 × 10⁻¹⁶ for the longest, h = 1.0; ' +
        'the least error is 1.0 × 10⁻¹⁶, at h = 1.0.',
    ]);
    const complex = sweep('complex-step', 2, 1, 0).map((row) => ({
      ...row,
      ...without,
      absolute_error: Math.max(row.absolute_error, 1e-15),
    }));
    // h^2 is above 1e-15 from h = 3.2e-8 on, which is the 48th step of a swept 86
    expect(readingOf(complex)).toEqual([
      'Theory knows no round-off error of complex-step that a short step makes larger, and so no best step: ' +
        'from h = 1.0 × 10⁻¹⁷ to 2.5 × 10⁻⁸ the error is at most 1.0 × 10⁻¹⁵.',
    ]);
  });

  it('says of a method that searches for its step what nine in ten first steps come to, not that nothing is predicted', () => {
    const rows = sweep('richardson', 2, 1, 0).map((row, k) => ({
      ...row,
      predicted_error: undefined,
      predicted_best_h: undefined,
      absolute_error: k < 5 ? 1 : 3e-13,
    }));
    expect(readingOf(rows)).toEqual([
      'richardson searches for its step, and h is only the first that it tries: from nine in ten of them it comes to an error of at most 3.0 × 10⁻¹³.',
    ]);
  });

  it('holds the median error near the best step against the prediction', () => {
    // five steps within half a decade; the third smallest of their errors is 10^0.2 times the least
    expect(readingOf(FORWARD)).toContain(
      'For forward-difference theory predicts a best step of 1.0 × 10⁻⁸ with an error of 3.0 × 10⁻⁸; ' +
        'the steps around it have a median of 4.8 × 10⁻⁸, and ' +
        'no step does much better, the best has 3.0 × 10⁻⁸ at h = 1.0 × 10⁻⁸.',
    );
  });

  it('calls a single step luck whose error is far below that of its neighbours', () => {
    const lucky = FORWARD.map((row, k) => (k === 47 ? { ...row, absolute_error: 1e-11 } : row)); // h = 10^-7.6
    const [, , best] = readingOf(lucky);
    expect(best).toContain('by luck a single one comes down to 1.0 × 10⁻¹¹ at h = 2.5 × 10⁻⁸');
    expect(best).toContain('a median of 4.8 × 10⁻⁸'); // of the median it takes nothing
  });

  it('says how much better methods without a step are, and where one without any error is drawn', () => {
    const reading = readingOf([...FORWARD, ...EXACT]);
    // the median 4.75e-8 against 8e-15: log10 of it is 6.77
    expect(reading).toContain(
      'Methods without a step have an error of at most 8.0 × 10⁻¹⁵ (reverse-tape), 6.8 digits better than the best difference quotient.',
    );
    // |f'| = 8 here, and u |f'| = 8 * 1.11e-16
    expect(reading).toContain(
      'manual: no error at all, drawn at u |f′| = 8.9 × 10⁻¹⁶ with u = 2⁻⁵³, since 0 has no place on this axis.',
    );
    const worse = readingOf([...FORWARD, { ...EXACT[1], absolute_error: 1 }]);
    expect(worse.at(-1)).toBe('Methods without a step have an error of at most 1.0 (reverse-tape).');
  });

  it('has no best step where theory gives none, or the sweep does not reach it', () => {
    const without = FORWARD.map((row) => ({ ...row, predicted_best_h: undefined }));
    expect(readingOf(without)).toEqual(['The best step of forward-difference is not predicted.']);
    const outside = FORWARD.map((row) => ({ ...row, predicted_best_h: 1e-30 }));
    expect(readingOf(outside)).toContain('The best step of forward-difference is outside the sweep.');
  });

  it('names the rows without an error', () => {
    const timeout = { ...L4, method: 'symbolic-simplified', outcome: 'timeout', reason: 'not finished after 1.5 s' };
    expect(readingOf([...FORWARD, timeout]).at(-1)).toBe('Without an error: symbolic-simplified (1 timeout).');
    const overflown = FORWARD.map((row, k) => (k > 83 ? { ...row, absolute_error: Number.POSITIVE_INFINITY } : row));
    expect(readingOf(overflown).at(-1)).toBe('Without an error: forward-difference (2 infinite).');
    expect(readingOf(overflown).slice(0, 3)).toEqual(readingOf(FORWARD));
  });

  it('reads no other function', () => {
    const other = sweep('central-difference', 2, 1, 1).map((row) => ({ ...row, problem: 'factored' }));
    expect(readingOf([...FORWARD, ...other])).toEqual(readingOf(FORWARD));
  });

  it("is of the user's own function where l_4 is not there, by its name, and says how its rows are made", () => {
    const mine = { suite: 'plugin', problem: 'mine', size: 2, inputs: 2, along: 'x2' };
    const part = of([...FORWARD, ...EXACT].map((row) => ({ ...row, ...mine })));
    expect(part).toMatchObject({
      kind: 'chart',
      title: 'Error of difference quotients of mine along x2 against their step',
      remake: 'npm run bench -- --harness error --suite plugin --problem mine --along x2',
      reading: readingOf([...FORWARD, ...EXACT]),
    });
    const failed = { ...mine, method: 'manual', outcome: 'error', reason: 'no truth' };
    expect(of([failed])).toMatchObject({
      kind: 'missing',
      why: 'There are no errors of difference quotients of mine along x2 in error-vs-step.csv (no truth).',
    });
  });

  it('has an axis around its errors whatever they are', () => {
    const one = (error: number) => FORWARD.map((row, k) => (k === 40 ? { ...row, absolute_error: error } : row));
    const domain = (rows: readonly Parameters<typeof errorRow>[0][]) => {
      const text = JSON.stringify(of(rows));
      return /"type":"log","domain":\[([^\]]*)\]/.exec(text)?.[1];
    };
    for (const error of [Number.MAX_VALUE, 1e308, 5e-324]) expect(domain(one(error))).toBe(domain(FORWARD));
  });

  it('is missing without such rows, with the reason and the command', () => {
    expect(of([])).toMatchObject({
      kind: 'missing',
      why: 'There are no errors of difference quotients of l₄ in error-vs-step.csv.',
      remake: 'npm run bench -- --harness error --suite logistic-map',
    });
    expect(of([{ ...L4, method: 'forward-difference', outcome: 'error', reason: 'no truth' }])).toMatchObject({
      kind: 'missing',
      why: 'There are no errors of difference quotients of l₄ in error-vs-step.csv (no truth).',
    });
    expect(of(EXACT)).toMatchObject({ kind: 'missing' });
  });

  it('answers to errors that are no numbers', () => {
    const part = of(FORWARD.map((row) => ({ ...row, absolute_error: Number.NaN })));
    expect(part.kind).toBe('missing');
    expect(of([...FORWARD.slice(0, 1), ...EXACT]).kind).toBe('chart');
  });
});
