import { type Columns, keyColumns, type Row, rowKey, type Table } from '../../tables/column/column.ts';
import { type AcceptedNumbers, acceptedKey } from './accepted.ts';
import { type CellChange, cellChanges } from './cell-change.ts';
import { type Measure, measuresOf } from './measures.ts';

/** A difference between two rows of one case, or a row that only one side has. */
export interface Finding {
  readonly table: string;
  /** The case in words: its identity without empty cells. */
  readonly what: string;
  readonly kind: 'worse' | 'better' | 'changed' | 'slower than the limit' | 'within the limit' | 'added' | 'missing';
  /** The difference: the cell, and its old and new values. */
  readonly difference: string;
  /** The row, of the base where it has one. */
  readonly row: Row<Columns>;
  /** Whether another version of V8 may explain it, which rounds elsewhere. */
  readonly isRounding?: true;
}

type Cell = string | number | undefined;

/**
 * Compares two versions of a table, row by row, in the columns that it has; rows that agree leave no finding. What
 * errors may grow by is counted from the numbers that were accepted once, by row and column, where the base has grown
 * since.
 */
export function compareRows<C extends Columns>(
  table: Table<C>,
  base: readonly Row<C>[],
  head: readonly Row<C>[],
  accepted: AcceptedNumbers = new Map(),
): Finding[] {
  const heads = new Map(head.map((row) => [rowKey(table, row), row]));
  const bases = new Set<string>();
  const measures = measuresOf(table);
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
    if (outcome === 'better') return [finding(row, ...betterOutcome(measures, row, other))];
    if (outcome) {
      const reason = other.outcome === 'ok' || other.reason === undefined ? '' : ` (${other.reason})`;
      return [finding(row, outcome, `${row.outcome} -> ${other.outcome}${reason}`)];
    }
    const changes = cellChanges(measures, row, other, (column) => accepted.get(acceptedKey(table.name, key, column)));
    return KINDS_OF_CELLS.flatMap((kind) => {
      const found = changes.filter((change) => change.kind === kind);
      if (found.length === 0) return [];
      const rounds = found.every(({ isRounding }) => isRounding);
      return [{ ...finding(row, kind, found.map(described).join(', ')), ...(rounds && { isRounding: true as const }) }];
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
 * Undefined where both are the same. Only a case that was ok and ran out of time may be explained by a slower machine.
 * A move from one bad outcome to another is a finding as well: such as a wrong answer that became a crash.
 */
function outcomeChange(base: Cell, head: Cell): Finding['kind'] | undefined {
  if (base === head) return undefined;
  if (head === 'ok') return base === 'timeout' ? 'within the limit' : 'better';
  if (base === 'ok' && head === 'timeout') return 'slower than the limit';
  return NOT_TRIED.includes(base) && NOT_TRIED.includes(head) ? 'changed' : 'worse';
}

const KINDS_OF_CELLS: readonly CellChange['kind'][] = ['worse', 'changed', 'better'];

function described({ measure: { column }, from, to }: CellChange): string {
  return `${column} ${from ?? 'none'} -> ${to ?? 'none'}`;
}

/** A case that is ok now. A wrong answer that is as far off as before did not become right: it is judged otherwise. */
function betterOutcome(
  measures: readonly Measure[],
  row: Row<Columns>,
  other: Row<Columns>,
): readonly [kind: Finding['kind'], difference: string] {
  const outcomes = `${row.outcome} -> ${other.outcome}`;
  const changes = cellChanges(measures, row, other);
  const worse = changes.filter(({ kind }) => kind === 'worse').map(described);
  if (worse.length > 0) return ['worse', [outcomes, ...worse].join(', ')];
  const isMeasured = measures.some(({ isError, column }) => isError && row[column] !== undefined);
  if (isMeasured && !changes.some(({ kind }) => kind === 'better'))
    return ['worse', `${outcomes}, though it is as far off as before`];
  return ['better', outcomes];
}
