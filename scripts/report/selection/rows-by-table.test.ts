import { expect, it } from 'vitest';
import { tables } from '../../tables/tables.ts';
import { errorRow, NOTHING, timingRow } from '../fixtures/results.ts';
import { rowsByTable } from './rows-by-table.ts';

it('finds the rows of each table under its name', () => {
  const found = rowsByTable({ ...NOTHING, errorVsStep: [errorRow({}), errorRow({})], timing: [timingRow({})] });
  expect(found.map(({ table }) => table.name)).toEqual(tables.map(({ name }) => name));
  const lengths = Object.fromEntries(found.map(({ table, rows }) => [table.name, rows.length]));
  expect(lengths).toMatchObject({ 'error-vs-step': 2, timing: 1, accuracy: 0, memory: 0 });
});

it('knows a field of the results for each table, so that none is shown as empty by mistake', () => {
  const row = errorRow({});
  const full = Object.fromEntries(
    Object.keys(NOTHING).map((key) => [key, key === 'record' ? undefined : key === 'history' ? [] : [row]]),
  );
  expect(rowsByTable({ ...NOTHING, ...full }).map(({ rows }) => rows.length)).toEqual(tables.map(() => 1));
});
