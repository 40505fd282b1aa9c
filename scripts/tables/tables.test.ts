/** Every column of every table, as readers of files meet it. */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from '../command/usage-error.ts';
import { newFolder } from '../fixtures/command.ts';
import { writeResultFiles } from '../report/fixtures/result-files.ts';
import type { Column, Columns, Table } from './column/column.ts';
import { history } from './columns/history.ts';
import { parseCsv } from './csv.ts';
import { removed } from './removed.ts';
import { tables } from './tables.ts';

const ALL: readonly Table<Columns>[] = tables;
const folder = newFolder();
beforeAll(() => writeResultFiles(folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Texts that no column of numbers may hold. */
const NO_NUMBERS = ['abc', '1,5', '1e999', '-1e999', '1e-999', 'Infinity', '0x10', ' 1', '1 2,5'];
/** Texts that a list of positive numbers may not hold either. */
const NOT_POSITIVE = ['0', '-1', 'NaN', 'INF', '1 0', '1 NaN', '1  2'];

const okRows = new Map<string, readonly string[]>();

/** The cells of a row that is ok. */
function okRow({ name, columns }: Table<Columns>): readonly string[] {
  const known = okRows.get(name);
  if (known) return known;
  const rows = readFileSync(path.join(folder, `${name}.csv`), 'utf8').split('\n');
  const found = rows.map((row) => row.split(',')).find((row) => row[Object.keys(columns).indexOf('outcome')] === 'ok')!;
  okRows.set(name, found);
  return found;
}

/** The message about a file whose first `ok` row has this text in the column; undefined where the file is read. */
function refusal(table: Table<Columns>, column: string, text: string): string | undefined {
  const names = Object.keys(table.columns);
  const changed = okRow(table).with(names.indexOf(column), text.includes(',') ? `"${text}"` : text);
  try {
    parseCsv(`${names}\n${changed}\n`, 'changed.csv', table, 'mend it');
    return undefined;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return error.message;
  }
}

const isOfNumbers = ({ type, asManyAs }: Column) => type !== 'string' || asManyAs !== undefined;

describe.each(ALL.map((table) => [table.name, table] as const))('%s.csv', (_, table) => {
  const columns = Object.entries(table.columns);

  it('is refused with file, line and column for whatever is no number in a column of numbers', () => {
    for (const [name, column] of columns.filter(([, each]) => isOfNumbers(each)))
      for (const text of [...NO_NUMBERS, ...(column.asManyAs === undefined ? [] : NOT_POSITIVE)])
        expect(refusal(table, name, text), `${name} ${text}`).toMatch(
          new RegExp(`changed\\.csv, line 2, column ${name}: ".*" `),
        );
  });

  it('is refused for an empty cell where there must be one', () => {
    for (const [name, { filled }] of columns)
      expect(refusal(table, name, ''), name).toEqual(
        filled === undefined ? undefined : expect.stringContaining(`line 2, column ${name}: the cell is empty`),
      );
  });

  it('is refused for a word that is not one of the known', () => {
    for (const [name, { values }] of columns)
      if (values) expect(refusal(table, name, 'splendid')).toContain(`column ${name}: "splendid" is none of `);
  });

  it('never has a negative count, time or error', () => {
    for (const [name, { domain = 'anything', type }] of columns.filter(([, each]) => isOfNumbers(each))) {
      expect(type === 'integer' ? domain : 'count', name).toBe('count');
      const isSigned = domain === 'anything' || domain === 'finite';
      expect(isSigned ? SIGNED : [], name).toEqual(isSigned ? expect.arrayContaining([`${table.name} ${name}`]) : []);
      if (!isSigned) expect(refusal(table, name, '-1'), name).toContain(`column ${name}: "-1" `);
    }
  });
});

/** The numbers that may be below 0: places, slopes and differences. */
const SIGNED = [
  'one-sided x',
  'one-sided slope',
  'one-sided exact_slope',
  'one-sided convention',
  'training loss',
  'solving objective_gap',
];

it('every column of numbers says which ones, in the history and the list of what was removed too', () => {
  for (const { name, columns } of [...ALL, history, removed] satisfies readonly Table<Columns>[])
    for (const [column, each] of Object.entries<Column>(columns))
      expect(each.domain !== undefined, `${name} ${column}`).toBe(isOfNumbers(each));
});

it('a list has as many numbers as its row says', () => {
  const timing = ALL.find(({ name }) => name === 'timing')!;
  for (const column of ['fork_ns', 'fork_ratios']) {
    expect(refusal(timing, column, '1.5 1 2')).toBeUndefined();
    expect(refusal(timing, column, '1.5')).toMatch(/: the list has 1 number, and forks says 3\.$/);
  }
});
