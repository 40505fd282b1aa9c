import { describe, expect, it } from 'vitest';
import { openCatalogue } from './catalogue.ts';
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

  it('is a finding where the problem is there to provoke it, and only for the families that it names', () => {
    const chosen = catalogue.problems.find(({ problem }) => problem.expectWrong?.numerical !== undefined)!;
    const place = { suite: chosen.suite, problem: chosen.problem.name };
    expect(kindOf({ ...place, method: 'forward-difference', outcome: 'wrong' })).toBe('expected');
    expect(kindOf({ ...place, method: 'forward-difference', outcome: 'error' })).toBe('unexpected');
    const family = catalogue.methods.find(
      ({ definition }) => chosen.problem.expectWrong?.[definition.family] === undefined,
    );
    if (family) expect(kindOf({ ...place, method: family.method, outcome: 'wrong' })).toBe('unexpected');
  });

  it('is the subject itself where a step leads out of the domain', () => {
    const row = { method: 'forward-difference', operator: undefined, h: 1 };
    expect(kindOf({ ...row, outcome: 'wrong' }, 'error-vs-step')).toBe('expected');
    expect(kindOf({ ...row, outcome: 'error' }, 'error-vs-step')).toBe('unexpected');
  });

  it('of an expression is expected where it ran out of time or memory, not where it threw', () => {
    const row = { method: undefined, operator: undefined, form: 'simplified', size: undefined, n: 9 };
    expect(kindOf({ ...row, outcome: 'timeout' }, 'expression-size')).toBe('expected');
    expect(kindOf({ ...row, outcome: 'error', reason: MEMORY }, 'expression-size')).toBe('expected');
    expect(kindOf({ ...row, outcome: 'error', reason: 'Error: no' }, 'expression-size')).toBe('unexpected');
  });

  it('of a strategy is expected where it ran out of time or memory, not where it is wrong', () => {
    const row = { method: undefined, operator: undefined, strategy: 'reverse-tape', size: undefined, length: 10 };
    expect(kindOf({ ...row, outcome: 'timeout' }, 'memory')).toBe('expected');
    expect(kindOf({ ...row, outcome: 'error', reason: MEMORY }, 'memory')).toBe('expected');
    expect(kindOf({ ...row, outcome: 'error', reason: 'Error: no' }, 'memory')).toBe('unexpected');
    expect(kindOf({ ...row, outcome: 'wrong' }, 'memory')).toBe('unexpected');
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
