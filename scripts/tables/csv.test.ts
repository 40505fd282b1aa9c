import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../command/usage-error.ts';
import { temporaryFolder } from '../fixtures/command.ts';
import type { Row, Table } from './column/column.ts';
import { readCsv, writeCsv } from './csv.ts';

const columns = {
  name: { type: 'string', description: 'a name', key: true },
  size: { type: 'integer', description: 'a count', key: true },
  time: { type: 'number', description: 'a number' },
  outcome: { type: 'string', description: 'an outcome', values: ['ok', 'wrong'] },
} as const;
const table: Table<typeof columns> = { name: 'test', title: 'Test', method: 'none', columns };
type TestRow = Row<typeof columns>;

const row: TestRow = { name: 'a', size: 1, time: 0.5, outcome: 'ok' };

async function roundTrip(rows: readonly TestRow[]): Promise<TestRow[]> {
  const file = path.join(temporaryFolder(), 'test.csv');
  await writeCsv(file, table, rows);
  return readCsv(file, table);
}

/** The message that refuses a file with this text, without the folder's name. */
async function refusal(text: string): Promise<string> {
  const folder = temporaryFolder();
  const file = path.join(folder, 'test.csv');
  await writeFile(file, text);
  const error: unknown = await readCsv(file, table).catch((thrown: unknown) => thrown);
  if (!(error instanceof UsageError)) throw new Error(`not refused with a sentence: ${String(error)}`);
  return error.message.replace(`${folder}${path.sep}`, '');
}

describe('a CSV file', () => {
  it('has a header, a line a row, and an empty cell for what was not measured', async () => {
    const file = path.join(temporaryFolder(), 'test.csv');
    await writeCsv(file, table, [row, { name: 'b', size: 2, time: undefined, outcome: undefined }]);
    expect(await readFile(file, 'utf8')).toBe('name,size,time,outcome\na,1,0.5,ok\nb,2,,\n');
  });

  it('keeps commas, quotes, line ends and letters of all kinds', async () => {
    const names = ['a,b', 'say "no"', '"', 'two\nlines', 'Windows\r\nline', 'old\rMac', ' space ', 'naïve √2 →', "'"];
    const rows = names.map((name, size) => ({ ...row, name, size }));
    expect(await roundTrip(rows)).toEqual(rows);
  });

  it('keeps infinities, NaN and the last bit of numbers', async () => {
    const times = [Infinity, -Infinity, NaN, 0.1 + 0.2, 5e-324, 1.7976931348623157e308, 1e-17, 0, 1e21, -3, undefined];
    const rows = times.map((time, size) => ({ ...row, size, time }));
    expect(await roundTrip(rows)).toEqual(rows);
  });

  it('spells infinities as Frictionless Table Schema does', async () => {
    const file = path.join(temporaryFolder(), 'test.csv');
    await writeCsv(file, table, [
      { ...row, time: Infinity },
      { ...row, size: 2, time: -Infinity },
    ]);
    expect(await readFile(file, 'utf8')).toContain('a,1,INF,ok\na,2,-INF,ok\n');
  });

  it('gives back any rows that were written', async () => {
    const file = path.join(temporaryFolder(), 'test.csv');
    const anyRow = fc.record({
      name: fc.string({ unit: 'grapheme', minLength: 1 }),
      size: fc.integer(),
      time: fc.option(
        fc.double().map((x) => x + 0), // a CSV knows no negative zero
        { nil: undefined },
      ),
      outcome: fc.constantFrom('ok', 'wrong', undefined),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyRow, { selector: (r) => `${r.name}|${r.size}`, maxLength: 8 }),
        async (rows) => {
          await writeCsv(file, table, rows);
          expect(await readCsv(file, table)).toEqual(rows);
        },
      ),
      { numRuns: 100, seed: 1 },
    );
  });

  it('may have the line ends of Windows and a byte order mark, as a spreadsheet leaves them', async () => {
    const file = path.join(temporaryFolder(), 'test.csv');
    await writeFile(file, '\uFEFFname,size,time,outcome\r\na,1,0.5,ok\r\n');
    expect(await readCsv(file, table)).toEqual([row]);
  });

  it('is refused in one sentence that names file, line and column', async () => {
    const head = 'name,size,time,outcome\n';
    const refusals = {
      empty: await refusal(''),
      header: await refusal('name,size,outcome\na,1,ok\n'),
      fewer: await refusal('name,size,time\na,1,0.5\n'),
      more: await refusal('name,size,time,outcome,extra\na,1,0.5,ok,x\n'),
      number: await refusal(`${head}a,1,0.5,ok\nb,2,fast,ok\n`),
      integer: await refusal(`${head}a,1.5,0.5,ok\n`),
      outcome: await refusal(`${head}a,1,0.5,splendid\n`),
      twice: await refusal(`${head}a,1,0.5,ok\nb,1,0.5,ok\na,1,0.7,wrong\n`),
    };
    expect(refusals).toEqual({
      empty: 'test.csv is empty; run without --resume.',
      header:
        'test.csv, line 1: column 3 is "outcome", not "time", so these are not the columns of test.csv in this version; run without --resume.',
      fewer:
        'test.csv, line 1: column 4, "outcome", is missing, so these are not the columns of test.csv in this version; run without --resume.',
      more: 'test.csv, line 1: column 5 is "extra", where none should be, so these are not the columns of test.csv in this version; run without --resume.',
      number: 'test.csv, line 3, column time: "fast" is not a number.',
      integer: 'test.csv, line 2, column size: "1.5" is not a whole number.',
      outcome: 'test.csv, line 2, column outcome: "splendid" is none of ok, wrong.',
      twice: 'test.csv, line 4: the row of line 2 stands here again.',
    });
  });

  it('is refused wherever it is cut off but at the end of a line', async () => {
    const text = 'name,size,time,outcome\na,1,0.5,ok\n"b, or ""c""\nd",2,0.25,wrong\n';
    for (let length = 1; length < text.length; length++) {
      const kept = text.slice(0, length);
      if (kept.endsWith('ok\n') || kept.endsWith('outcome\n')) continue;
      expect(await refusal(kept), JSON.stringify(kept)).toMatch(/^test\.csv.*line \d/s);
    }
  });

  it('names the line on which a row ends that spans several lines', async () => {
    expect(await refusal('name,size,time,outcome\n"two\nlines",1,x,ok\n')).toContain('line 3, column time');
  });

  it('tells rows apart whose keys differ only in where one key ends and the next begins', async () => {
    const keys = {
      a: { type: 'string', description: '', key: true },
      b: { type: 'string', description: '', key: true },
    } as const;
    const twoKeys: Table<typeof keys> = { name: 'two', title: '', method: '', columns: keys };
    const file = path.join(temporaryFolder(), 'two.csv');
    const rows = [
      { a: 'x|y', b: 'z' },
      { a: 'x', b: 'y|z' },
    ];
    await writeCsv(file, twoKeys, rows);
    expect(await readCsv(file, twoKeys)).toEqual(rows);
  });
});
