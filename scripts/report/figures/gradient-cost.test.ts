import { describe, expect, it } from 'vitest';
import { NOTHING, timingRow } from '../fixtures/results.ts';
import { gradientCost } from './gradient-cost.ts';
import { gradientGrowth } from './gradient-growth.ts';

type Cells = Parameters<typeof timingRow>[0];

/** Gradients at three sizes with a ratio of factor n^exponent. */
function series(method: string, exponent: number, cells: Cells = {}): Cells[] {
  return [10, 100, 1000].map((n) => ({
    suite: 'rosenbrock',
    problem: 'rosenbrock',
    size: n,
    inputs: n,
    method,
    operator: 'gradient',
    ratio: 2 * n ** exponent,
    ...cells,
  }));
}

const HELMHOLTZ = { suite: 'helmholtz', problem: 'helmholtz' };
const ROWS = [
  ...series('forward', 1),
  ...series('forward', 0.75, HELMHOLTZ),
  ...series('reverse-tape', 0),
  ...series('reverse-tape', -0.25, HELMHOLTZ),
  ...series('symbolic-generated', 2),
  ...series('symbolic-generated', 0.1, HELMHOLTZ),
];

const timing = (rows: readonly Cells[]) => ({ ...NOTHING, timing: rows.map(timingRow) });

function readingOf(rows: readonly Cells[]): readonly string[] {
  const part = gradientCost(timing(rows));
  if (part.kind === 'missing') throw new Error(part.why);
  return part.reading;
}

describe('the cost of a gradient', () => {
  it('climbs, stays flat or does neither, by its fitted exponents', () => {
    expect(readingOf(ROWS)).toEqual([
      'Fitted to ratio ~ n^e, the cost climbs on every problem, with e of 0.5 or more, for forward (0.75 to 1.00).',
      'It stays flat on every problem, with e of 0.25 or less, for reverse-tape (−0.25 to 0.00).',
      'It does neither on every problem for symbolic-generated (0.10 to 2.00).',
      'Every case was timed in one process, so there are no intervals; `--forks 3` gives some.',
    ]);
    const turned = readingOf([...series('forward', 0), ...series('reverse-tape', 1)]);
    expect(turned[0]).toContain('for reverse-tape (1.00).');
    expect(turned[1]).toContain('for forward (0.00).');
  });

  it('leaves out what was asked for at one size only, and says so, but not what ran out of time at the others', () => {
    const skipped = series('richardson', 1, { outcome: 'skipped', reason: 'timed only on demand', ratio: undefined });
    const rare = [series('richardson', 1)[0]!, ...skipped.slice(1)];
    const slow = series('symbolic-simplified', 0, { outcome: 'timeout', reason: 'not finished', ratio: undefined });
    const part = gradientCost(timing([...series('forward', 1), ...rare, ...slow]));
    expect(JSON.stringify(part.kind === 'chart' && part.spec)).not.toContain('richardson');
    expect(JSON.stringify(part.kind === 'chart' && part.spec)).toContain('symbolic-simplified');
    expect(part.kind === 'chart' && part.reading).toContain(
      'Not drawn, since they were timed at one size at most (related methods stand for them): richardson.',
    );
  });

  it('draws a time that is not known hollow, and fits nothing to it', () => {
    const doubtful = series('forward', 9, { ...HELMHOLTZ, steady: 'no' });
    const part = gradientCost(timing([...series('forward', 1), ...series('reverse-tape', 0, HELMHOLTZ), ...doubtful]));
    if (part.kind !== 'chart') throw new Error(part.why);
    expect(part.reading[0]).toContain('for forward (1.00).');
    expect(part.reading.join(' ')).toContain(
      'Of 3 times that were measured nothing is made: no steady state was reached (3).',
    );
    const marks: { ratio?: number; doubtful?: number; method: string }[] = JSON.parse(JSON.stringify(part)).spec.data
      .values;
    expect(marks.filter((mark) => mark.doubtful !== undefined)).toHaveLength(3);
    expect(marks.filter(({ ratio }) => ratio !== undefined)).toHaveLength(6);
    expect(JSON.stringify(part.spec)).toContain('Hollow: a time that is not known.');
  });

  it('counts rows without a time and draws each above all that have one', () => {
    const failed = [
      ...series('symbolic-simplified', 0, { outcome: 'timeout', reason: 'not finished after 1.5 s', ratio: undefined }),
      ...series('symbolic-generated', 9, { outcome: 'wrong' }).slice(0, 1),
    ];
    const rows = [...series('forward', 1), ...failed];
    expect(readingOf(rows)[1]).toBe(
      'In the band at the top, without a time: symbolic-simplified (3 timeout) and symbolic-generated (1 wrong).',
    );
    const part = gradientCost(timing(rows));
    const values: { ratio?: number; level?: number; outcome?: string; reason?: string }[] = JSON.parse(
      JSON.stringify(part),
    ).spec.data.values;
    const levels = values.filter(({ level }) => level !== undefined);
    expect(levels.map(({ outcome }) => outcome)).toEqual(['timeout', 'timeout', 'timeout', 'wrong']);
    expect(Math.min(...levels.map(({ level }) => level!))).toBeGreaterThan(2000); // the largest ratio
    expect(levels[0]).toMatchObject({ n: 10, method: 'symbolic-simplified', reason: 'not finished after 1.5 s' });
    expect(values.filter(({ ratio }) => ratio !== undefined)).toHaveLength(3);
  });

  it('names a method that has no gradient anywhere, and does not draw it', () => {
    const none = series('gradient-difference', 0, { outcome: 'unsupported', reason: 'no gradient', ratio: undefined });
    expect(readingOf([...series('forward', 1), ...none])).toContain(
      'Not drawn, since it has no gradient anywhere: gradient-difference.',
    );
    expect(JSON.stringify(gradientCost(timing([...series('forward', 1), ...none])).kind)).not.toContain('missing');
  });

  it('shows intervals where there are some', () => {
    const rows = series('forward', 1, { ratio_ci_low: 1, ratio_ci_high: 9 });
    expect(readingOf(rows)).toHaveLength(1);
    expect(gradientCost(timing(rows))).toMatchObject({ spec: { data: { values: [{ low: 1, high: 9 }, {}, {}] } } });
  });

  it('fits no growth to two sizes, and draws no problem of one size', () => {
    expect(readingOf(series('forward', 1).slice(1))[0]).toBe(
      'No method was timed at three sizes of a problem, so no growth is fitted.',
    );
    expect(gradientCost(timing(series('forward', 1).slice(2)))).toMatchObject({ kind: 'missing' });
    expect(gradientCost(timing(series('forward', 1, { operator: 'hvp' })))).toMatchObject({ kind: 'missing' });
    expect(gradientCost(timing(series('forward', 1, { outcome: 'timeout', ratio: undefined })))).toMatchObject({
      kind: 'missing',
    });
    expect(gradientCost(NOTHING)).toMatchObject({
      kind: 'missing',
      why: 'timing.csv has no problem whose gradient was timed at several sizes.',
    });
  });
});

describe('the table of exponents', () => {
  it('has one for each method and problem, and a dash where too few sizes were timed', () => {
    const part = gradientGrowth(
      timing([...ROWS, ...series('manual', 0).slice(0, 2), ...series('manual', 0, { outcome: 'timeout' }).slice(2)]),
    );
    if (part.kind === 'missing') throw new Error(part.why);
    expect(part.columns.map(({ head }) => head.text)).toEqual(['method', 'rosenbrock', 'helmholtz']);
    expect(part.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['manual', '–', '–'],
      ['symbolic-generated', '2.00', '0.10'],
      ['forward', '1.00', '0.75'],
      ['reverse-tape', '0.00', '−0.25'],
    ]);
    expect(part.rows[0]![1]!.note).toBe('without a time (1 timeout)');
    expect(part.rows[2]![2]!.value).toBeCloseTo(0.75, 12);
    expect(part.reading).toEqual([
      'An e of 1 means a cost in proportion to n, 0 one that n does not change. Sizes: rosenbrock 10 to 1000 and helmholtz 10 to 1000.',
      'A dash stands where fewer than three sizes above 1 were timed.',
    ]);
  });

  it('is missing where nothing can be fitted', () => {
    expect(gradientGrowth(NOTHING)).toMatchObject({ kind: 'missing' });
    expect(gradientGrowth(timing(series('forward', 1).slice(1)))).toMatchObject({ kind: 'missing' });
  });
});
