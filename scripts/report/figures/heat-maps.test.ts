import { describe, expect, it } from 'vitest';
import { accuracyRow, NOTHING, timingRow } from '../fixtures/results.ts';
import { chartSvg } from '../render/chart.ts';
import { WHITE_PAPER } from '../theme/chart-config.ts';
import { heatOfDigits } from './heat-of-digits.ts';
import { heatOfRatios } from './heat-of-ratios.ts';

const CASE = { suite: 'scalar', problem: 'p', size: 1, operator: 'gradient' } as const;

/** Every outcome, a method each. */
const ACCURACY = [
  accuracyRow({ ...CASE, method: 'manual', digits: 15.95 }),
  accuracyRow({ ...CASE, method: 'forward-difference', digits: 7.3 }),
  accuracyRow({ ...CASE, method: 'central-difference', outcome: 'wrong', reason: 'no correct digit', digits: 0 }),
  accuracyRow({ ...CASE, method: 'forward', outcome: 'timeout', reason: 'not finished after 1.5 s' }),
  accuracyRow({ ...CASE, method: 'reverse-tape', outcome: 'error', reason: 'it threw' }),
  accuracyRow({ ...CASE, problem: 'q', method: 'manual', digits: 11.25 }),
  accuracyRow({ ...CASE, problem: 'q', method: 'forward-difference', digits: 2.5 }),
  accuracyRow({ ...CASE, problem: 'q', method: 'central-difference', digits: 4 }),
  accuracyRow({ ...CASE, problem: 'q', method: 'forward', outcome: 'unsupported', reason: 'it branches' }),
];

function chart([part]: ReturnType<typeof heatOfDigits>) {
  if (part?.kind !== 'chart') throw new Error(part?.why);
  return part;
}

describe('the heat map of digits', () => {
  const map = chart(heatOfDigits({ ...NOTHING, accuracy: ACCURACY }));

  it('counts how the cells ended', () => {
    expect(map.reading[0]).toBe(
      'Outcomes of 10 cells: 5 ok, 1 wrong, 1 unsupported, 1 out of time, 1 error and 1 not measured.',
    );
  });

  it('says who answers every problem, rightly or not, and where the fewest digits are left', () => {
    expect(map.reading.slice(1)).toEqual([
      'An answer to each of 2 problems comes from manual, forward-difference and central-difference.',
      'Fewest digits of an answer that is ok: 2.5 by forward-difference on q of scalar, size 1 and 11 by manual on q of scalar, size 1 among the other methods.',
    ]);
  });

  it('has data that can be read: digits where it is ok, else a letter and the reason', () => {
    expect(map.spec).toMatchObject({
      data: {
        values: expect.arrayContaining([
          expect.objectContaining({ problem: 'p', method: 'forward-difference', digits: 7.3, text: '7' }),
          expect.objectContaining({
            method: 'forward',
            outcome: 'timeout',
            text: 'T',
            reason: 'not finished after 1.5 s',
          }),
          expect.objectContaining({
            method: 'central-difference',
            outcome: 'wrong',
            text: 'W',
            reason: 'no correct digit',
          }),
          expect.objectContaining({ problem: 'q', method: 'reverse-tape', outcome: 'not measured', text: '' }),
        ]),
      },
    });
  });

  it('draws digits, letters, and a key of the outcomes that there are', async () => {
    const svg = await chartSvg(map, WHITE_PAPER);
    for (const text of ['15', '7', 'W', 'T', 'E', 'U']) expect(svg).toContain(`>${text}</text>`);
    expect(svg).toContain('W wrong · U unsupported · T out of time · E error · empty: not measured');
    expect(svg).not.toContain('S skipped');
  });

  it('says what is left out, and of a lone problem that no method answers', () => {
    const accuracy = [
      accuracyRow({ ...CASE, method: 'forward', outcome: 'timeout' }),
      accuracyRow({ ...CASE, method: 'idle', outcome: 'unsupported' }),
      accuracyRow({ ...CASE, problem: 'q', method: 'forward', outcome: 'skipped', reason: 'on demand' }),
      accuracyRow({ ...CASE, problem: 'r', method: 'forward', outcome: 'skipped', reason: 'on demand' }),
    ];
    expect(chart(heatOfDigits({ ...NOTHING, accuracy })).reading).toEqual([
      'Outcomes of 1 cell: 1 out of time.',
      'An answer to the one problem comes from no method.',
      'Not drawn, since nothing was asked: 2 problems of scalar (on demand).',
      'Not drawn, since they offer no first derivative here: idle.',
    ]);
  });

  it('is missing without a derivative', () => {
    expect(heatOfDigits(NOTHING)[0]!.kind).toBe('missing');
    const [part] = heatOfDigits({ ...NOTHING, accuracy: [accuracyRow({ ...CASE, operator: 'value', digits: 1 })] });
    expect(part!.kind).toBe('missing');
  });

  it('takes any name of a suite', async () => {
    const accuracy = [accuracyRow({ ...CASE, suite: `Powell's "hard" \\ ones`, method: 'manual', digits: 15 })];
    const svg = await chartSvg(chart(heatOfDigits({ ...NOTHING, accuracy })), WHITE_PAPER);
    expect(svg).toContain(`>Powell's "hard" \\ ones: p</text>`);
  });

  it('is as many charts as fit the page where there are many problems, each of its own cells', async () => {
    const accuracy = Array.from({ length: 70 }, (_, i) =>
      accuracyRow({ ...CASE, problem: `problem-${i}`, method: 'manual', digits: 15 }),
    );
    const parts = heatOfDigits({ ...NOTHING, accuracy });
    expect(parts.map(({ name }) => name)).toEqual(['heat-of-digits', 'heat-of-digits-2', 'heat-of-digits-3']);
    expect(parts.map(({ title }) => title.slice(-9))).toEqual([' (1 of 3)', ' (2 of 3)', ' (3 of 3)']);
    const drawn: string[] = [];
    for (const part of parts) {
      const own = chart([part]);
      const { data } = JSON.parse(JSON.stringify(own.spec));
      drawn.push(...data.values.map(({ problem }: { problem: string }) => problem));
      const width = /width="(\d+)"/.exec(await chartSvg(own, WHITE_PAPER))![1];
      expect(Number(width)).toBeLessThan(800);
    }
    expect(drawn.sort()).toEqual(accuracy.map(({ problem }) => problem).sort());
    expect(chart(parts.slice(1)).reading).toEqual(['Outcomes of 33 cells: 33 ok.']);
  });
});

describe('the heat map of ratios', () => {
  const row = (cells: Parameters<typeof timingRow>[0]) => timingRow({ ...CASE, ...cells });

  it('says between which ratios the methods lie', () => {
    const timing = [
      row({ suite: 'rosenbrock', problem: 'rosenbrock', size: 1000, method: 'forward', ratio: 28154 }),
      row({ method: 'reverse-tape', ratio: 0.55 }),
      row({ method: 'forward', ratio: 12 }),
    ];
    const { reading, spec } = chart(heatOfRatios({ ...NOTHING, timing }));
    expect(reading).toEqual([
      'Outcomes of 4 cells: 3 ok and 1 not measured.',
      'An answer to each of 2 problems comes from forward.',
      'Ratios run from 0.550 times f (reverse-tape on p of scalar, size 1) to 28154 times f (forward on rosenbrock, size 1000).',
    ]);
    expect(spec).toMatchObject({
      data: { values: [{ text: '28k' }, { text: '' }, { text: '12' }, { text: '0.55' }] },
    });
  });

  it('comes out with one ratio, with none, and with one that is no number', () => {
    const one = chart(heatOfRatios({ ...NOTHING, timing: [row({ method: 'forward', ratio: 1 })] }));
    expect(one.reading.at(-1)).toBe('The only ratio is 1.00 times f (forward on p of scalar, size 1).');
    const none = chart(heatOfRatios({ ...NOTHING, timing: [row({ method: 'forward', outcome: 'timeout' })] }));
    expect(none.reading).toEqual([
      'Outcomes of 1 cell: 1 out of time.',
      'An answer to the one problem comes from no method.',
    ]);
    const nan = chart(heatOfRatios({ ...NOTHING, timing: [row({ method: 'forward', ratio: Number.NaN })] }));
    expect(nan.reading[0]).toBe('Outcomes of 1 cell: 1 not measured.');
    expect(heatOfRatios(NOTHING)[0]!.kind).toBe('missing');
  });

  it.each([
    0.549, 0.996, 9.94, 9.96, 999.4, 999.6, 9940, 9960, 999_400, 2.6e6,
  ])('writes %d in at most four letters', (ratio) => {
    const { spec } = chart(heatOfRatios({ ...NOTHING, timing: [row({ method: 'forward', ratio })] }));
    const { data } = JSON.parse(JSON.stringify(spec));
    const text: string = data.values[0].text;
    expect(text.length).toBeLessThanOrEqual(4);
    const factor = text.endsWith('M') ? 1e6 : text.endsWith('k') ? 1e3 : 1;
    expect((Number.parseFloat(text) * factor) / ratio).toBeCloseTo(1, 1);
  });
});
