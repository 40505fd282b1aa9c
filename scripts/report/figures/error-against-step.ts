import { list, number } from '../../words/words.ts';
import type { Chart, Missing } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { isSurvey, mainCase, remakeOf, stepCases } from '../selection/step-cases.ts';
import { decades, logAxis, quantitative } from '../theme/axes.ts';
import { inOrder } from '../theme/methods.ts';
import { chosenInLegend, methodEncoding } from '../theme/series.ts';
import { POINT, specification } from '../theme/specification.ts';
import {
  atBestStep,
  type ExactAnswer,
  exactAnswers,
  hasError,
  type StepSeries,
  slopeOf,
  stepSeries,
} from './step-series.ts';
import { bestWords, exactWords, slopeWords } from './step-words.ts';
import { unansweredSentence } from './unanswered.ts';

/** Its name where it is the survey's function, and how its rows are made. */
const SURVEY = { title: 'l₄', place: 'l₄ at 0.2', remake: 'npm run bench -- --harness error --suite logistic-map' };

/** Half the distance from 1 to the next double. */
const UNIT_ROUNDOFF = 2 ** -53;

/**
 * Error of difference quotients against their step, with the prediction and exact methods beside them: the survey's
 * figure, of its l_4 or of what function there is.
 */
export function errorAgainstStep({ errorVsStep, record }: Results): Chart | Missing {
  const cases = stepCases(errorVsStep);
  const main = mainCase(cases.filter(({ rows }) => stepSeries(rows).length > 0)) ?? mainCase(cases);
  const named =
    main === undefined || isSurvey(main)
      ? SURVEY
      : { title: main.title, place: main.title, remake: remakeOf([main], record) };
  const described = {
    name: 'error-against-step',
    title: `Error of difference quotients of ${named.place} against their step`,
    remake: named.remake,
  };
  const rows = main?.rows ?? [];
  const series = stepSeries(rows);
  if (series.length === 0) {
    const reason = rows.find((row) => row.reason)?.reason;
    const why = `There are no errors of difference quotients of ${named.title} in error-vs-step.csv${reason ? ` (${reason})` : ''}.`;
    return { ...described, kind: 'missing', why };
  }
  const exact = exactAnswers(rows);
  const failed = rows
    .map((row) => (row.absolute_error === Number.POSITIVE_INFINITY ? { ...row, outcome: 'infinite' } : row))
    .filter((row) => !hasError(row));
  const floor = UNIT_ROUNDOFF * (slopeOf(rows) ?? 1);
  return {
    ...described,
    kind: 'chart',
    alternative:
      `Absolute error over step h, both logarithmic, for ${list(series.map(({ method }) => method))}: points measured, dashed lines predicted. ` +
      'Errors fall with h down to a best step and rise again below it. Methods without a step are level lines at the bottom.',
    reading: [
      ...slopeWords(series),
      ...series.map(bestWords),
      ...exactWords(exact, series, floor),
      ...unansweredSentence('Without an error', failed, ({ method }) => method!),
    ],
    spec: specOf(series, exact, floor),
  };
}

/** Marks of methods that coincide stand side by side on their line. */
function placesOf(exact: readonly ExactAnswer[], series: readonly StepSeries[]) {
  const exponents = series.flatMap(({ points }) => points.map(({ h }) => Math.log10(h)));
  const [first, last] = [Math.min(...exponents), Math.max(...exponents)];
  const methods = inOrder(exact.map(({ method }) => method));
  return (method: string) => 10 ** (first + ((methods.indexOf(method) + 0.5) * (last - first)) / methods.length);
}

/** The predicted best steps. Their labels stand on the left, where below the line of round-off errors no point is. */
function bestSteps(series: readonly StepSeries[]) {
  return series.flatMap((each) => {
    const best = atBestStep(each);
    if (typeof best === 'string') return [];
    return [{ method: each.method, h: best.step, error: best.predicted, label: `best h ${number(best.step, 2)}` }];
  });
}

/** The predicted errors above `least`: of every other step, which is enough for a line, and the last. */
function predictions(series: readonly StepSeries[], least: number) {
  return series.flatMap(({ method, points }) =>
    points
      .filter(({ predicted }, i) => predicted >= least && (i % 2 === 0 || i === points.length - 1))
      .map(({ h, predicted }) => ({ method, h, predicted })),
  );
}

function specOf(series: readonly StepSeries[], exact: readonly ExactAnswer[], floor: number): Chart['spec'] {
  const { shape, ...style } = methodEncoding([...series, ...exact].map(({ method }) => method));
  const x = quantitative('h', 'step h', { scale: { type: 'log' }, axis: logAxis });
  const place = placesOf(exact, series);
  const levels = exact.map(({ method, error }) => ({
    method,
    'absolute error': error,
    error: error || floor,
    place: place(method),
  }));
  const points = series.flatMap(({ method, points }) =>
    points.map(({ h, error, predicted }) => ({ method, h, error, predicted })),
  );
  const measured = points.filter(({ error }) => error > 0 && Number.isFinite(error));
  const predicted = predictions(series, floor / 10); // truncation alone falls below any rounding
  const best = bestSteps(series);
  const { scale } = decades([
    ...[...measured, ...best, ...levels].map(({ error }) => error),
    ...predicted.map((each) => each.predicted),
  ]);
  const y = quantitative('error', 'absolute error', { scale, axis: logAxis });
  const body: Chart['spec'] = {
    width: 500,
    height: 390,
    params: chosenInLegend('method', 'measured'),
    layer: [
      {
        data: { values: [...new Set(levels.map(({ error }) => error))].map((error) => ({ error })) },
        mark: { type: 'rule', opacity: 0.35 },
        encoding: { y },
      },
      {
        name: 'measured',
        data: { values: measured },
        mark: { ...POINT, size: 16 },
        encoding: { ...style, x, y, shape },
      },
      {
        data: { values: predicted },
        mark: { type: 'line', strokeDash: [6, 4] },
        encoding: { ...style, x, y: { ...y, field: 'predicted' } },
      },
      {
        data: { values: best },
        layer: [
          { mark: { ...POINT, size: 170, filled: false, strokeWidth: 2.5 }, encoding: { ...style, x, y } },
          {
            mark: { type: 'text', align: 'right', baseline: 'top', dx: -9, dy: 7, fontWeight: 600 },
            encoding: { ...style, x, y, text: { field: 'label' } },
          },
        ],
      },
      {
        data: { values: levels },
        mark: { ...POINT, size: 90 },
        encoding: { ...style, x: { ...x, field: 'place' }, y, shape },
      },
    ],
  };
  return specification(body, 'Points: measured. Dashed: predicted. Level lines: methods without a step.');
}
