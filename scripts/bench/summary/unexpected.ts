import type { StepRule } from '../../../methods/method.ts';
import { isForeseen } from '../../truth/judgement/judge-step.ts';
import { EXPRESSION_FORMS } from '../experiments/expression-size/request.ts';
import type { Catalogue } from '../plan/catalogue.ts';
import { type AnnouncedRow, announcementsOf, staleAnnouncements } from './announcements.ts';

/** A row whose outcome is not ok. */
export interface FailedRow {
  /** Method or form. */
  readonly what: string;
  readonly place: string;
  readonly outcome: string;
  readonly reason: string;
}

/** The rows that are not ok, by whether that was to be expected. */
export interface FailedRows {
  readonly expected: readonly FailedRow[];
  readonly unexpected: readonly FailedRow[];
}

interface AnyRow extends AnnouncedRow {
  readonly form?: string | undefined;
  readonly strategy?: string | undefined;
  readonly formula?: string | undefined;
  readonly slip?: string | undefined;
  readonly n?: number | undefined;
  readonly length?: number | undefined;
  readonly along?: string | undefined;
  readonly error_to_bound?: number | undefined;
  readonly reason: string | undefined;
}

/**
 * Splits the rows that are not ok into those that were announced and those that the user must look at: the first of a
 * case that has several. By the relative step rule, which announcements are made for, a row that is right although it
 * was announced to be wrong is one of the latter.
 */
export function failedRows(
  catalogue: Catalogue,
  tables: Readonly<Record<string, readonly AnyRow[]>>,
  rule: StepRule = 'relative',
): FailedRows {
  const expected: FailedRow[] = [];
  const unexpected: FailedRow[] = [];
  for (const [table, rows] of Object.entries(tables)) {
    const stale = rule === 'relative' ? staleAnnouncements(catalogue, table, rows) : new Map<AnyRow, string>();
    for (const row of rows) {
      const reason = stale.get(row) ?? (row.outcome === 'ok' ? undefined : (row.reason ?? ''));
      if (reason === undefined) continue;
      const place = `${table} ${row.suite}/${row.problem} ${row.size ?? row.n ?? row.length} ${row.method ?? row.form ?? row.strategy ?? row.formula ?? row.slip ?? ''}${row.operator ? ` ${row.operator}` : ''}${row.along ? ` along ${row.along}` : ''}`;
      const failed = {
        what: row.method ?? row.strategy ?? row.formula ?? (row.form === undefined ? table : `${row.form} expressions`),
        place,
        outcome: row.outcome ?? 'error',
        reason,
      };
      if (!stale.has(row) && isExpected(catalogue, table, row)) expected.push(failed);
      else if (!unexpected.some((other) => other.place === place && other.outcome === failed.outcome))
        unexpected.push(failed);
    }
  }
  return { expected, unexpected };
}

/**
 * Unsupported is an answer, skipped our own doing. Expected are also a symbolic explosion, a step that its error model
 * condemns, and what is announced.
 */
function isExpected(catalogue: Catalogue, table: string, row: AnyRow): boolean {
  if (row.outcome === 'unsupported' || row.outcome === 'skipped') return true;
  if (row.outcome === 'timeout' || isMemory(row)) return mayExplode(catalogue, row);
  if (row.outcome !== 'wrong') return false;
  return isForeseen(row) || announcementsOf(catalogue, table, row).length > 0;
}

/**
 * Whether it can grow exponentially: an expression that is written out, or a method that says so. Tapes and graphs grow
 * in proportion.
 */
function mayExplode({ methods }: Catalogue, { form, method }: AnyRow): boolean {
  if (form !== undefined) return EXPRESSION_FORMS.some((each) => each === form);
  return methods.find((each) => each.method === method)?.definition.mayExplode !== undefined;
}

function isMemory({ outcome, reason }: AnyRow): boolean {
  return outcome === 'error' && /ran out of memory/.test(reason ?? '');
}
