import { describe, expect, it } from 'vitest';
import { NOTHING, operationsRow } from '../fixtures/results.ts';
import { chartSvg } from '../render/chart.ts';
import { WHITE_PAPER } from '../theme/chart-config.ts';
import { callsOfJacobian } from './calls-of-jacobian.ts';

const CALLS: Readonly<Record<string, (n: number) => number>> = {
  'forward-difference': (n) => n + 1,
  'central-difference': (n) => 2 * n,
};

function rows(problem: string, sizes: readonly number[], coloured: (n: number) => number, suite = 'banded') {
  return Object.entries({ ...CALLS, 'coloured-difference': coloured }).flatMap(([method, calls]) =>
    sizes.map((inputs) =>
      operationsRow({
        suite,
        problem,
        inputs,
        size: inputs,
        method,
        operator: 'jacobian',
        function_calls: calls(inputs),
      }),
    ),
  );
}

function chartOf(operations: ReturnType<typeof rows>) {
  const part = callsOfJacobian({ ...NOTHING, operations });
  if (part.kind !== 'chart') throw new Error(part.why);
  return part;
}

describe('calls of f for a sparse Jacobian', () => {
  const BAND = rows('band', [8, 16, 32], () => 4);

  it('says what the largest size takes, and whether the calls that are shared grow', () => {
    expect(chartOf([...BAND, ...rows('arrow', [8, 16], (n) => n / 2)]).reading).toEqual([
      'On band with n = 32, coloured-difference calls f 4 times, as at all sizes from n = 8 on; forward-difference 33 times and central-difference 64 times.',
      'On arrow with n = 16, coloured-difference calls f 8 times, 4 to 8 over all sizes from n = 8 on; forward-difference 17 times and central-difference 32 times.',
    ]);
    expect(chartOf(rows('band', [8], () => 4)).reading).toEqual([
      'On band with n = 8, coloured-difference calls f 4 times; forward-difference 9 times and central-difference 16 times.',
    ]);
  });

  it('takes the suite with the most sizes, and of that only what is sparse', () => {
    const dense = rows('dense', [8, 16, 32, 64], (n) => n + 1);
    const elsewhere = rows('band', [10], () => 4, 'classical');
    expect(chartOf([...elsewhere, ...dense, ...BAND]).reading).toEqual(chartOf(BAND).reading);
  });

  it('is missing where nothing is sparse, no one shares calls, or the calls are of something else', () => {
    const dense = rows('dense', [8], (n) => n + 1);
    const unshared = BAND.filter(({ method }) => method !== 'coloured-difference');
    const gradients = BAND.map((row) => ({ ...row, operator: 'gradient' }));
    const refused = BAND.map((row) => ({ ...row, outcome: 'unsupported' }));
    for (const operations of [[], dense, unshared, gradients, refused]) {
      expect(callsOfJacobian({ ...NOTHING, operations }).kind).toBe('missing');
    }
  });

  it('draws a line for each method and problem', async () => {
    const svg = await chartSvg(chartOf([...BAND, ...rows('arrow', [8, 16], (n) => n / 2)]), WHITE_PAPER);
    expect(svg.match(/class="mark-line[^>]*><path/g)).toHaveLength(6);
  });
});
