import { describe, expect, it } from 'vitest';
import { whyUnknown } from '../../../tables/reading/known-time.ts';
import type { ForkTiming } from '../../fork/fork-timing.ts';
import { times } from './index.ts';

/** A fork whose samples are all of one operator time and one primal time, ns. */
function fork(operator: readonly number[], primal: readonly number[]): ForkTiming {
  return {
    prepare: 1,
    prepareWarm: undefined,
    warmupMs: 1,
    firstCall: 1,
    samples: operator,
    primalSamples: primal,
    callsPerSample: 1,
    loop: 0.5,
    answers: [],
    cost: {},
  };
}

const constant = (operator: number, primal: number) =>
  fork(Array<number>(20).fill(operator), Array<number>(20).fill(primal));

describe('the times of a case', () => {
  // ratios 3, 2, 2.5: their median is 2.5, and the ratio of the medians 200 / 100 is 2
  const forks = [constant(300, 100), constant(200, 100), constant(125, 50)];

  it('are medians over forks, the ratio that of the ratios', () => {
    expect(times(forks)).toMatchObject({ forks: 3, median_ns: 200, primal_ns: 100, ratio: 2.5, loop_ns: 0.5 });
    expect(times(forks).fork_ratios).toBe('3 2 2.5');
    expect(times(forks).fork_ns).toBe('300 200 125');
  });

  it('have an interval of the ratio and one of the time, each within its own forks', () => {
    const { ratio_ci_low: low, ratio_ci_high: high, ci_low_ns: lowTime, ci_high_ns: highTime } = times(forks);
    expect([low, high, lowTime, highTime]).toEqual([2, 3, 125, 300]);
  });

  it('have no interval where there is one fork, and nothing to agree with', () => {
    const one = times(forks.slice(0, 1));
    expect([one.ratio_ci_low, one.ratio_ci_high, one.ci_low_ns, one.ci_high_ns, one.forks_agree]).toEqual(
      Array<undefined>(5).fill(undefined),
    );
    expect(whyUnknown(one)).toBeUndefined();
  });

  it('are those of the quiet moments: neither side is moved by other work in two thirds of its samples', () => {
    const disturbed = (time: number) =>
      Array.from({ length: 60 }, (_, k) => (k % 3 === 0 ? time : time * (1.5 + (k % 7))));
    const row = times([fork(disturbed(300), disturbed(100))]);
    expect(row).toMatchObject({ median_ns: 300, primal_ns: 100, ratio: 3 });
  });
});

describe('a time', () => {
  it('is known where the forks agree within 1.25', () => {
    const row = times([constant(100, 100), constant(125, 100), constant(110, 100)]);
    expect(row).toMatchObject({ forks_agree: 'yes', steady: 'yes' });
    expect(whyUnknown(row)).toBeUndefined();
  });

  it('is not known where they do not', () => {
    const row = times([constant(100, 100), constant(126, 100), constant(110, 100)]);
    expect(row.forks_agree).toBe('no');
    expect(whyUnknown(row)).toBe('its processes disagree');
  });

  it('is not known where most forks were not steady', () => {
    const drifting = fork(
      Array.from({ length: 20 }, (_, k) => 200 - 5 * k),
      Array<number>(20).fill(100),
    );
    expect(times([drifting, constant(110, 100), constant(110, 100)])).toMatchObject({ steady: 'yes', steady_forks: 2 });
    const row = times([drifting, drifting, constant(110, 100)]);
    expect(row).toMatchObject({ steady: 'no', steady_forks: 1 });
    expect(whyUnknown(row)).toBe('no steady state was reached');
  });
});
