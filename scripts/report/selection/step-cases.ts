/** Which functions the rows of error against step are of. */
import type { Results } from '../content/results.ts';
import { distinct } from './derivative-rows.ts';
import { groupsOf } from './groups.ts';

type StepRow = Results['errorVsStep'][number];

/** A function whose step was swept: a problem at a size, along a line if it has several variables. */
export interface StepCase {
  readonly suite: string;
  readonly problem: string;
  readonly size: number;
  readonly along: string | undefined;
  /** Its name: as much as tells it from the others. */
  readonly title: string;
  readonly rows: readonly StepRow[];
}

/** The functions of these rows, in their order. */
export function stepCases(rows: readonly StepRow[]): StepCase[] {
  const groups = groupsOf(rows, ({ suite, problem, size, along }) => [suite, problem, size, along]);
  const firsts = groups.map(([first]) => first);
  return groups.map((own): StepCase => {
    const { suite = '', problem = '', size = 0, along } = own[0];
    const others = firsts.filter((row) => row.problem === problem);
    const isAmbiguous = distinct(others.map((row) => row.suite)).length > 1;
    const isOneOfSizes = distinct(others.filter((row) => row.suite === suite).map((row) => row.size)).length > 1;
    const name = isAmbiguous ? `${suite}/${problem}` : problem;
    const title = `${name}${isOneOfSizes ? `, n = ${size}` : ''}${along === undefined ? '' : ` along ${along}`}`;
    return { suite, problem, size, along, title, rows: own };
  });
}

/** Whether it is the survey's function l_4. */
export function isSurvey({ suite, problem, size }: Pick<StepCase, 'suite' | 'problem' | 'size'>): boolean {
  return suite === 'logistic-map' && problem === 'nested' && size === 4;
}

/** The suite whose functions have a difficulty each: they are compared, and none of them stands alone beside others. */
export const DIFFICULT = 'scalar';

/**
 * The function that is drawn large: the survey's where it is there, else the user's own, else one without a special
 * difficulty, or the only one.
 */
export function mainCase(cases: readonly StepCase[]): StepCase | undefined {
  return (
    cases.find(isSurvey) ??
    cases.find(({ suite }) => suite === 'plugin') ??
    cases.find(({ suite }) => suite !== DIFFICULT) ??
    (cases.length === 1 ? cases[0] : undefined)
  );
}

/** The command that makes the rows of these functions again. */
export function remakeOf(cases: readonly StepCase[], record: Results['record']): string {
  const suites = distinct(cases.map(({ suite }) => suite));
  const problems = distinct(cases.map(({ problem }) => problem));
  const lines = distinct(cases.map(({ along }) => along));
  return [
    'npm run bench --',
    ...(suites.includes('plugin') ? (record?.options.plugins ?? []) : []).map((file) => `--plugin ${file}`),
    `--harness error --suite ${suites.join(',')}`,
    ...(problems.length === 1 ? [`--problem ${problems[0]}`] : []),
    ...lines.map((line) => `--along ${line}`),
  ].join(' ');
}
