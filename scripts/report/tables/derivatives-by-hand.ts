import { doubtfulRatio, knownRatio } from '../../tables/reading/known-time.ts';
import { list, number, plural } from '../../words/words.ts';
import type { Cell, Missing, Table } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { BY_HAND, distinct, isDerivative } from '../selection/derivative-rows.ts';
import { rankingOf } from '../selection/ranking.ts';

interface SuiteByHand {
  readonly suite: string;
  readonly problems: number;
  /** Those whose derivative is written by hand. */
  readonly written: number;
  /** Geometric mean of time / time of f. */
  readonly ratio: number | undefined;
  /** Cases whose time is known, and those that were timed. */
  readonly cases: number;
  readonly timed: number;
  readonly worstDigits: number | undefined;
}

/** Why a mean is not over all cases that were timed. */
const NOT_ALL_KNOWN = 'the times of the others are not known';

/** Cost and accuracy of hand-written derivatives, suite by suite. */
export function derivativesByHand(results: Results): Table | Missing {
  const described = {
    name: 'derivatives-by-hand',
    title: 'Cost and accuracy of derivatives by hand',
    remake: `npm run bench -- --harness accuracy,timing --method ${BY_HAND}`,
  };
  const suites = distinct([...results.accuracy, ...results.timing].map(({ suite }) => suite))
    .map((suite) => byHandIn(suite, results))
    .filter(({ written }) => written > 0);
  if (suites.length === 0) {
    return { ...described, kind: 'missing', why: `There is no derivative by the method ${BY_HAND} in these results.` };
  }
  const heads = ['suite', 'problems', 'by hand', 'cases timed', 'time / time of f', 'digits of the worst entry'];
  return {
    ...described,
    kind: 'table',
    columns: heads.map((text, i) => ({ head: { text }, align: i === 0 ? 'left' : 'right' })),
    rows: suites.map(({ suite, problems, written, cases, timed, ratio, worstDigits }) => [
      { text: suite },
      { text: String(problems), value: problems },
      { text: String(written), value: written },
      cases === timed ? { text: String(cases), value: cases } : { text: `${cases} of ${timed}`, note: NOT_ALL_KNOWN },
      numeric(ratio),
      numeric(worstDigits),
    ]),
    reading: readingOf(suites),
  };
}

function byHandIn(suite: string, { accuracy, timing }: Results): SuiteByHand {
  const isOwn = (row: { readonly suite: string | undefined }) => row.suite === suite;
  const all = [...accuracy, ...timing].filter(isOwn);
  const problemsOf = (rows: typeof all) => distinct(rows.map(({ problem }) => problem)).length;
  const right = accuracy.filter(
    (row) => isOwn(row) && row.method === BY_HAND && isDerivative(row) && row.outcome === 'ok',
  );
  const digits = right.flatMap((row) => row.digits ?? []).filter((each) => Number.isFinite(each));
  const timed = timing.filter((row) => isOwn(row) && row.method === BY_HAND && isDerivative(row));
  const [standing] = rankingOf(timed, knownRatio).complete;
  return {
    suite,
    problems: problemsOf(all),
    written: problemsOf(all.filter((row) => row.method === BY_HAND && isDerivative(row) && isWritten(row.outcome))),
    ratio: standing?.mean,
    cases: standing?.answered ?? 0,
    timed: (standing?.answered ?? 0) + timed.filter((row) => doubtfulRatio(row) !== undefined).length,
    worstDigits: digits.length > 0 ? Math.min(...digits) : undefined,
  };
}

/** Whether there is a derivative by hand, right or not. */
function isWritten(outcome: string | undefined): boolean {
  return outcome !== 'unsupported' && outcome !== 'skipped';
}

function numeric(value: number | undefined): Cell {
  return value === undefined ? { text: 'not measured', tone: 'skipped' } : { text: number(value), value };
}

function readingOf(suites: readonly SuiteByHand[]): string[] {
  const timed = suites.flatMap(({ suite, ratio }) => (ratio === undefined ? [] : [{ suite, value: ratio }]));
  const judged = suites.flatMap(({ suite, worstDigits }) =>
    worstDigits === undefined ? [] : [{ suite, value: worstDigits }],
  );
  const total = (count: (suite: SuiteByHand) => number) => suites.reduce((sum, suite) => sum + count(suite), 0);
  const written = total((suite) => suite.written);
  const missing = total((suite) => suite.problems) - written;
  return [
    `A derivative by hand exists for ${plural(written, 'problem')} in ${list(suites.map(({ suite }) => suite))}` +
      `${missing > 0 ? `, and for ${missing} it does not` : ''}.`,
    ...rangeOf(timed).map((range) => `It costs ${range} evaluations of f (geometric mean of a suite).`),
    ...rangeOf(judged).map((range) => `Of its worst entry ${range} digits are correct.`),
  ];
}

/** From the least to the most, with their suites; nothing of nothing. */
function rangeOf(values: readonly { readonly suite: string; readonly value: number }[]): string[] {
  const sorted = [...values].sort((a, b) => a.value - b.value);
  const [least, most] = [sorted[0], sorted.at(-1)].map((each) => each && `${number(each.value)} (${each.suite})`);
  if (least === undefined) return [];
  return [sorted.length === 1 ? least : `${least} to ${most}`];
}
