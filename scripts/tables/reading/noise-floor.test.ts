import { describe, expect, it } from 'vitest';
import type { Row } from '../column/column.ts';
import { emptyRow } from '../table-file.ts';
import { timing } from '../tables.ts';
import { noiseFloor, shortPrimals } from './noise-floor.ts';

const row = (cells: Partial<Row<typeof timing.columns>>) =>
  emptyRow(timing, { suite: 's', problem: 'p', size: 1, outcome: 'ok', ...cells });

describe('the floor of the noise', () => {
  it('runs from the least to the largest known ratio of the function to itself', () => {
    const rows = [0.97, 1.01, 1.04].map((ratio, size) => row({ method: 'primal', size, ratio }));
    const others = [row({ method: 'manual', ratio: 0.1 }), row({ method: 'primal', ratio: 9, outcome: 'error' })];
    const doubtful = [row({ method: 'primal', ratio: 5, forks_agree: 'no' })];
    expect(noiseFloor([...rows, ...others, ...doubtful])).toEqual({ cases: 3, low: 0.97, high: 1.04, unknown: 1 });
  });

  it('is nowhere without such rows', () => {
    expect(noiseFloor([row({ method: 'manual', ratio: 1 })])).toBeUndefined();
  });
});

describe('short primals', () => {
  it('are counted once for a problem size, by the middle of its methods, with the cost of the loop', () => {
    const rows = [
      row({ primal_ns: 4, loop_ns: 1 }),
      row({ primal_ns: 4.5, loop_ns: 1.2 }),
      row({ primal_ns: 80, loop_ns: 1.4 }),
      row({ size: 2, primal_ns: 5 }),
      row({ size: 3, primal_ns: 1, outcome: 'wrong' }),
    ];
    expect(shortPrimals(rows)).toEqual({ sizes: 1, of: 2, loopNs: 1.2 });
    expect(shortPrimals([])).toEqual({ sizes: 0, of: 0, loopNs: undefined });
  });
});
