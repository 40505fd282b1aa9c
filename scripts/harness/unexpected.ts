import type { Catalogue } from './catalogue.ts';

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

interface AnyRow {
  readonly suite: string | undefined;
  readonly problem: string | undefined;
  readonly method?: string | undefined;
  readonly form?: string | undefined;
  readonly strategy?: string | undefined;
  readonly formula?: string | undefined;
  readonly slip?: string | undefined;
  readonly operator?: string | undefined;
  readonly size?: number | undefined;
  readonly n?: number | undefined;
  readonly length?: number | undefined;
  readonly h?: number | undefined;
  readonly outcome: string | undefined;
  readonly reason: string | undefined;
}

/** Splits the rows that are not ok into those that were announced and those that the user must look at: the first of a case that has several. */
export function failedRows(catalogue: Catalogue, tables: Readonly<Record<string, readonly AnyRow[]>>): FailedRows {
  const expected: FailedRow[] = [];
  const unexpected: FailedRow[] = [];
  for (const [table, rows] of Object.entries(tables)) {
    for (const row of rows) {
      if (row.outcome === 'ok') continue;
      const place = `${table} ${row.suite}/${row.problem} ${row.size ?? row.n ?? row.length} ${row.method ?? row.form ?? row.strategy ?? row.formula ?? row.slip ?? ''}${row.operator ? ` ${row.operator}` : ''}`;
      const failed = {
        what: row.method ?? row.strategy ?? row.formula ?? (row.form === undefined ? table : `${row.form} expressions`),
        place,
        outcome: row.outcome ?? 'error',
        reason: row.reason ?? '',
      };
      if (isExpected(catalogue, row)) expected.push(failed);
      else if (!unexpected.some((other) => other.place === place && other.outcome === failed.outcome))
        unexpected.push(failed);
    }
  }
  return { expected, unexpected };
}

/** Unsupported is an answer, skipped our own doing; expected are also a symbolic explosion, and an error that the problem is there to provoke. */
function isExpected({ methods, problems }: Catalogue, row: AnyRow): boolean {
  if (row.outcome === 'unsupported' || row.outcome === 'skipped') return true;
  // that an expression or a tape grows out of bounds is what these tables are there to show
  if (row.form !== undefined || row.strategy !== undefined) return row.outcome === 'timeout' || isMemory(row);
  const method = methods.find(({ method }) => method === row.method)?.definition;
  if (row.outcome === 'timeout' || isMemory(row)) return method?.mayExplode !== undefined;
  const problem = problems.find(({ suite, problem }) => suite === row.suite && problem.name === row.problem)?.problem;
  if (row.h !== undefined) return row.outcome === 'wrong'; // a step that is too long is the subject, not a fault
  if (row.outcome !== 'wrong' || method === undefined) return false;
  return (problem?.expectWrong?.[method.family] ?? problem?.expectWrong?.[method.name]) !== undefined;
}

function isMemory({ outcome, reason }: AnyRow): boolean {
  return outcome === 'error' && /ran out of memory/.test(reason ?? '');
}
