import { describe, expect, it } from 'vitest';
import { accuracyRow, NOTHING, timingRow } from '../fixtures/results.ts';
import { chartSvg } from '../render/chart.ts';
import { WHITE_PAPER } from '../theme/chart-config.ts';
import { speedAgainstAccuracy } from './speed-against-accuracy.ts';

/** Rows of one case: method, ratio, digits. */
function results(
  ...rows: readonly (readonly [suite: string, problem: string, method: string, ratio: number, digits: number])[]
) {
  const cells = rows.map(([suite, problem, method, ratio, digits]) => ({
    timing: timingRow({ suite, problem, size: 1, operator: 'gradient', method, ratio }),
    accuracy: accuracyRow({ suite, problem, size: 1, operator: 'gradient', method, digits }),
  }));
  return { ...NOTHING, timing: cells.map(({ timing }) => timing), accuracy: cells.map(({ accuracy }) => accuracy) };
}

function chartOf(made: ReturnType<typeof results>) {
  const part = speedAgainstAccuracy(made);
  if (part.kind !== 'chart') throw new Error(part.why);
  return part;
}

const TWO_SUITES = results(
  ['a', 'p', 'manual', 1, 16],
  ['a', 'p', 'forward', 8, 15.5],
  ['a', 'p', 'reverse-tape', 4, 15.5],
  ['a', 'p', 'forward-difference', 2, 7],
  ['b', 'q', 'forward', 3, 14],
  ['b', 'q', 'reverse-tape', 27, 14],
  ['b', 'q', 'forward-difference', 1, 5],
);

describe('speed against accuracy', () => {
  it('says who is the fastest of the accurate in how many suites, and by which factor', () => {
    expect(chartOf(TWO_SUITES).reading[0]).toMatch(
      /fastest in 2 suites is: forward in 1 \(9\.00 times as fast as the next\) and reverse-tape in 1 \(2\.00 times as fast as the next\)\.$/,
    );
  });

  it('says what difference quotients lose, in the middle of the suites', () => {
    expect(chartOf(TWO_SUITES).reading[1]).toBe(
      'Against the most accurate method, forward-difference loses 9.0 digits (median of the suites).',
    );
  });

  it('takes the geometric mean of the ratios and the median of the digits of the same cases', () => {
    const made = results(['a', 'p', 'forward', 2, 16], ['a', 'q', 'forward', 8, 12], ['a', 'r', 'forward', 4, 13]);
    const untimed = accuracyRow({
      suite: 'a',
      problem: 'x',
      size: 1,
      operator: 'gradient',
      method: 'forward',
      digits: 1,
    });
    const wrong = { ...made.accuracy[0]!, outcome: 'wrong', digits: 0 };
    const { spec } = chartOf({ ...made, accuracy: [...made.accuracy, untimed, wrong] });
    expect(spec).toMatchObject({
      data: {
        values: [{ suite: 'a', method: 'forward', ratio: expect.closeTo(4), digits: 13, answered: 3, cases: 3 }],
      },
    });
  });

  it('does not let a method win that answered only some cases, and marks it', () => {
    const made = results(
      ['a', 'p', 'symbolic-generated', 1, 16],
      ['a', 'p', 'forward', 5, 16],
      ['a', 'q', 'forward', 5, 16],
    );
    const { reading } = chartOf(made);
    expect(reading[0]).toMatch(/fastest in 1 suite is: forward in 1\.$/);
    expect(reading).toContain('A hollow mark is of a method that did not answer every case of the suite.');
  });

  it('makes nothing of a time that is not known', () => {
    const made = results(
      ['a', 'p', 'symbolic-generated', 1, 16],
      ['a', 'p', 'forward', 5, 16],
      ['a', 'q', 'forward', 5, 16],
    );
    const doubtful = results(['a', 'q', 'symbolic-generated', 1, 16]);
    const timing = [...made.timing, ...doubtful.timing.map((row) => ({ ...row, forks_agree: 'no' }))];
    const { reading, spec } = chartOf({ ...made, timing, accuracy: [...made.accuracy, ...doubtful.accuracy] });
    expect(reading[0]).toMatch(/fastest in 1 suite is: forward in 1\.$/);
    expect(reading.join(' ')).toContain('Of 1 time that was measured nothing is made: its processes disagree (1).');
    expect(spec).toMatchObject({ data: { values: [{ answered: 2 }, { method: 'symbolic-generated', answered: 1 }] } });
  });

  it('has no mark of a method that ran out of time where others answered, since the rest are the cheap cases', () => {
    const made = results(
      ['a', 'p', 'symbolic-generated', 1, 16],
      ['a', 'p', 'forward', 5, 16],
      ['a', 'q', 'forward', 5, 16],
    );
    const late = { ...made.timing[0]!, problem: 'q', outcome: 'timeout', ratio: undefined };
    const { reading, spec } = chartOf({ ...made, timing: [...made.timing, late] });
    expect(spec).toMatchObject({ data: { values: [{ method: 'forward' }] } });
    expect(reading.join(' ')).toMatch(/Without a mark, since .*: symbolic-generated in a\./);
  });

  it('does not let a fast method win that is less accurate', () => {
    const made = results(['a', 'p', 'sloppy', 1, 12], ['a', 'p', 'forward', 5, 16]);
    expect(chartOf(made).reading[0]).toMatch(/is: forward in 1\.$/);
  });

  it('names suites without a time, and says so where the derivative by hand is alone', () => {
    const made = results(['a', 'p', 'manual', 1, 16]);
    const skipped = timingRow({
      suite: 'c',
      problem: 'x',
      size: 1,
      operator: 'gradient',
      method: 'manual',
      outcome: 'skipped',
    });
    const { reading } = chartOf({ ...made, timing: [...made.timing, skipped] });
    expect(reading).toEqual(['No automatic method answered every case of a suite.', 'Without times, so not drawn: c.']);
  });

  it('is missing without a case that has both, and with numbers that are none', () => {
    expect(speedAgainstAccuracy(NOTHING).kind).toBe('missing');
    expect(speedAgainstAccuracy(results(['a', 'p', 'forward', Number.NaN, 16])).kind).toBe('missing');
    expect(speedAgainstAccuracy(results(['a', 'p', 'forward', 2, Number.NaN])).kind).toBe('missing');
    expect(speedAgainstAccuracy({ ...TWO_SUITES, accuracy: [] }).kind).toBe('missing');
  });

  it('draws a panel for each suite', async () => {
    const svg = await chartSvg(chartOf(TWO_SUITES), WHITE_PAPER);
    expect(svg.match(/class="mark-symbol role-mark child_marks"/g)).toHaveLength(2);
    expect(svg).toContain('>reverse-tape<');
  });
});
