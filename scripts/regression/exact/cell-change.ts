import type { Columns, Row } from '../../tables/column/column.ts';
import { isWithin } from './allowance.ts';
import type { Measure } from './measures.ts';

type Cell = string | number | undefined;

/** A cell that differs between two rows of one case. */
export interface CellChange {
  readonly measure: Measure;
  readonly kind: 'worse' | 'better' | 'changed';
  readonly from: Cell;
  readonly to: Cell;
  /** Whether another version of V8 may explain it, which rounds elsewhere. */
  readonly isRounding: boolean;
}

/** The number of a column from which growth is counted, where the base itself has grown since. */
export type Accepted = (column: string) => number | undefined;

/** The cells of these columns in which two rows differ. */
export function cellChanges(
  measures: readonly Measure[],
  row: Row<Columns>,
  other: Row<Columns>,
  accepted: Accepted = () => undefined,
): readonly CellChange[] {
  return measures.flatMap((measure) => {
    const [from, to] = [row[measure.column], other[measure.column]];
    if (from === to || (Number.isNaN(from) && Number.isNaN(to))) return [];
    const kind = kindOf(measure, from, to, accepted(measure.column));
    return [{ measure, kind, from, to, isRounding: kind !== 'worse' && isRounding(measure, from, to) }];
  });
}

/** Whatever is lost can't be watched any more. Errors may have a sign: what counts is how large they are. */
function kindOf({ worse, allowance }: Measure, from: Cell, to: Cell, accepted: number | undefined): CellChange['kind'] {
  if (to === undefined || (Number.isNaN(to) && worse !== 'neither')) return 'worse';
  if (typeof from !== 'number' || typeof to !== 'number' || Number.isNaN(from) || worse === 'neither') return 'changed';
  const [before, after] = [Math.abs(from), Math.abs(to)];
  const isMore = worse === 'more';
  if (isMore ? after < before : after > before) return 'better';
  if (allowance === undefined) return 'worse';
  const best = isMore ? Math.min(before, accepted ?? before) : Math.max(before, accepted ?? before);
  return isWithin(allowance, isMore ? best : after, isMore ? after : best) ? 'changed' : 'worse';
}

function isRounding({ allowance }: Measure, from: Cell, to: Cell): boolean {
  if (allowance === undefined || typeof from !== 'number' || typeof to !== 'number') return false;
  const [before, after] = [Math.abs(from), Math.abs(to)];
  return isWithin(allowance, Math.min(before, after), Math.max(before, after));
}
