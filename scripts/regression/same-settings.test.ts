import { describe, expect, it } from 'vitest';
import type { KeptOptions } from '../tables/run-record.ts';
import { RECORD } from './fixtures/comparison.ts';
import { whyIncomparable } from './same-settings.ts';

const OPTIONS: KeptOptions = { effort: 'default', seed: 1, stepRule: 'relative', timeLimit: 2, memoryLimit: 1024 };

const between = (base: KeptOptions, head: KeptOptions) =>
  whyIncomparable({ ...RECORD, options: base }, { ...RECORD, options: head });

describe('two runs', () => {
  it.each<[KeptOptions, string]>([
    [{ seed: 2 }, 'seed is 1 in the base and 2 in the head'],
    [{ stepRule: 'absolute' }, 'stepRule is relative in the base and absolute in the head'],
    [{ effort: 'quick' }, 'effort is default in the base and quick in the head'],
    [{ timeLimit: 20 }, 'timeLimit is 2 in the base and 20 in the head'],
    [{ memoryLimit: 64 }, 'memoryLimit is 1024 in the base and 64 in the head'],
    [{ seed: undefined }, 'seed is 1 in the base and not given in the head'],
  ])('do not compare where %j differs, whichever side it is on', (change, words) => {
    const other = { ...OPTIONS, ...change };
    expect(between(OPTIONS, other)).toBe(
      `The two runs do not measure the same (${words}): measure both with the same options.`,
    );
    expect(between(other, OPTIONS)).toMatch(/^The two runs do not measure the same/);
  });

  it('name every setting in which they differ', () => {
    expect(between(OPTIONS, { ...OPTIONS, seed: 2, effort: 'quick' })).toContain(
      '(effort is default in the base and quick in the head, seed is 1 in the base and 2 in the head)',
    );
  });

  it('compare where only the number of forks, the choice of cases, the jobs or the folder differ', () => {
    const head = { ...OPTIONS, forks: 8, precision: 5, budget: 9, jobs: 1, out: 'x', suites: ['lecture'] };
    expect(between(OPTIONS, head)).toBeUndefined();
  });
});
