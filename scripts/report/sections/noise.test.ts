import { describe, expect, it } from 'vitest';
import { NOTHING, timingRow } from '../fixtures/results.ts';
import { noiseOf } from './noise.ts';

const row = (cells: Parameters<typeof timingRow>[0]) =>
  timingRow({ suite: 's', problem: 'p', size: 1, operator: 'value', method: 'primal', ratio: 1, ...cells });

describe('what a report says of the noise of its times', () => {
  it('is nothing where nothing tells of it', () => {
    expect(noiseOf(NOTHING)).toEqual([]);
    expect(noiseOf({ ...NOTHING, timing: [row({ method: 'manual', primal_ns: 900 })] })).toEqual([]);
  });

  it('is how far the function lies from itself, where ratios lean, and what is not known', () => {
    const timing = [
      row({ ratio: 0.981, primal_ns: 4, loop_ns: 1.25 }),
      row({ size: 2, ratio: 1.03, primal_ns: 900 }),
      row({ size: 3, ratio: 7, primal_ns: 900, steady: 'no' }),
      row({ method: 'forward', ratio: 7, primal_ns: 4.2, forks_agree: 'no' }),
    ];
    expect(noiseOf({ ...NOTHING, timing })).toEqual([
      'The hand-written function timed against itself: ratio 0.98 to 1.03 over 2 cases, which is the floor of the noise; 1 more time of it is not known.',
      'At 1 of 3 problem sizes the hand-written function takes less than 5 ns, 1.25 ns of them the loop that calls it: the ratios there lean towards 1.',
      'Of 2 times that were measured nothing is made: no steady state was reached (1) and its processes disagree (1).',
    ]);
  });

  it('is how well runs repeat, where that was tried', () => {
    const made = { commit: 'abc', node: '99.0.0', machine: 'A CPU, 2 cores' };
    const repeatability = { cases: 150, within5: 0.6, within10: 0.925, within50: 1, intervalHolds: 0.5, made };
    const [sentence] = noiseOf({ ...NOTHING, repeatability });
    expect(sentence).toMatch(
      /agree within 5 % in 60\.0 % of 150 cases, within 10 % in 92\.5 %, and within 50 % in 100 %\./,
    );
    expect(sentence).toContain('An interval of one holds the ratio of the other in 50.0 % of them.');
    expect(sentence).toContain('commit abc, Node 99.0.0, A CPU, 2 cores');
    expect(noiseOf({ ...NOTHING, repeatability: { ...repeatability, intervalHolds: null } })[0]).not.toContain(
      'interval',
    );
  });
});
