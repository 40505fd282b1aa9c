import { type Columns, keyColumns, type Row, rowKey } from '../../../tables/column/column.ts';
import { timing } from '../../../tables/tables.ts';
import { CannotCompare } from '../../sides/cannot-compare.ts';
import type { Side } from '../../sides/side.ts';
import { whyTimeUnknown } from '../../time/why-unknown.ts';
import type { Count } from '../rate.ts';
import { isNeverBelowOne } from './never-below-one.ts';

/** A case that is ok in two runs. */
export interface RepeatedCase {
  readonly case: string;
  readonly ratios: readonly [first: number, second: number];
  /** The larger ratio over the smaller. */
  readonly factor: number;
  /** Whether one of the runs marks its time as not known. */
  readonly isMarked: boolean;
}

/** Two runs of the same code. */
export interface Repetition {
  /** The cases that are ok in both, worst first. */
  readonly cases: readonly RepeatedCase[];
  /** Names of cases that are ok in one of them only. */
  readonly inOneOnly: readonly string[];
  /** How many intervals of one run hold the ratio of the other. */
  readonly held: Count;
  /** Cases of which a run says, without a mark, that they take less time than they can. */
  readonly belowOne: readonly RepeatedCase[];
}

/** Ratios that differ by more than this factor must be marked. */
export const OFF = 3;

/**
 * Compares the ratios of two runs, case by case.
 * @throws {CannotCompare} when no case is ok in both.
 */
export function repetitionOf(first: Side, second: Side): Repetition {
  const [rows, others] = [okRows(first), okRows(second)];
  const pairs = [...rows].flatMap(([key, row]): [TimedRow, TimedRow][] => {
    const other = others.get(key);
    return other ? [[row, other]] : [];
  });
  if (pairs.length === 0) throw new CannotCompare(`No case is ok in both ${first.folder} and ${second.folder}.`);
  const cases = pairs.map(repeatedCase);
  const intervals = pairs.flatMap(([row, other]) => [...holds(row, other), ...holds(other, row)]);
  const alone = [...rows, ...others].filter(([key]) => !(rows.has(key) && others.has(key)));
  return {
    cases: worstFirst(cases),
    inOneOnly: alone.map(([, row]) => nameOf(row)),
    held: { found: intervals.filter(Boolean).length, of: intervals.length },
    belowOne: worstFirst(cases.filter((_, i) => pairs[i]!.some(isFalselyBelowOne))),
  };
}

/** Cases that differ by more than `OFF` without a mark. */
export function offUnmarked({ cases }: Repetition): readonly RepeatedCase[] {
  return cases.filter(({ factor, isMarked }) => factor > OFF && !isMarked);
}

/** Share of the cases whose ratios agree within so many per cent; undefined where there is none. */
export function shareWithin(cases: readonly RepeatedCase[], perCent: number): number | undefined {
  if (cases.length === 0) return undefined;
  return cases.filter(({ factor }) => factor <= 1 + perCent / 100).length / cases.length;
}

/** A row with the ratio that it must have here. */
interface TimedRow {
  readonly row: Row<Columns>;
  readonly ratio: number;
}

function okRows(side: Side): Map<string, TimedRow> {
  const rows = side.rows.get(timing.name) ?? [];
  return new Map(
    rows.flatMap((row): [string, TimedRow][] => {
      const { outcome, ratio } = row;
      return outcome === 'ok' && typeof ratio === 'number' && ratio > 0
        ? [[rowKey<Columns>(timing, row), { row, ratio }]]
        : [];
    }),
  );
}

function repeatedCase([first, second]: readonly [TimedRow, TimedRow]): RepeatedCase {
  const ratios = [first.ratio, second.ratio] as const;
  return {
    case: nameOf(first),
    ratios,
    factor: Math.max(...ratios) / Math.min(...ratios),
    isMarked: isMarked(first) || isMarked(second),
  };
}

function isMarked({ row }: TimedRow): boolean {
  return whyTimeUnknown(row) !== undefined;
}

/** Whether the interval of a row holds the ratio of the other; nothing where it has none. */
function holds({ row: { ratio_ci_low: low, ratio_ci_high: high } }: TimedRow, { ratio }: TimedRow): boolean[] {
  return typeof low === 'number' && typeof high === 'number' ? [low <= ratio && ratio <= high] : [];
}

function isFalselyBelowOne(timed: TimedRow): boolean {
  return timed.ratio < 1 && isNeverBelowOne(String(timed.row.method)) && !isMarked(timed);
}

function worstFirst(cases: readonly RepeatedCase[]): RepeatedCase[] {
  return [...cases].sort((a, b) => b.factor - a.factor);
}

function nameOf({ row }: TimedRow): string {
  return keyColumns<Columns>(timing)
    .flatMap((name) => row[name] ?? [])
    .join(' ');
}
