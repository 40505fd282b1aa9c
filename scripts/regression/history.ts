import { errorCode } from '../command/error-code.ts';
import { UsageError } from '../command/usage-error.ts';
import { type Columns, keyColumns, type Row } from '../tables/column/column.ts';
import {
  type BySuiteAndMethod,
  type HistoryEntry,
  type Summary,
  type WorseCase,
  writeHistory,
} from '../tables/history.ts';
import { accuracy, operations, timing } from '../tables/tables.ts';
import { type Comparison, statusOf } from './comparison/comparison.ts';
import { verdictSentence } from './print/words.ts';
import { ALL_TABLES, type Side } from './sides/side.ts';
import { whyTimeUnknown } from './time/why-unknown.ts';

/**
 * Puts the head of a comparison into a history that holds these runs, in the place of the same run if that is there.
 * @throws {UsageError} when the file can't be written.
 */
export async function addToHistory(
  file: string,
  earlier: readonly HistoryEntry[],
  comparison: Comparison,
): Promise<void> {
  const entry = historyEntry(comparison);
  const others = earlier.filter(({ run }) => run !== entry.run);
  try {
    await writeHistory(file, [...others, entry]);
  } catch (error) {
    throw new UsageError(`${file} can't be written (${errorCode(error)}): give another file with --history.`);
  }
}

/** The entry of a history for the head of a comparison. */
export function historyEntry(comparison: Comparison): HistoryEntry {
  const { base, head, judging } = comparison;
  const { run, started, commit, machine, versions } = head.record;
  return {
    run,
    started,
    commit,
    machine: `${machine.cpu}, ${machine.cores} cores, ${machine.os}, ${machine.architecture}`,
    node: versions.node ?? 'unknown',
    base: base.record.run,
    status: statusOf(comparison),
    verdict: verdictSentence(comparison),
    threshold: judging.threshold,
    worse: worseCases(comparison),
    ratios: grouped(okRows(head, timing.name), (rows) =>
      Object.fromEntries(
        rows.flatMap((row) =>
          isPositive(row.ratio) && whyTimeUnknown(row) === undefined
            ? [[caseOf(timing.name, row), Number(row.ratio.toPrecision(RATIO_DIGITS))]]
            : [],
        ),
      ),
    ),
    digits: summaries(okRows(head, accuracy.name), 'digits', (a, b) => Math.min(a, b)),
    operations: summaries(okRows(head, operations.name), 'operations', (a, b) => a + b),
  };
}

/** More than any timing can know. */
const RATIO_DIGITS = 5;

/** The cases that fail the comparison: times only where they gate. */
function worseCases({ findings, times, timesAre }: Comparison): WorseCase[] {
  const gates = timesAre === 'gate';
  const found = findings.filter(({ kind }) => kind === 'worse' || (gates && kind === 'slower than the limit'));
  const slower = times.filter(({ verdict }) => gates && verdict === 'slower');
  const described = [...found, ...slower.map((time) => ({ ...time, table: timing.name }))];
  const cases = described.map(({ table, row }) => ({
    table,
    suite: String(row.suite ?? ''),
    method: String(row.method ?? ''),
    case: caseOf(table, row),
  }));
  // slower by its ratio and by its absolute time is worse once
  return Array.from(new Map(cases.map((each) => [JSON.stringify(each), each])).values());
}

/** A case without its suite and method: what else a row of its table is known by. */
function caseOf(table: string, row: Row<Columns>): string {
  const keys = ALL_TABLES.filter(({ name }) => name === table).flatMap((found) => keyColumns(found));
  return keys
    .filter((name) => name !== 'suite' && name !== 'method')
    .flatMap((name) => row[name] ?? [])
    .join(' ');
}

function okRows(side: Side, table: string): readonly Row<Columns>[] {
  return (side.rows.get(table) ?? []).filter(({ outcome }) => outcome === 'ok');
}

function isPositive(value: string | number | undefined): value is number {
  return typeof value === 'number' && value > 0 && Number.isFinite(value);
}

function grouped<T>(
  rows: readonly Row<Columns>[],
  summarise: (rows: readonly Row<Columns>[]) => T,
): BySuiteAndMethod<T> {
  const bySuite = Array.from(groupsOf(rows, 'suite'), ([suite, ofSuite]) => {
    const byMethod = Array.from(groupsOf(ofSuite, 'method'), ([method, own]) => [method, summarise(own)] as const);
    return [suite, Object.fromEntries(byMethod)] as const;
  });
  return Object.fromEntries(bySuite);
}

function groupsOf(rows: readonly Row<Columns>[], column: string): Map<string, Row<Columns>[]> {
  const groups = new Map<string, Row<Columns>[]>();
  for (const row of rows) {
    const name = String(row[column] ?? '');
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return groups;
}

function summaries(
  rows: readonly Row<Columns>[],
  column: string,
  combine: (a: number, b: number) => number,
): BySuiteAndMethod<Summary> {
  const known = rows.filter((row) => typeof row[column] === 'number' && Number.isFinite(row[column]));
  return grouped(known, (own) => ({ cases: own.length, value: own.map((row) => Number(row[column])).reduce(combine) }));
}
