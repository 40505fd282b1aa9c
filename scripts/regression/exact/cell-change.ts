import type { Columns, Row } from '../../harness/output/column.ts';
import type { Measure } from './measures.ts';

/** A cell that differs between two rows of one case. */
export interface CellChange {
  readonly measure: Measure;
  readonly kind: 'worse' | 'better' | 'changed';
  readonly from: string | number | undefined;
  readonly to: string | number | undefined;
}

/** The cells of these columns in which two rows differ. */
export function cellChanges(
  measures: readonly Measure[],
  row: Row<Columns>,
  other: Row<Columns>,
): readonly CellChange[] {
  return measures.flatMap((measure) => {
    const [from, to] = [row[measure.column], other[measure.column]];
    if (from === to || (Number.isNaN(from) && Number.isNaN(to))) return [];
    return [{ measure, kind: kindOf(measure, from, to), from, to }];
  });
}

/** Whatever is lost can't be watched any more. Errors may have a sign: what counts is how large they are. */
function kindOf({ worse, allowance }: Measure, from: CellChange['from'], to: CellChange['to']): CellChange['kind'] {
  if (to === undefined || (Number.isNaN(to) && worse !== 'neither')) return 'worse';
  if (typeof from !== 'number' || typeof to !== 'number' || Number.isNaN(from) || worse === 'neither') return 'changed';
  const [before, after] = [Math.abs(from), Math.abs(to)];
  const [low, high] = worse === 'more' ? [before, after] : [after, before];
  if (high < low) return 'better';
  return allowance && high <= Math.max(allowance.factor * low, low + allowance.amount) ? 'changed' : 'worse';
}
