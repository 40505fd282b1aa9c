import { list, number, plural } from '../../words/words.ts';
import type { Cell, Missing, Table } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { distinct } from '../selection/derivative-rows.ts';

type SlopeRow = Results['oneSided'][number];

/** Slopes to the left and to the right of kinks, as two answers and not as an error. */
export function oneSidedSlopes({ oneSided }: Results): Table | Missing {
  const described = {
    name: 'one-sided-slopes',
    title: 'Slopes to the left and to the right of kinks',
    remake: 'npm run bench -- --harness steps --suite scalar',
  };
  const rows = oneSided.filter(({ side, slope }) => side !== undefined && slope !== undefined);
  if (rows.length === 0) {
    return { ...described, kind: 'missing', why: 'There are no slopes at kinks in one-sided.csv.' };
  }
  const heads = ['problem', 'x', 'found by', 'left', 'right', 'true left', 'true right', 'convention'];
  return {
    ...described,
    kind: 'table',
    columns: heads.map((text, i) => ({ head: { text }, align: i === 0 || i === 2 ? 'left' : 'right' })),
    rows: kinks(rows).map(rowOf),
    reading: [readingOf(rows)],
  };
}

/** The rows of one kink and formula together. */
function kinks(rows: readonly SlopeRow[]): (readonly SlopeRow[])[] {
  const keyOf = ({ suite, problem, x, formula }: SlopeRow) => JSON.stringify([suite, problem, x, formula]);
  return distinct(rows.map(keyOf)).map((key) => rows.filter((row) => keyOf(row) === key));
}

function rowOf(kink: readonly SlopeRow[]): Cell[] {
  const [first] = kink;
  const cell = (value: number | undefined, row?: SlopeRow): Cell =>
    value === undefined
      ? { text: '' }
      : {
          text: number(value, 5),
          value,
          ...(row && row.outcome !== 'ok' && { tone: 'wrong', note: row.reason ?? '' }),
        };
  const left = kink.find(({ side }) => side === 'left');
  const right = kink.find(({ side }) => side === 'right');
  return [
    { text: first!.problem! },
    cell(first!.x),
    { text: first!.formula === 'quotient' ? 'one quotient' : 'extrapolation' },
    cell(left?.slope, left),
    cell(right?.slope, right),
    cell(left?.exact_slope),
    cell(right?.exact_slope),
    cell(first!.convention),
  ];
}

function readingOf(rows: readonly SlopeRow[]): string {
  const off = rows.filter(({ outcome }) => outcome !== 'ok').length;
  const worst = distinct(rows.map(({ formula }) => formula)).map((formula) => {
    const errors = rows.filter((row) => row.formula === formula).map((row) => row.absolute_error ?? Number.NaN);
    return `${number(Math.max(...errors), 2)} by ${formula === 'quotient' ? 'one quotient' : 'extrapolation'}`;
  });
  const places = plural(distinct(rows.map(({ problem, x }) => JSON.stringify([problem, x]))).length, 'kink');
  return (
    `At ${places} a function has two slopes, and a one-sided difference finds the slope of its side, off by at most ${list(worst)}` +
    `${off > 0 ? `; ${off} of ${plural(rows.length, 'slope')} are wrong` : ''}.`
  );
}
