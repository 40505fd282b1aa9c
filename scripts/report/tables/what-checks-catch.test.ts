import { expect, it } from 'vitest';
import { checksAgainstTolerance } from '../figures/checks-against-tolerance.ts';
import { checksRow, NOTHING } from '../fixtures/results.ts';
import { whatChecksCatch } from './what-checks-catch.ts';

/**
 * Ten slips of one kind: exact derivatives find all, forward differences eight at 0.1 and all at 0.01, but there accuse
 * half.
 */
const rows = [0.1, 0.01].flatMap((tolerance) => {
  const key = { suite: 's', problem: 'p', size: 1, tolerance };
  const isTight = tolerance === 0.01;
  return [
    checksRow({ ...key, reference: 'exact', slip: 'lost-term', planted: 10, found: 10, ...(isTight && { named: 9 }) }),
    checksRow({ ...key, reference: 'exact', slip: 'none', checks: 40, false_alarms: 0 }),
    checksRow({ ...key, reference: 'forward-difference', slip: 'lost-term', planted: 10, found: isTight ? 10 : 8 }),
    checksRow({ ...key, reference: 'forward-difference', slip: 'none', checks: 40, false_alarms: isTight ? 20 : 0 }),
  ];
});

it('says what is missing where there are no checks', () => {
  expect(whatChecksCatch(NOTHING).kind).toBe('missing');
  expect(checksAgainstTolerance(NOTHING).kind).toBe('missing');
});

it('shows each reference at the tolerance that suits it', () => {
  const table = whatChecksCatch({ ...NOTHING, checks: rows });
  if (table.kind !== 'table') throw new Error('no table');
  expect(table.columns.map(({ head }) => head.text).slice(2, 4)).toEqual([
    'found, exact at 10⁻²',
    'found, forward difference at 10⁻¹',
  ]);
  expect(table.rows[0]!.map(({ text }) => text)).toEqual(['lost term', '10', '100 %', '80.0 %', '–', '90.0 %']);
  expect(table.reading.join(' ')).toContain('80.0 % (forward difference, at 10⁻¹, where 0 of 40 checks');
});

it('says from which tolerance on correct derivatives are accused', () => {
  const chart = checksAgainstTolerance({ ...NOTHING, checks: rows });
  if (chart.kind !== 'chart') throw new Error('no chart');
  expect(chart.reading[0]).toContain('accuses no correct derivative');
  expect(chart.reading[1]).toContain('from 10⁻² on it accuses correct derivatives, in the end 50.0 %');
});
