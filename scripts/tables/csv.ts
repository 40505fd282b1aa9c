import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { UsageError } from '../command/usage-error.ts';
import { writeAtomically } from '../command/write-atomically.ts';
import { plural } from '../words/words.ts';
import { type Column, type Columns, type Row, rowKey, type Table } from './column/column.ts';
import { parseNumber, parseNumbers } from './column/domain.ts';

/** Writes the table as CSV (RFC 4180, header first), to a temporary file that then takes the place of `file`. */
export async function writeCsv<C extends Columns>(
  file: string,
  table: Table<C>,
  rows: readonly Row<C>[],
): Promise<void> {
  const columns = Object.keys(table.columns);
  const records = rows.map((row) => columns.map((name) => cellText(row[name])));
  await writeAtomically(file, stringify([columns, ...records]));
}

/**
 * Reads a table back. `advice` is what its reader can do about a file that is refused.
 * @throws {UsageError} naming file, line and column: the file is not a CSV of this table's columns or is cut off, a
 * cell is not allowed in its column or is missing, or a row stands twice.
 */
export async function readCsv<C extends Columns>(
  file: string,
  table: Table<C>,
  advice = 'run without --resume',
): Promise<Row<C>[]> {
  return parseCsv(await readFile(file, 'utf8'), file, table, advice);
}

/**
 * The rows of a text that a file holds.
 * @throws {UsageError} as `readCsv`.
 */
export function parseCsv<C extends Columns>(text: string, file: string, table: Table<C>, advice: string): Row<C>[] {
  const records = parseRecords(file, text);
  const [header, ...body] = records;
  if (header === undefined) throw new UsageError(`${file} is empty; ${advice}.`);
  const columns = Object.keys(table.columns).filter(
    (name) => !table.columns[name]!.mayLack || header.record.includes(name),
  );
  const foreign = firstDifference(header.record, columns);
  if (foreign !== undefined) {
    throw new UsageError(
      `${file}, line 1: ${foreign}, so these are not the columns of ${table.name}.csv in this version; ${advice}.`,
    );
  }
  if (!text.endsWith('\n')) {
    throw new UsageError(`${file}, line ${records.at(-1)!.line}: the file is cut off; ${advice}.`);
  }
  const seen = new Map<string, number>();
  const lacking = Object.keys(table.columns).filter((name) => !columns.includes(name));
  return body.map(({ record, line }) => {
    const cells = columns.map((name, i): [string, string] => [name, record[i] ?? '']);
    checkFilled(table, new Map(cells), `${file}, line ${line}`);
    const row: Row<C> = Object.fromEntries([
      ...cells.map(([name, cell]) => [
        name,
        parseCell(table.columns[name]!, cell, `${file}, line ${line}, column ${name}`),
      ]),
      ...lacking.map((name) => [name, undefined]),
    ]);
    checkLists(table, row, `${file}, line ${line}`);
    const key = rowKey(table, row);
    const before = seen.get(key);
    if (before !== undefined)
      throw new UsageError(`${file}, line ${line}: the row of line ${before} stands here again.`);
    seen.set(key, line);
    return row;
  });
}

/**
 * The names in the first line of a CSV.
 * @throws {UsageError} when it is not a CSV, or empty.
 */
export async function readHeader(file: string): Promise<readonly string[]> {
  const [header] = parseRecords(file, await readFile(file, 'utf8'));
  if (header === undefined) throw new UsageError(`${file} is empty.`);
  return header.record;
}

/** The first column in which a header differs from what it should be, in words. */
function firstDifference(header: readonly string[], columns: readonly string[]): string | undefined {
  const at = columns.findIndex((name, i) => header[i] !== name);
  if (at < 0) {
    const further = header[columns.length];
    return further === undefined ? undefined : `column ${columns.length + 1} is "${further}", where none should be`;
  }
  const found = header[at];
  return found === undefined
    ? `column ${at + 1}, "${columns[at]}", is missing`
    : `column ${at + 1} is "${found}", not "${columns[at]}"`;
}

interface ParsedRecord {
  readonly record: readonly string[];
  readonly line: number;
}

function parseRecords(file: string, text: string): ParsedRecord[] {
  try {
    const lines: number[] = [];
    const records: string[][] = parse(text, {
      bom: true,
      on_record(record: string[], context) {
        lines.push(context.lines);
        return record;
      },
    });
    return records.map((record, i) => ({ record, line: lines[i]! }));
  } catch (error) {
    throw new UsageError(
      `${file} is not a well-formed CSV: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}

/** A cell as CSV spells it. */
export function cellText(value: string | number | undefined): string {
  if (value === Number.POSITIVE_INFINITY) return 'INF'; // as Frictionless Table Schema spells it
  if (value === Number.NEGATIVE_INFINITY) return '-INF';
  return value === undefined ? '' : String(value);
}

/** Refuses an empty cell of a column that must have one: a case that lacks it could not be watched. */
function checkFilled({ columns }: Table<Columns>, cells: ReadonlyMap<string, string>, place: string): void {
  const isOk = cells.get('outcome') === 'ok';
  for (const [name, cell] of cells) {
    const { filled } = columns[name]!;
    if (cell !== '' || filled === undefined) continue;
    if (filled === 'always') throw new UsageError(`${place}, column ${name}: the cell is empty.`);
    if (isOk) throw new UsageError(`${place}, column ${name}: the cell is empty, although the outcome is ok.`);
  }
}

/** Refuses a list that has not as many numbers as its row says. */
function checkLists({ columns }: Table<Columns>, row: Row<Columns>, place: string): void {
  for (const [name, { asManyAs }] of Object.entries(columns)) {
    const cell = row[name];
    if (asManyAs === undefined || typeof cell !== 'string') continue;
    const length = cell.split(' ').length;
    if (row[asManyAs] !== length)
      throw new UsageError(
        `${place}, column ${name}: the list has ${plural(length, 'number')}, and ${asManyAs} says ${row[asManyAs] ?? 'nothing'}.`,
      );
  }
}

function parseCell(column: Column, cell: string, place: string): string | number | undefined {
  if (cell === '') return undefined;
  const { type, values, asManyAs, domain = 'anything' } = column;
  const refused = (fault: string) => new UsageError(`${place}: "${cell}" ${fault}.`);
  if (asManyAs !== undefined) {
    const parsed = parseNumbers(cell, domain);
    if ('fault' in parsed) throw refused(parsed.fault);
    return cell;
  }
  if (type === 'string') {
    if (values && !values.includes(cell)) throw refused(`is none of ${values.join(', ')}`);
    return cell;
  }
  const parsed = parseNumber(cell, domain);
  if ('fault' in parsed) throw refused(parsed.fault);
  if (type === 'integer' && !Number.isInteger(parsed.value)) throw refused('is not a whole number');
  return parsed.value;
}
