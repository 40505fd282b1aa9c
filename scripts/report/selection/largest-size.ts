import { type CaseRow, distinct } from './derivative-rows.ts';

/** A problem at its largest size of which anything was asked; at its largest where nothing was. */
export interface LargestCase<R> {
  readonly suite: string;
  readonly problem: string;
  readonly size: number;
  /** Whether a method had to answer: some row is neither skipped nor unsupported. */
  readonly isAsked: boolean;
  readonly rows: readonly R[];
}

/** Every problem of these rows at its largest size, in the order of the rows. */
export function largestCases<R extends CaseRow>(rows: readonly R[]): LargestCase<R>[] {
  const problemOf = ({ suite, problem }: CaseRow) => JSON.stringify([suite, problem]);
  return distinct(rows.map(problemOf)).map((key) => {
    const own = rows.filter((row) => problemOf(row) === key);
    const asked = own.filter(({ outcome }) => outcome !== 'skipped' && outcome !== 'unsupported');
    const size = Math.max(...distinct((asked.length > 0 ? asked : own).map((row) => row.size)));
    return {
      suite: own[0]!.suite ?? '',
      problem: own[0]!.problem ?? '',
      size,
      isAsked: asked.length > 0,
      rows: own.filter((row) => row.size === size),
    };
  });
}
