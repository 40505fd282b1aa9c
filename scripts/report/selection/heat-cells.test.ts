import { describe, expect, it } from 'vitest';
import { accuracyRow } from '../fixtures/results.ts';
import { heatCells } from './heat-cells.ts';

type Cells = Parameters<typeof accuracyRow>[0];

const row = (cells: Cells) => accuracyRow({ suite: 's', problem: 'p', size: 1, operator: 'gradient', ...cells });
const heat = (rows: ReturnType<typeof row>[]) => heatCells(rows, ({ digits }) => digits);
const shown = (rows: ReturnType<typeof row>[]) =>
  heat(rows).cells.map(({ problem, method, size, outcome, value }) => [problem, method, size, outcome, value]);

describe('the cells of a heat map', () => {
  it('are those of the largest size of which anything was asked', () => {
    const rows = [
      row({ size: 2, method: 'manual', digits: 15 }),
      row({ size: 20, method: 'manual', digits: 9 }),
      row({ size: 20, method: 'forward', outcome: 'timeout', reason: 'slow' }),
      row({ size: 50, method: 'manual', outcome: 'skipped' }),
      row({ size: 50, method: 'forward', outcome: 'unsupported' }),
    ];
    expect(shown(rows)).toEqual([
      ['p', 'manual', 20, 'ok', 9],
      ['p', 'forward', 20, 'timeout', undefined],
    ]);
    expect(heat(rows).cells[1]!.reason).toBe('slow');
  });

  it('have one for each method and problem, also where there is no row or no number', () => {
    const rows = [
      row({ method: 'manual', digits: 15 }),
      row({ problem: 'q', method: 'forward', digits: Number.NaN }),
      row({ problem: 'q', suite: 't', method: 'forward', digits: 3 }),
    ];
    expect(shown(rows)).toEqual([
      ['p', 'manual', 1, 'ok', 15],
      ['p', 'forward', 1, 'not measured', undefined],
      ['q', 'manual', 1, 'not measured', undefined],
      ['q', 'forward', 1, 'not measured', undefined],
      ['q', 'manual', 1, 'not measured', undefined],
      ['q', 'forward', 1, 'ok', 3],
    ]);
  });

  it('give a number that is not known no value, and say why', () => {
    const { cells } = heatCells(
      [row({ method: 'manual', digits: 3 }), row({ method: 'forward', digits: 4 }), row({ method: 'other' })],
      ({ digits }) => digits,
      ({ method }) => (method === 'manual' ? undefined : 'noise'),
    );
    expect(cells.map(({ outcome, reason, value }) => [outcome, reason, value])).toEqual([
      ['ok', undefined, 3],
      ['not known', 'noise', undefined],
      ['not measured', undefined, undefined],
    ]);
  });

  it('give a wrong row no value, since its number means nothing', () => {
    expect(shown([row({ method: 'manual', outcome: 'wrong', digits: 3 })])).toEqual([
      ['p', 'manual', 1, 'wrong', undefined],
    ]);
  });

  it('leave out, by name, methods that offer nothing and problems of which nothing was asked', () => {
    const rows = [
      row({ method: 'manual', digits: 15 }),
      row({ method: 'idle', outcome: 'unsupported' }),
      row({ problem: 'q', method: 'manual', outcome: 'skipped', reason: 'on demand' }),
    ];
    const { cells, idleMethods, idleProblems } = heat(rows);
    expect(cells.map(({ method }) => method)).toEqual(['manual']);
    expect(idleMethods).toEqual(['idle']);
    expect(idleProblems.map(({ problem }) => problem)).toEqual(['q']);
  });

  it('are none of no rows', () => {
    expect(heat([])).toEqual({ cells: [], idleMethods: [], idleProblems: [] });
  });
});
