import { describe, expect, it } from 'vitest';
import { NOTHING, timingRow } from '../fixtures/results.ts';
import { breakEven } from './break-even.ts';

const row = (
  problem: string,
  method: string,
  prepare_ns: number,
  first_call_ns: number,
  median_ns: number,
  outcome = 'ok',
) =>
  timingRow({
    suite: 's',
    problem,
    size: 1,
    operator: 'gradient',
    method,
    prepare_ns,
    first_call_ns,
    median_ns,
    outcome,
  });
const tape = (problem: string) => row(problem, 'reverse-tape', 0, 50, 60);

function tableOf(timing: ReturnType<typeof row>[]) {
  const part = breakEven({ ...NOTHING, timing });
  if (part.kind !== 'table') throw new Error(part.why);
  return { reading: part.reading, rows: part.rows.map((cells) => cells.map(({ text }) => text)) };
}

describe('the table of break-even calls', () => {
  it('counts cases, and calls where it takes more than one', () => {
    // 1050 / 50 = 21, 2050 / 50 = 41 and 5050 / 50 = 101 calls after the first
    const graph = [
      row('p', 'reverse-graph-javascript', 1000, 100, 10),
      row('q', 'reverse-graph-javascript', 2000, 100, 10),
    ];
    const more = [row('r', 'reverse-graph-javascript', 5000, 100, 10), row('p', 'manual', 0, 10, 10)];
    const never = [row('p', 'forward', 0, 100, 600), row('q', 'forward', 0, 100, 600)];
    const { reading, rows } = tableOf([tape('p'), tape('q'), tape('r'), ...graph, ...more, ...never]);
    expect(rows).toEqual([
      ['manual', '1', '1', '', '', '', '0'],
      ['forward', '2', '0', '', '', '', '2'],
      ['reverse-graph-javascript', '3', '0', '22', '42', '102', '0'],
    ]);
    expect(reading).toEqual([
      'reverse-graph-javascript waits the longest: in one case it needs 102 calls to overtake reverse-tape.',
      'In every case that they answer, it is overtaken sooner or later by manual and reverse-graph-javascript.',
      'In no case is it overtaken by forward.',
    ]);
  });

  it('says of a method that pays in one case only neither always nor never', () => {
    const some = [row('p', 'forward', 0, 100, 600), row('q', 'forward', 0, 100, 10)];
    const { reading } = tableOf([tape('p'), tape('q'), ...some]);
    expect(reading).toEqual(['forward waits the longest: in one case it needs 2 calls to overtake reverse-tape.']);
  });

  it('says so where nobody has to wait', () => {
    expect(tableOf([tape('p'), row('p', 'manual', 0, 10, 10)]).reading[0]).toBe(
      'No method overtakes reverse-tape later than at its first call.',
    );
  });

  it('is missing without the tape, without others, and where both were never in time', () => {
    expect(breakEven(NOTHING).kind).toBe('missing');
    expect(breakEven({ ...NOTHING, timing: [tape('p')] }).kind).toBe('missing');
    expect(breakEven({ ...NOTHING, timing: [row('p', 'manual', 0, 10, 10)] }).kind).toBe('missing');
    expect(breakEven({ ...NOTHING, timing: [tape('p'), row('p', 'manual', 0, 0, 0, 'timeout')] }).kind).toBe('missing');
    expect(breakEven({ ...NOTHING, timing: [tape('p'), row('p', 'manual', Number.NaN, 1, 1)] }).kind).toBe('missing');
  });
});
