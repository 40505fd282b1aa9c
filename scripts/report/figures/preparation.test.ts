import { describe, expect, it } from 'vitest';
import { NOTHING, timingRow } from '../fixtures/results.ts';
import { chartSvg } from '../render/chart.ts';
import { WHITE_PAPER } from '../theme/chart-config.ts';
import { preparation } from './preparation.ts';

type Cells = Parameters<typeof timingRow>[0];

function row(size: number, method: string, cells: Cells) {
  return timingRow({ suite: 's', problem: 'mixture', size, inputs: size, operator: 'gradient', method, ...cells });
}
const timed = (size: number, method: string, prepare_ns: number, first_call_ns: number, median_ns: number) =>
  row(size, method, { prepare_ns, first_call_ns, median_ns });

function chartOf(timing: ReturnType<typeof row>[]) {
  const part = preparation({ ...NOTHING, timing });
  if (part.kind !== 'chart') throw new Error(part.why);
  return part;
}

describe('preparation, first call and steady state', () => {
  const TIMING = [
    timed(1, 'forward', 1e3, 2e3, 10),
    timed(1, 'reverse-graph-javascript', 5e6, 1e3, 20),
    timed(8, 'forward', 1e3, 2e3, 100),
    timed(50, 'forward', 2e3, 9e5, 1e3),
    timed(50, 'reverse-tape', 4e6, 6e3, 2e3),
    row(50, 'reverse-graph-javascript', { outcome: 'timeout', reason: 'not finished after 1.5 s' }),
    row(50, 'gradient-difference', { outcome: 'unsupported', reason: 'it has no gradient' }),
    timingRow({
      suite: 's',
      problem: 'other',
      size: 3,
      inputs: 3,
      operator: 'gradient',
      method: 'forward',
      median_ns: 1,
    }),
  ];

  it('draws a steady state that is not known hollow, and says nothing of it but that', () => {
    const doubtful = { ...timed(1, 'manual', 9e9, 9e9, 1), steady: 'no' };
    const { reading, spec } = chartOf([...TIMING, doubtful]);
    expect(reading[0]).toContain('reverse-graph-javascript prepares the longest');
    expect(reading).toContain('A hollow mark is of a steady state that is not known; on mixture, 1 input: manual.');
    const marks: { method: string; doubt?: string }[] = JSON.parse(JSON.stringify(spec)).data.values;
    expect(marks.filter(({ doubt }) => doubt !== undefined)).toMatchObject([
      { method: 'manual', phase: 'steady state', doubt: 'no steady state was reached' },
    ]);
  });

  it('shows the smallest and the largest size of the problem with most of them, and says who waits how long', () => {
    expect(chartOf(TIMING).reading).toEqual([
      'On mixture, 1 input, reverse-graph-javascript prepares the longest: 5.00 ms, as long as 2.50 × 10⁵ calls of its steady state. ' +
        'A first call takes up to 200 times as long as a later one (forward).',
      'On mixture, 50 inputs, reverse-tape prepares the longest: 4.00 ms, as long as 2000 calls of its steady state. ' +
        'A first call takes up to 900 times as long as a later one (forward).',
      'Without a time on mixture, 50 inputs: reverse-graph-javascript (not finished after 1.5 s).',
    ]);
  });

  it('draws a time with its unit, and an outcome where there is none', async () => {
    const svg = await chartSvg(chartOf(TIMING), WHITE_PAPER);
    for (const text of ['1 ms', '10 ns', 'timeout', 'first call']) expect(svg).toContain(`>${text}<`);
  });

  it('has one panel of one size, and no sentence where nothing is complete', () => {
    expect(chartOf([timed(3, 'forward', 1e3, 2e3, 10)]).alternative).toMatch(/in 1 panel: mixture, 3 inputs\.$/);
    expect(chartOf([row(3, 'forward', { median_ns: 10, prepare_ns: Number.NaN })]).reading).toEqual([]);
  });

  it('is missing where nothing was timed', () => {
    expect(preparation(NOTHING).kind).toBe('missing');
    expect(preparation({ ...NOTHING, timing: [row(3, 'forward', { outcome: 'timeout' })] }).kind).toBe('missing');
    expect(preparation({ ...NOTHING, timing: [row(3, 'forward', { median_ns: Number.NaN })] }).kind).toBe('missing');
  });
});
