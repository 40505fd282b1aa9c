import { LEAST_FORKS } from '../../statistics/statistics.ts';
import { type Columns, keyColumns, type Row, rowKey } from '../../tables/column/column.ts';
import { timing } from '../../tables/tables.ts';
import type { Side } from '../sides/side.ts';
import { areApart } from './change.ts';
import type { TimedCase } from './verdicts.ts';
import { whyTimeUnknown, whyUnsteady } from './why-unknown.ts';

/**
 * The measure of a case that is compared: ratios to the primal of the same fork, or times, which mean something only
 * between forks that took turns.
 */
export type TimeMeasure = 'ratio' | 'absolute time';

const COLUMNS: Readonly<Record<TimeMeasure, string>> = { ratio: 'fork_ratios', 'absolute time': 'fork_ns' };

/** A case that both sides have timed. */
export interface NamedCase extends TimedCase {
  readonly measure: TimeMeasure;
  readonly what: string;
  readonly row: Row<Columns>;
  /** The row of the head. */
  readonly other: Row<Columns>;
}

/** A case that both sides have timed, but of which one does not know the time. */
export interface UnknownTime {
  readonly what: string;
  /** Why, with the side. */
  readonly reason: string;
  readonly isKnownInBase: boolean;
}

/** The cases that are ok on both sides, and that reached a steady state on both: these are tested together. */
export function steadyCases(base: Side, head: Side, measure: TimeMeasure): NamedCase[] {
  return pairsOf(base, head, measure).filter(
    ({ row, other }) => whyUnsteady(row) === undefined && whyUnsteady(other) === undefined,
  );
}

/**
 * Says why a case gets no verdict; undefined where it gets one. Forks that disagree silence a case only where the sides
 * overlap. The test ranks forks, so that it holds for such cases too.
 */
export function whyNoVerdict({ row, other, base, head }: NamedCase, threshold: number): string | undefined {
  const isSteady = whyUnsteady(row) === undefined && whyUnsteady(other) === undefined;
  if (isSteady && areApart(base, head, threshold)) return undefined;
  const [ofBase, ofHead] = [whyTimeUnknown(row), whyTimeUnknown(other)];
  const reasons = [...(ofBase ? [`base: ${ofBase}`] : []), ...(ofHead ? [`head: ${ofHead}`] : [])];
  return reasons.length > 0 ? reasons.join('; ') : undefined;
}

/** The cases that are ok on both sides and get no verdict, since one side does not know their ratio. */
export function unknownTimes(base: Side, head: Side, threshold: number): UnknownTime[] {
  return pairsOf(base, head, 'ratio').flatMap((pair): UnknownTime[] => {
    const reason = whyNoVerdict(pair, threshold);
    return reason === undefined
      ? []
      : [{ what: pair.what, reason, isKnownInBase: whyTimeUnknown(pair.row) === undefined }];
  });
}

/** Fewer times than these may be lost together by chance, as on a busy machine. */
const LEAST_TIMES = 20;

/**
 * A sentence where most times that the base knows are not known in the head, so that slower ones would pass; otherwise
 * none.
 */
export function mostTimesLost(base: Side, head: Side): string[] {
  const known = pairsOf(base, head, 'ratio').filter((pair) => isKnown(pair.row, pair.base));
  const lost = known.filter((pair) => !isKnown(pair.other, pair.head)).length;
  return known.length < LEAST_TIMES || 2 * lost <= known.length
    ? []
    : [
        `${lost} of ${known.length} times that the base knows are not known in the head (no steady state, forks that disagree, or fewer than ${LEAST_FORKS} of them), so nothing watches them: measure again, on a quieter machine or with more forks.`,
      ];
}

function isKnown(row: Row<Columns>, forks: readonly number[]): boolean {
  return whyTimeUnknown(row) === undefined && forks.length >= LEAST_FORKS;
}

function pairsOf(base: Side, head: Side, measure: TimeMeasure): NamedCase[] {
  const forksOf = (row: Row<Columns> | undefined) => numbersOf(row?.[COLUMNS[measure]]);
  const rowsOf = (side: Side) => (side.rows.get(timing.name) ?? []).filter(({ outcome }) => outcome === 'ok');
  const heads = new Map(rowsOf(head).map((row) => [rowKey<Columns>(timing, row), row]));
  return rowsOf(base).flatMap((row) => {
    const other = heads.get(rowKey<Columns>(timing, row));
    const [ofBase, ofHead] = [forksOf(row), forksOf(other)];
    if (!other || ofBase.length === 0 || ofHead.length === 0) return [];
    return {
      what: [...keyColumns<Columns>(timing).map((name) => row[name]), ...(measure === 'ratio' ? [] : [measure])].join(
        ' ',
      ),
      measure,
      row,
      other,
      groups: [`${measure} method ${row.method}`, `${measure} problem ${row.suite}/${row.problem}`],
      base: ofBase,
      head: ofHead,
    };
  });
}

function numbersOf(listed: string | number | undefined): number[] {
  return typeof listed === 'string' ? listed.split(' ').map(Number) : [];
}
