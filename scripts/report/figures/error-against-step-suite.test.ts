import { describe, expect, it } from 'vitest';
import { errorRow, NOTHING } from '../fixtures/results.ts';
import { errorAgainstStepSuite } from './error-against-step-suite.ts';

type Cells = Parameters<typeof errorRow>[0];

/** A sweep with a best step of 1e-8 and an error of 3e-8 as predicted, measured `factor` times that. */
function problem(name: string, factor: number, cells: Cells = {}): Cells[] {
  return Array.from({ length: 86 }, (_, k) => {
    const h = 10 ** (-17 + k / 5);
    const predicted = Math.max(3 * h, 3e-16 / h);
    const error = predicted * factor;
    return {
      suite: 'scalar',
      problem: name,
      size: 1,
      inputs: 1,
      method: 'forward-difference',
      h,
      absolute_error: error,
      relative_error: error / 2,
      predicted_error: predicted,
      predicted_best_h: 1e-8,
      ...cells,
    };
  });
}

function readingOf(rows: readonly Cells[]): readonly string[] {
  const part = errorAgainstStepSuite({ ...NOTHING, errorVsStep: rows.map(errorRow) });
  if (part.kind === 'missing') throw new Error(part.why);
  return part.reading;
}

describe('the small multiples', () => {
  it('count the problems on which the best step is as predicted, and name the others by how they differ', () => {
    // the median near the best step is 1.585 times the least: a factor of 6 is within ten, one of 7 is not
    const rows = [
      ...problem('as-theory', 1),
      ...problem('near', 6),
      ...problem('kink', 7),
      ...problem('lucky', 0.05),
      ...problem('line', 1, { predicted_best_h: undefined }),
      ...problem('flat', 1, { predicted_best_h: 50 }),
    ];
    expect(readingOf(rows)).toEqual([
      'Around the best step that is predicted for forward-difference, the median error is within a factor of 10 of the prediction on 2 of 6 problems; ' +
        'it is larger on kink; it is smaller on lucky; the best step is outside of the sweep on flat; theory gives no best step on line.',
    ]);
    expect(readingOf(problem('as-theory', 1))).toEqual([
      'Around the best step that is predicted for forward-difference, the median error is within a factor of 10 of the prediction on 1 of 1 problem.',
    ]);
  });

  it('say of a method that searches for its step that h is the first, and where nine in ten of them are accurate', () => {
    const searched = { method: 'richardson', predicted_error: undefined, predicted_best_h: undefined };
    // of 86 first steps, eight may be bad, but not nine; the derivative is 2
    const badAt = (count: number) => (row: Cells, k: number) => ({
      ...row,
      ...(k < count ? { absolute_error: 2, relative_error: 1 } : { absolute_error: 1e-9, relative_error: 5e-10 }),
    });
    const rows = [...problem('robust', 1, searched).map(badAt(8)), ...problem('needs-luck', 1, searched).map(badAt(9))];
    expect(readingOf(rows)).toEqual([
      'richardson searches for its step, and h is only the first that it tries, so that there is no best one to predict: ' +
        'from nine in ten of them it comes to an error of at most 1 × 10⁻⁸ on 1 of 2 problems, not on needs-luck.',
    ]);
  });

  it('say it of every difference quotient', () => {
    const central = problem('kink', 100, { method: 'central-difference' });
    const reading = readingOf([...problem('kink', 1), ...central]);
    expect(reading[0]).toContain(
      'forward-difference, the median error is within a factor of 10 of the prediction on 1 of 1',
    );
    expect(reading[1]).toContain(
      'central-difference, the median error is within a factor of 10 of the prediction on 0 of 1',
    );
    expect(reading[1]).toContain('it is larger on kink');
  });

  it('draw the absolute error where the derivative is 0, and name steps out of the domain', () => {
    const level = problem('level', 1, { relative_error: Number.POSITIVE_INFINITY });
    const outside = problem('root', 1).map((row, k) =>
      k < 3 ? { ...row, outcome: 'wrong', absolute_error: undefined } : row,
    );
    const reading = readingOf([...level, ...outside]);
    expect(reading[1]).toBe('On level, where the derivative is 0, the absolute error is drawn.');
    expect(reading[2]).toBe('Steps without an error: root (3 wrong).');
  });

  it('draw errors as multiples of the derivative, at the ends of the axis if they are beyond', () => {
    const part = errorAgainstStepSuite({ ...NOTHING, errorVsStep: problem('p', 1).slice(0, 3).map(errorRow) });
    // h = 1e-17, 1.58e-17 and 2.5e-17: the median error is 3e-16 / 10^-16.8 = 18.9, half of it relative to f' = 2
    expect(part).toMatchObject({
      kind: 'chart',
      spec: { data: { values: [{ problem: 'p', h: 1.58e-17, error: 9.46, predicted: 9.46 }] } },
    });
    const far = errorAgainstStepSuite({ ...NOTHING, errorVsStep: problem('p', 1e9).slice(0, 1).map(errorRow) });
    expect(far).toMatchObject({ spec: { data: { values: [{ error: 1000 }] } } });
    const none = errorAgainstStepSuite({ ...NOTHING, errorVsStep: problem('p', 0).slice(0, 1).map(errorRow) });
    expect(none).toMatchObject({ spec: { data: { values: [{ error: 1e-17 }] } } });
  });

  it('draw every other function of the rows as well, by names that tell them apart', () => {
    const one = { suite: 'rosenbrock', inputs: 2, along: 'x1' };
    const rows = [
      ...problem('rosenbrock', 1, { ...one, size: 2 }),
      ...problem('rosenbrock', 1, { ...one, size: 10 }),
      ...problem('kink', 1),
    ];
    const part = errorAgainstStepSuite({ ...NOTHING, errorVsStep: rows.map(errorRow) });
    expect(part).toMatchObject({
      kind: 'chart',
      title: 'Error of difference quotients against their step, function by function',
      remake: 'npm run bench -- --harness error --suite scalar,rosenbrock --along x1',
    });
    const text = JSON.stringify(part);
    expect(text).toContain('"problem":"rosenbrock, n = 10 along x1"');
    expect(text).toContain('"problem":"kink"');
    expect(text).not.toContain('"problem":"rosenbrock, n = 2 along x1"'); // it is drawn large
  });

  it('are at most thirty, and say of how many', () => {
    const many = Array.from({ length: 32 }, (_, i) => problem(`p${i}`, 1, { suite: 'mine' })[40]!);
    expect(readingOf(many)).toContain('Of 31 functions the first 30 are drawn.'); // one is drawn large
    expect(readingOf(many.slice(1)).join()).not.toContain('are drawn');
  });

  it('are missing without rows of the scalar suite', () => {
    expect(errorAgainstStepSuite(NOTHING)).toMatchObject({
      kind: 'missing',
      remake: 'npm run bench -- --harness error --suite scalar',
    });
    const other = problem('p', 1, { suite: 'logistic-map' });
    expect(errorAgainstStepSuite({ ...NOTHING, errorVsStep: other.map(errorRow) }).kind).toBe('missing');
  });
});
