import { describe, expect, it } from 'vitest';
import { NOTHING, operationsRow } from '../fixtures/results.ts';
import { operationsAgainstBounds } from './operations-against-bounds.ts';

const row = (method: string, problem: string, work_ratio: number, work_bound: number, operator = 'gradient') =>
  operationsRow({
    ...{ suite: 's', problem, size: 3, method, operator },
    ...{ work_ratio, work_bound, work_to_bound: work_ratio / work_bound },
  });

function tableOf(operations: ReturnType<typeof row>[]) {
  const part = operationsAgainstBounds({ ...NOTHING, operations });
  if (part.kind !== 'table') throw new Error(part.why);
  return { reading: part.reading, rows: part.rows.map((cells) => cells.map(({ text }) => text)), part };
}

describe('the table of counted work', () => {
  const ROWS = [
    row('forward', 'p', 2, 2.5),
    row('forward', 'q', 20, 25),
    row('forward', 'r', 27, 25),
    row('reverse-tape', 'p', 3, 4),
    row('reverse-tape', 'q', 5, 4),
    row('reverse-tape-sums', 'p', 3, 4),
    row('reverse-tape-sums', 'q', 5, 4),
    row('forward', 'p', 1.5, 2.5, 'jvp'),
    row('forward', 'p', 9, 1, 'jacobian'),
  ];

  it('has medians, the worst with its problem, and one line for kin that count the same', () => {
    const { rows, part } = tableOf(ROWS);
    expect(rows).toEqual([
      ['gradient', 'forward', '3', '20.0', '2.50 to 25.0', '0.800', '1.08', '1'],
      ['gradient', 'reverse-tape and reverse-tape-sums', '2', '4.00', '4.00', '1.00', '1.25', '1'],
      ['J v', 'forward', '1', '1.50', '2.50', '0.600', '0.600', '0'],
    ]);
    expect(part.rows[1]![6]!.note).toBe('q, size 3');
  });

  it('says how many counts are above what theory allows, and the most', () => {
    expect(tableOf(ROWS).reading).toEqual([
      '3 of 8 counts are above the bounds of theory, by forward, reverse-tape and reverse-tape-sums; ' +
        'the largest is 1.25 times the bound (reverse-tape on q, size 3).',
    ]);
    expect(tableOf(ROWS.slice(0, 2)).reading).toEqual([
      'All 2 counts are within the bounds of theory; the largest is 0.800 times the bound (forward on p, size 3).',
    ]);
  });

  it('is missing without a bound', () => {
    expect(operationsAgainstBounds(NOTHING).kind).toBe('missing');
    const unbounded = operationsRow({ method: 'manual', operator: 'gradient', work_ratio: 2 });
    expect(operationsAgainstBounds({ ...NOTHING, operations: [unbounded] }).kind).toBe('missing');
    expect(operationsAgainstBounds({ ...NOTHING, operations: [row('forward', 'p', Number.NaN, 4)] }).kind).toBe(
      'missing',
    );
    expect(operationsAgainstBounds({ ...NOTHING, operations: [row('forward', 'p', 9, 1, 'jacobian')] }).kind).toBe(
      'missing',
    );
  });
});
