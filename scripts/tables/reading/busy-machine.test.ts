import { describe, expect, it } from 'vitest';
import { emptyRow } from '../table-file.ts';
import { timing } from '../tables.ts';
import { loadWarning, primalWarning } from './busy-machine.ts';

describe('a busy machine', () => {
  it('is one with a load above its cores', () => {
    expect(loadWarning(2, 2)).toBeUndefined();
    expect(loadWarning(2.1, 2)).toMatch(/^The machine is busy: its load is 2\.1 on 2 cores\. /);
    expect(loadWarning(1.5, 1)).toContain('on 1 core.');
  });

  it('is seen in the time of one function that varies more than twice within a run', () => {
    const row = (problem: string, primal_ns: number, more = {}) =>
      emptyRow(timing, { suite: 's', problem, size: 3, outcome: 'ok', steady: 'yes', primal_ns, ...more });
    const quiet = [row('a', 10), row('a', 20), row('b', 50)];
    expect(primalWarning(quiet)).toBeUndefined();
    expect(
      primalWarning([...quiet, row('a', 99, { steady: 'no' }), row('a', 99, { outcome: 'wrong' })]),
    ).toBeUndefined();
    expect(primalWarning([])).toBeUndefined();
    const warning = primalWarning([...quiet, row('b', 160), row('a', 21, { forks_agree: 'no' })]);
    expect(warning).toContain('varies up to 3.2 times (s/b, size 3; 2 of 2 functions vary');
  });
});
