import { type Columns, keyColumns, type Row, rowKey, type Table } from '../../harness/output/column.ts';
import { MEASURES } from './measures.ts';

/** A difference between two rows of one case, or a row that only one side has. */
export interface Finding {
  readonly table: string;
  /** The case in words: its identity without empty cells. */
  readonly what: string;
  readonly kind: 'worse' | 'better' | 'changed' | 'slower than the limit' | 'within the limit' | 'added' | 'missing';
  /** What differs, from what to what. */
  readonly difference: string;
  /** The row, of the base where it has one. */
  readonly row: Row<Columns>;
}

type Cell = string | number | undefined;

/** Compares two versions of a table, row by row, in the columns that it has; rows that agree leave no finding. */
export function compareRows<C extends Columns>(
  table: Table<C>,
  base: readonly Row<C>[],
  head: readonly Row<C>[],
): Finding[] {
  const heads = new Map(head.map((row) => [rowKey(table, row), row]));
  const bases = new Set<string>();
  const finding = (row: Row<C>, kind: Finding['kind'], difference: string): Finding => ({
    table: table.name,
    what: nameOf(table, row),
    kind,
    difference,
    row,
  });
  const compared = base.flatMap((row): Finding[] => {
    const key = rowKey(table, row);
    bases.add(key);
    const other = heads.get(key);
    if (!other) return [finding(row, 'missing', 'the head has no such row')];
    const outcome = outcomeChange(row.outcome, other.outcome);
    if (outcome) {
      const reason = other.outcome === 'ok' || other.reason === undefined ? '' : ` (${other.reason})`;
      return [finding(row, outcome, `${row.outcome} -> ${other.outcome}${reason}`)];
    }
    return (MEASURES[table.name] ?? []).flatMap(({ column, worse, isWithinAllowance }) => {
      if (!Object.hasOwn(table.columns, column)) return [];
      const [from, to] = [row[column], other[column]];
      if (from === to || (Number.isNaN(from) && Number.isNaN(to))) return [];
      const kind =
        typeof from !== 'number' || typeof to !== 'number'
          ? lostOrFound(worse, from, to)
          : numberChange(worse, from, to, isWithinAllowance);
      return [finding(row, kind, `${column} ${from ?? 'none'} -> ${to ?? 'none'}`)];
    });
  });
  const added = [...heads]
    .filter(([key]) => !bases.has(key))
    .map(([, row]) => finding(row, 'added', 'the base has no such row'));
  return [...compared, ...added];
}

function nameOf<C extends Columns>(table: Table<C>, row: Row<C>): string {
  return keyColumns(table)
    .flatMap((name) => row[name] ?? [])
    .join(' ');
}

/** Outcomes of a case that nobody tried. */
const NOT_TRIED: readonly Cell[] = ['unsupported', 'skipped'];

/**
 * Undefined where both are the same. Only a case that was ok and ran out of time may be explained by a slower machine. A move from one bad
 * outcome to another is a finding as well: such as a wrong answer that became a crash.
 */
function outcomeChange(base: Cell, head: Cell): Finding['kind'] | undefined {
  if (base === head) return undefined;
  if (head === 'ok') return base === 'timeout' ? 'within the limit' : 'better';
  if (base === 'ok' && head === 'timeout') return 'slower than the limit';
  return NOT_TRIED.includes(base) && NOT_TRIED.includes(head) ? 'changed' : 'worse';
}

/** A number that is there on one side only: whatever is lost can't be watched any more. */
function lostOrFound(worse: 'more' | 'none', from: unknown, to: unknown): Finding['kind'] {
  if (worse === 'none' || from === undefined) return 'changed';
  return to === undefined ? 'worse' : 'changed';
}

function numberChange(
  worse: 'more' | 'none',
  from: number,
  to: number,
  isWithinAllowance: ((base: number, head: number) => boolean) | undefined,
): Finding['kind'] {
  if (worse === 'none') return 'changed';
  if (to < from) return 'better';
  return to > from && isWithinAllowance?.(from, to) ? 'changed' : 'worse'; // NaN is neither less nor more: worse
}
