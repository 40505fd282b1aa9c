/** Announcements of rows that are wrong, held against the rows that came. */
import type { Operator } from '../../../methods/method.ts';
import type { ExpectedWrong } from '../../../suites/expected-wrong.ts';
import type { Catalogue } from '../plan/catalogue.ts';

/** The row that an announcement is matched by. */
export interface AnnouncedRow {
  readonly suite: string | undefined;
  readonly problem: string | undefined;
  readonly method?: string | undefined;
  readonly operator?: string | undefined;
  readonly size?: number | undefined;
  readonly h?: number | undefined;
  readonly outcome: string | undefined;
}

const ERROR_VS_STEP = 'error-vs-step';
/** Tables whose rows judge every point of a problem, so that what is announced must come true in them. */
const ALL_POINTS: readonly string[] = ['accuracy', 'timing'];

/** The announcements that the row is wrong. */
export function announcementsOf(catalogue: Catalogue, table: string, row: AnnouncedRow): readonly ExpectedWrong[] {
  const entry = catalogue.problems.find(({ suite, problem }) => suite === row.suite && problem.name === row.problem);
  return (entry?.problem.expectWrong ?? []).filter((announced) => isAbout(announced, table, row));
}

function isAbout({ methods, operators, sizes, steps }: ExpectedWrong, table: string, row: AnnouncedRow): boolean {
  const asked = row.operator ?? (table === ERROR_VS_STEP ? 'gradient' : undefined);
  if (!operators.some((operator: Operator) => operator === asked)) return false;
  if (!methods.some((method) => method === row.method)) return false;
  if (sizes && !sizes.some((size) => size === row.size)) return false;
  if (row.h === undefined) return steps === undefined;
  return steps !== undefined && row.h >= steps[0] && row.h <= steps[1];
}

/**
 * The rows that are right although they were announced to be wrong, with what is to be done. Of a range of steps it is
 * the first row, where no row is wrong. An announcement for some points only may fail to come true.
 */
export function staleAnnouncements<R extends AnnouncedRow>(
  catalogue: Catalogue,
  table: string,
  rows: readonly R[],
): ReadonlyMap<R, string> {
  const stale = new Map<R, string>();
  const ranges = new Map<string, { readonly announced: ExpectedWrong; readonly rows: R[] }>();
  for (const row of rows.filter(({ outcome }) => outcome === 'ok' || outcome === 'wrong')) {
    for (const announced of announcementsOf(catalogue, table, row).filter(({ atSomePoints }) => !atSomePoints)) {
      if (announced.steps) {
        const key = [row.suite, row.problem, row.method, ...announced.steps].join(' ');
        const range = ranges.get(key) ?? { announced, rows: [] };
        ranges.set(key, range);
        range.rows.push(row);
      } else if (row.outcome === 'ok' && ALL_POINTS.includes(table)) stale.set(row, why(announced));
    }
  }
  for (const { announced, rows } of ranges.values()) {
    if (rows.every(({ outcome }) => outcome === 'ok')) stale.set(rows[0]!, why(announced));
  }
  return stale;
}

function why({ reason }: ExpectedWrong): string {
  return `right, although \`expectWrong\` of the problem announces it to be wrong (${reason}): narrow the announcement`;
}
