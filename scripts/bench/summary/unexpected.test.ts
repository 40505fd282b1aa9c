import { describe, expect, it } from 'vitest';
import { openCatalogue } from '../plan/catalogue.ts';
import { failedRows } from './unexpected.ts';

const catalogue = await openCatalogue([], 'unused');

type AnyRow = Parameters<typeof failedRows>[1][string][number];
const MEMORY = 'ran out of memory (limit 1024 MB)';

/** Whether a row is not ok, and if so whether that was expected. */
function kindOf(cells: Partial<AnyRow>, table = 'accuracy'): 'ok' | 'expected' | 'unexpected' {
  const row: AnyRow = {
    suite: 'lecture',
    problem: 'sigmoid',
    method: 'forward',
    operator: 'gradient',
    size: 1,
    outcome: 'ok',
    reason: undefined,
    ...cells,
  };
  const { expected, unexpected } = failedRows(catalogue, { [table]: [row] });
  expect(expected.length + unexpected.length).toBe(row.outcome === 'ok' ? 0 : 1);
  return expected.length > 0 ? 'expected' : unexpected.length > 0 ? 'unexpected' : 'ok';
}

describe('a row that is not ok', () => {
  it('is no fault where a method has not got the operator', () => {
    expect(kindOf({})).toBe('ok');
    expect(kindOf({ outcome: 'unsupported', reason: 'forward has no vjp' })).toBe('expected');
  });

  it('is a fault where a method is wrong, throws or never ends', () => {
    expect(kindOf({ outcome: 'wrong' })).toBe('unexpected');
    expect(kindOf({ outcome: 'error', reason: 'Error: no' })).toBe('unexpected');
    expect(kindOf({ outcome: 'timeout' })).toBe('unexpected');
    expect(kindOf({ outcome: 'error', reason: MEMORY })).toBe('unexpected');
    expect(kindOf({ outcome: undefined })).toBe('unexpected');
  });

  it('is no fault where an expression explodes', () => {
    const method = 'symbolic-simplified';
    expect(kindOf({ method, outcome: 'timeout' })).toBe('expected');
    expect(kindOf({ method, outcome: 'error', reason: MEMORY })).toBe('expected');
    expect(kindOf({ method, outcome: 'error', reason: 'TypeError: no' })).toBe('unexpected');
    expect(kindOf({ method, outcome: 'wrong' })).toBe('unexpected');
  });

  it('is a finding where the problem announces it, by method, size and operator', () => {
    const place = { suite: 'logistic-map', problem: 'nested' };
    const wrong = { ...place, method: 'central-difference', operator: 'hessian', size: 15, outcome: 'wrong' };
    expect(kindOf(wrong)).toBe('expected');
    for (const other of [
      { size: 4 },
      { operator: 'gradient' },
      { operator: undefined },
      { method: 'gradient-difference' },
      { outcome: 'error' },
      { problem: 'factored' },
      { h: 1e-3, error_to_bound: 2 },
    ])
      expect(kindOf({ ...wrong, ...other }), JSON.stringify(other)).toBe('unexpected');
  });

  it('is a fault of a method that the announcement of others does not name', () => {
    const saturated = { suite: 'scalar', problem: 'saturated', operator: 'gradient', outcome: 'wrong' };
    expect(kindOf({ ...saturated, method: 'central-difference' })).toBe('expected');
    expect(kindOf({ ...saturated, method: 'complex-step' })).toBe('unexpected');
  });

  it('of a step is the subject itself where its error model condemns the step, or says nothing of it', () => {
    const row = { method: 'forward-difference', operator: undefined, h: 1, outcome: 'wrong' };
    expect(kindOf({ ...row, error_to_bound: undefined }, 'error-vs-step')).toBe('expected');
    expect(kindOf({ ...row, error_to_bound: 1 }, 'error-vs-step')).toBe('expected');
    expect(kindOf({ ...row, error_to_bound: 1.01 }, 'error-vs-step')).toBe('unexpected');
    expect(kindOf({ ...row, error_to_bound: Number.NaN }, 'error-vs-step')).toBe('unexpected');
    expect(kindOf({ ...row, h: undefined }, 'error-vs-step')).toBe('unexpected');
    expect(kindOf({ ...row, outcome: 'error' }, 'error-vs-step')).toBe('unexpected');
  });

  it('of a step is announced for a range of steps, or for a method that has none', () => {
    const place = { suite: 'scalar', problem: 'absolute-value-near-kink', operator: undefined, error_to_bound: 1e6 };
    const row = { ...place, method: 'central-difference', outcome: 'wrong' };
    expect(kindOf({ ...row, h: 1e-6 }, 'error-vs-step')).toBe('expected');
    expect(kindOf({ ...row, h: 1e-10 }, 'error-vs-step')).toBe('unexpected');
    const exact = { suite: 'scalar', problem: 'logistic-chaos', operator: undefined, method: 'forward' };
    expect(kindOf({ ...exact, outcome: 'wrong' }, 'error-vs-step')).toBe('expected');
  });

  it('of an expression that is written out is expected where it ran out of time or memory, not where it threw', () => {
    const row = { method: undefined, operator: undefined, form: 'simplified', size: undefined, n: 9 };
    expect(kindOf({ ...row, outcome: 'timeout' }, 'expression-size')).toBe('expected');
    expect(kindOf({ ...row, outcome: 'error', reason: MEMORY }, 'expression-size')).toBe('expected');
    expect(kindOf({ ...row, outcome: 'error', reason: 'Error: no' }, 'expression-size')).toBe('unexpected');
  });

  it('is a fault where a tape, a graph or a strategy runs out of time or memory: these grow in proportion', () => {
    for (const form of ['tape', 'graph-raw', 'graph-shared', 'graph-simplified']) {
      const row = { method: undefined, operator: undefined, form, size: undefined, n: 9 };
      expect(kindOf({ ...row, outcome: 'timeout' }, 'expression-size')).toBe('unexpected');
      expect(kindOf({ ...row, outcome: 'error', reason: MEMORY }, 'expression-size')).toBe('unexpected');
    }
    const row = { method: undefined, operator: undefined, strategy: 'reverse-tape', size: undefined, length: 10 };
    for (const outcome of ['timeout', 'wrong']) expect(kindOf({ ...row, outcome }, 'memory')).toBe('unexpected');
    expect(kindOf({ ...row, outcome: 'error', reason: MEMORY }, 'memory')).toBe('unexpected');
  });

  it('is listed once where a case has several, as a training has of its steps', () => {
    const row = { suite: 's', problem: 'p', size: 3, method: 'm', outcome: 'wrong', reason: 'drift' };
    const failed = failedRows(catalogue, { training: [row, row, { ...row, outcome: 'error' }, { ...row, size: 4 }] });
    expect(failed.unexpected.map(({ place, outcome }) => `${place} ${outcome}`)).toEqual([
      'training s/p 3 m wrong',
      'training s/p 3 m error',
      'training s/p 4 m wrong',
    ]);
  });

  it('says where it stands', () => {
    const row = { suite: 's', problem: 'p', size: 3, method: 'm', operator: 'jvp', outcome: 'wrong', reason: 'off' };
    expect(failedRows(catalogue, { timing: [row] }).unexpected).toEqual([
      { what: 'm', place: 'timing s/p 3 m jvp', outcome: 'wrong', reason: 'off' },
    ]);
    const kept = { suite: 's', problem: 'p', length: 100, strategy: 'tape', outcome: 'wrong', reason: 'off' };
    expect(failedRows(catalogue, { memory: [kept] }).unexpected).toEqual([
      { what: 'tape', place: 'memory s/p 100 tape', outcome: 'wrong', reason: 'off' },
    ]);
  });
});

describe('a row that is right although it was announced to be wrong', () => {
  const nested = { suite: 'logistic-map', problem: 'nested', reason: undefined };
  const right = { ...nested, method: 'central-difference', operator: 'hessian', size: 15, outcome: 'ok' };
  const unexpected = (table: string, rows: readonly AnyRow[], rule?: 'absolute') =>
    failedRows(catalogue, { [table]: rows }, rule).unexpected;

  it('is a fault of the announcement, which is to be narrowed', () => {
    const [stale, ...others] = unexpected('accuracy', [right]);
    expect(others).toEqual([]);
    expect(stale).toMatchObject({ place: 'accuracy logistic-map/nested 15 central-difference hessian', outcome: 'ok' });
    expect(stale?.reason).toContain('narrow the announcement');
    expect(unexpected('timing', [right])).toHaveLength(1);
  });

  it('is none where only some points are announced, where nothing was judged, and by a step rule of no announcement', () => {
    expect(unexpected('accuracy', [{ ...right, method: 'forward-difference' }])).toEqual([]);
    expect(unexpected('accuracy', [{ ...right, size: 4 }])).toEqual([]);
    expect(unexpected('operations', [right])).toEqual([]);
    expect(unexpected('accuracy', [{ ...right, outcome: 'skipped' }])).toEqual([]);
    expect(unexpected('accuracy', [right], 'absolute')).toEqual([]);
  });

  it('is one of a range of steps where no row of the range is wrong', () => {
    const kink = {
      ...nested,
      suite: 'scalar',
      problem: 'absolute-value-near-kink',
      method: 'central-difference',
      size: 1,
    };
    const at = (h: number, outcome: string) => ({ ...kink, h, outcome, error_to_bound: outcome === 'ok' ? 0.1 : 1e6 });
    expect(unexpected('error-vs-step', [at(1e-6, 'ok'), at(1e-3, 'ok')]).map(({ outcome }) => outcome)).toEqual(['ok']);
    expect(unexpected('error-vs-step', [at(1e-6, 'ok'), at(1e-3, 'wrong')])).toEqual([]);
    expect(unexpected('error-vs-step', [at(1e-10, 'ok')])).toEqual([]);
  });
});
