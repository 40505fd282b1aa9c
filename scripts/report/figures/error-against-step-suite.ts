import { median } from 'simple-statistics';
import { list, number, plural } from '../../words/words.ts';
import type { Chart, Missing } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { DIFFICULT, mainCase, remakeOf, type StepCase, stepCases } from '../selection/step-cases.ts';
import { logAxis, quantitative } from '../theme/axes.ts';
import { chosenInLegend, methodEncoding } from '../theme/series.ts';
import { POINT, specification } from '../theme/specification.ts';
import {
  atBestStep,
  errorOfSearch,
  hasError,
  type StepPoint,
  type StepSeries,
  slopeOf,
  stepSeries,
} from './step-series.ts';
import { unansweredSentence } from './unanswered.ts';

const NAME = 'error-against-step-suite';
const USUAL = {
  name: NAME,
  title: 'Error of difference quotients against their step, on functions with a difficulty each',
  remake: `npm run bench -- --harness error --suite ${DIFFICULT}`,
};

/** The prediction is right if it is off by no more than this factor. */
const AGREEMENT = 10;
/** An error that a method which searches for its step should come to, as a multiple of the derivative. */
const ACCURATE = 1e-8;
/** Errors outside of this range stand at its ends. */
const RANGE = [1e-17, 1e3] as const;
/** Points drawn for a decade of steps, each the median of its neighbours. */
const POINTS_PER_DECADE = 1;
const PANEL_WIDTH = 158;
/** Functions that are drawn: more make a page that nobody loads. */
const MOST_PANELS = 30;
/** One in so many bears the marker of its method, for those who can't tell the colours apart. */
const MARKED = 3;

interface OnProblem {
  readonly problem: string;
  /** |f'|; undefined where it is 0. */
  readonly slope: number | undefined;
  readonly series: StepSeries;
}

/** The survey's figure once for every function but the one that is drawn large. */
export function errorAgainstStepSuite({ errorVsStep, record }: Results): Chart | Missing {
  const cases = stepCases(errorVsStep).filter(({ rows }) => stepSeries(rows).length > 0);
  const main = mainCase(cases);
  const others = cases.filter((each) => each.suite === DIFFICULT || each !== main);
  const shown = others.slice(0, MOST_PANELS).sort((a, b) => (a.title < b.title ? -1 : 1));
  const rows = shown.flatMap((each) => each.rows);
  const drawn = shown.flatMap(({ title, rows: own }) =>
    stepSeries(own).map((series) => ({ problem: title, slope: slopeOf(own), series })),
  );
  if (drawn.length === 0) {
    const why = 'There are no errors of difference quotients of the scalar suite in error-vs-step.csv.';
    return { ...USUAL, kind: 'missing', why };
  }
  const titleOf = (row: (typeof rows)[number]) => shown.find((each) => each.rows.includes(row))!.title;
  const failed = rows.filter((row) => row.h !== undefined && !hasError(row));
  const level = [...new Set(drawn.filter(({ slope }) => slope === undefined).map(({ problem }) => problem))];
  return {
    ...describedAs(shown, record),
    kind: 'chart',
    alternative: `Relative error over step, both logarithmic, in ${plural(new Set(drawn.map(({ problem }) => problem)).size, 'panel')}: lines measured, dashed lines predicted.`,
    reading: [
      ...[...new Set(drawn.map(({ series }) => series.method))].map((method) =>
        agreementWords(
          method,
          drawn.filter(({ series }) => series.method === method),
        ),
      ),
      ...(level.length > 0 ? [`On ${list(level)}, where the derivative is 0, the absolute error is drawn.`] : []),
      ...(others.length > shown.length ? [`Of ${others.length} functions the first ${shown.length} are drawn.`] : []),
      ...unansweredSentence('Steps without an error', failed, titleOf),
    ],
    spec: specOf(drawn),
  };
}

function describedAs(shown: readonly StepCase[], record: Results['record']) {
  if (shown.every(({ suite }) => suite === DIFFICULT)) return USUAL;
  return {
    name: NAME,
    title: 'Error of difference quotients against their step, function by function',
    remake: remakeOf(shown, record),
  };
}

/** On how many problems the error at the predicted best step is as predicted, and on which it is not. */
function agreementWords(method: string, drawn: readonly OnProblem[]): string {
  const searches = drawn.map(({ problem, slope = 1, series }) => ({ problem, error: errorOfSearch(series), slope }));
  if (searches.every(({ error }) => error !== undefined)) {
    const missed = searches.filter(({ error, slope }) => !(error! <= ACCURATE * slope)).map(({ problem }) => problem);
    return (
      `${method} searches for its step, and h is only the first that it tries, so that there is no best one to predict: from nine in ten of them it ` +
      `comes to an error of at most ${number(ACCURATE, 1)} on ${drawn.length - missed.length} of ${plural(drawn.length, 'problem')}` +
      `${missed.length > 0 ? `, not on ${list(missed)}` : ''}.`
    );
  }
  const verdicts = drawn.map(({ problem, series }) => ({ problem, verdict: verdictOf(series) }));
  const named = (verdict: Verdict) => verdicts.filter((each) => each.verdict === verdict).map(({ problem }) => problem);
  const others = (['larger', 'smaller', 'outside the sweep', 'not predicted'] as const)
    .map((verdict) => ({ verdict, problems: named(verdict) }))
    .filter(({ problems }) => problems.length > 0)
    .map(({ verdict, problems }) => `${WORDS[verdict]} ${list(problems)}`);
  return (
    `Around the best step that is predicted for ${method}, the median error is within a factor of ${AGREEMENT} of the prediction on ` +
    `${named('as predicted').length} of ${plural(drawn.length, 'problem')}${others.length > 0 ? `; ${others.join('; ')}` : ''}.`
  );
}

const WORDS = {
  larger: 'it is larger on',
  smaller: 'it is smaller on',
  'outside the sweep': 'the best step is outside of the sweep on',
  'not predicted': 'theory gives no best step on',
};
type Verdict = 'as predicted' | keyof typeof WORDS;

function verdictOf(series: StepSeries): Verdict {
  const best = atBestStep(series);
  if (typeof best === 'string') return best;
  if (best.measured > AGREEMENT * best.predicted) return 'larger';
  return best.measured < best.predicted / AGREEMENT ? 'smaller' : 'as predicted';
}

/** Error and prediction as multiples of f', a few points a decade. */
function thinned(points: readonly StepPoint[], slope: number) {
  const groupOf = ({ h }: StepPoint) => Math.floor(Math.log10(h) * POINTS_PER_DECADE + 1e-9);
  return [...new Set(points.map(groupOf))].map((group, i) => {
    const own = points.filter((point) => groupOf(point) === group);
    const middle = (values: readonly number[]) => withinRange(median(values) / slope);
    return {
      h: rounded(median(own.map(({ h }) => h))),
      error: middle(own.map(({ error }) => error)),
      predicted: middle(own.map(({ predicted }) => predicted)),
      ...(i % MARKED === 0 && { marked: true }),
    };
  });
}

function withinRange(error: number): number {
  return rounded(Math.min(RANGE[1], Math.max(RANGE[0], error)));
}

/** To three digits, which is more than can be seen: there are thousands of them. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

function specOf(drawn: readonly OnProblem[]): Chart['spec'] {
  const points = drawn.flatMap(({ problem, slope, series }) =>
    thinned(series.points, slope ?? 1).map((point) => ({ problem, method: series.method, ...point })),
  );
  const { color, shape, opacity } = methodEncoding(drawn.map(({ series }) => series.method));
  const legend = { title: null, orient: 'top', columns: 3 } as const;
  const axis = { ...logAxis, values: [1e-16, 1e-8, 1] };
  const y = quantitative('error', null, { scale: { type: 'log', domainMin: RANGE[0], domainMax: RANGE[1] }, axis });
  const measured = {
    x: quantitative('h', null, { scale: { type: 'log' }, axis }),
    y,
    color: { ...color, legend },
    opacity,
  };
  const body: Chart['spec'] = {
    data: { values: points },
    params: chosenInLegend('method', 'measured'),
    facet: {
      field: 'problem',
      type: 'nominal',
      header: { title: null, labelFontSize: 12, labelPadding: 4, labelLimit: PANEL_WIDTH },
    },
    columns: 4,
    spacing: { row: 10, column: 14 },
    spec: {
      width: PANEL_WIDTH,
      height: 80,
      layer: [
        { name: 'measured', mark: { type: 'line', strokeWidth: 1.8 }, encoding: measured },
        {
          transform: [{ filter: 'datum.marked' }],
          mark: { ...POINT, size: 30 },
          encoding: { ...measured, shape: { ...shape, legend } },
        },
        {
          mark: { type: 'line', strokeWidth: 1.2, strokeDash: [4, 3] },
          encoding: { ...measured, y: { ...y, field: 'predicted' } },
        },
      ],
    },
  };
  return specification(body, 'Relative error over step h. Lines: measured (median over a decade). Dashed: predicted.');
}
