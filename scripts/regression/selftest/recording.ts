import { LEAST_FORKS } from '../../statistics/statistics.ts';
import { timing } from '../../tables/tables.ts';
import { CannotCompare } from '../sides/cannot-compare.ts';
import { readSide, type Side } from '../sides/side.ts';
import { variation } from '../time/change.ts';
import { steadyCases, unknownTimes } from '../time/timed-cases.ts';
import { DEFAULT_JUDGING } from '../time/verdicts.ts';

/** How much forks vary: the classes for which a detection rate is told, in per cent. */
export const VARIATIONS = ['below 3 %', '3 to 10 %', 'above 10 %'] as const;
/** One of these classes. */
export type Variation = (typeof VARIATIONS)[number];

/** A case that was recorded in many forks. */
export interface RecordedCase {
  readonly method: string;
  readonly groups: readonly string[];
  /** Ratio to the primal, a number for each fork. */
  readonly forks: readonly number[];
  readonly varies: Variation;
  /** Whether forks of a side that disagree do not know the time. */
  readonly mustAgree: boolean;
}

/** Cases that were measured in many forks each, of one version of the code. */
export interface Recording {
  readonly side: Side;
  readonly cases: readonly RecordedCase[];
  /** Cases that ran in too few forks to be split. */
  readonly leftOut: number;
  /** Cases whose times are not known, since they reached no steady state. */
  readonly unsteady: number;
}

/**
 * Reads the recorded cases of a folder.
 * @throws {CannotCompare} when it can't be read, or no case has forks enough for two sides.
 */
export async function readRecording(folder: string): Promise<Recording> {
  const side = await readSide(folder);
  const whole = withoutAgreement(side);
  const timed = steadyCases(whole, whole, 'ratio');
  const cases = timed
    .filter(({ base }) => base.length >= 2 * LEAST_FORKS)
    .map(({ row, groups, base: forks }) => ({
      method: String(row.method),
      groups,
      forks,
      varies: variationClass(forks),
      mustAgree: row.steady !== undefined, // older rows are not judged by it
    }));
  if (cases.length === 0)
    throw new CannotCompare(
      `No case in ${folder} was measured in ${2 * LEAST_FORKS} forks or more: measure again with --record, or bench with --forks 24.`,
    );
  return {
    side,
    cases,
    leftOut: timed.length - cases.length,
    unsteady: unknownTimes(whole, whole, DEFAULT_JUDGING.threshold).length,
  };
}

/** The side without what all its forks together say of their agreement: each half is judged by its own. */
function withoutAgreement(side: Side): Side {
  const rows = side.rows.get(timing.name) ?? [];
  return {
    ...side,
    rows: new Map([...side.rows, [timing.name, rows.map((row) => ({ ...row, forks_agree: undefined }))]]),
  };
}

/** The class of robust variation over all forks. */
export function variationClass(forks: readonly number[]): Variation {
  const size = variation(forks);
  return size < 0.03 ? 'below 3 %' : size <= 0.1 ? '3 to 10 %' : 'above 10 %';
}
