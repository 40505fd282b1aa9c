import { logAverage, median } from 'simple-statistics';
import { doubtfulRatio } from '../../tables/reading/known-time.ts';
import { list, number, plural } from '../../words/words.ts';
import type { Chart, Missing } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { BY_HAND, distinct, isDerivative, isDifference } from '../selection/derivative-rows.ts';
import { type OutOfTime, type SpeedAndDigits, speedAndDigits } from '../selection/speed-and-digits.ts';
import { decades, digitsAxis, quantitative } from '../theme/axes.ts';
import { inOrder } from '../theme/methods.ts';
import { chosenInLegend, methodEncoding } from '../theme/series.ts';
import { POINT, panelsBy, specification } from '../theme/specification.ts';
import { doubtfulWords } from './unanswered.ts';

/** As accurate as the best is a method that has at most so many digits less. */
const DIGITS_BEHIND = 1;

/** Time against correct digits of every method, a panel a suite. */
export function speedAgainstAccuracy(results: Results): Chart | Missing {
  const described = {
    name: 'speed-against-accuracy',
    title: 'Speed against accuracy',
    remake: 'npm run bench -- --harness accuracy,timing',
  };
  const { marks, out } = speedAndDigits(results);
  if (marks.length === 0) {
    const why = 'There is no derivative that has both a time in timing.csv and correct digits in accuracy.csv.';
    return { ...described, kind: 'missing', why };
  }
  const drawn = distinct(marks.map(({ suite }) => suite));
  const suites = distinct([...results.accuracy, ...results.timing].map(({ suite }) => suite));
  const undrawn = suites.filter((suite) => !drawn.includes(suite));
  return {
    ...described,
    kind: 'chart',
    alternative:
      `Correct digits (median) over time as a multiple of f (geometric mean, logarithmic), one mark a method, in ` +
      `${plural(drawn.length, 'panel')}: ${list(drawn)}. Fast and accurate is at the upper left.`,
    reading: [
      ...winners(marks, drawn),
      ...digitsLost(marks, drawn),
      ...(marks.some(isPartial) ? ['A hollow mark is of a method that did not answer every case of the suite.'] : []),
      ...unknownTimes(results),
      ...withoutMark(out, drawn),
      ...(undrawn.length > 0 ? [`Without times, so not drawn: ${list(undrawn)}.`] : []),
    ],
    spec: specOf(marks, drawn),
  };
}

function isPartial({ answered, cases }: SpeedAndDigits): boolean {
  return answered < cases;
}

/** How many times are in no mark, although they were measured: their marks are hollow. */
function unknownTimes({ timing }: Results): string[] {
  const words = doubtfulWords(timing.filter((row) => isDerivative(row) && doubtfulRatio(row) !== undefined));
  return words.map((sentence) => `${sentence} A mark that lacks such a time is hollow.`);
}

/** Who is not drawn because it ran out of time, suite by suite. */
function withoutMark(out: readonly OutOfTime[], suites: readonly string[]): string[] {
  const places = suites.flatMap((suite) => {
    const methods = out.filter((each) => each.suite === suite).map(({ method }) => method);
    return methods.length > 0 ? [`${list(methods)} in ${suite}`] : [];
  });
  return places.length > 0
    ? [`Without a mark, since a mean of the cases that ended in time would flatter them: ${places.join('; ')}.`]
    : [];
}

/** Who is the fastest of those that are as accurate as the best, in how many suites, and by which factor. */
function winners(marks: readonly SpeedAndDigits[], suites: readonly string[]): string[] {
  const best = suites.flatMap((suite) => {
    const whole = marks.filter((mark) => mark.suite === suite && !isPartial(mark) && mark.method !== BY_HAND);
    const mostDigits = Math.max(...whole.map(({ digits }) => digits));
    const [first, second] = whole.filter(({ digits }) => digits >= mostDigits - DIGITS_BEHIND);
    return first ? [{ method: first.method, factor: second && second.ratio / first.ratio }] : [];
  });
  if (best.length === 0) return ['No automatic method answered every case of a suite.'];
  const methods = inOrder(best.map(({ method }) => method));
  const counted = methods
    .map((method) => ({ method, won: best.filter((each) => each.method === method) }))
    .sort((a, b) => b.won.length - a.won.length)
    .map(({ method, won }) => {
      const factors = won.flatMap(({ factor }) => factor ?? []);
      const lead = factors.length > 0 ? ` (${number(logAverage(factors))} times as fast as the next)` : '';
      return `${method} in ${won.length}${lead}`;
    });
  return [
    `Of the automatic methods that answer every case of a suite with at most ${plural(DIGITS_BEHIND, 'digit')} less than the most ` +
      `accurate, the fastest in ${plural(best.length, 'suite')} is: ${list(counted)}.`,
  ];
}

/** Digits that difference quotients lose against the most accurate method of the suite, in the middle of the suites. */
function digitsLost(marks: readonly SpeedAndDigits[], suites: readonly string[]): string[] {
  const lost = inOrder(marks.map(({ method }) => method).filter(isDifference)).flatMap((method) => {
    const losses = suites.flatMap((suite) => {
      const own = marks.filter((mark) => mark.suite === suite);
      const exact = own.filter((mark) => !isDifference(mark.method)).map(({ digits }) => digits);
      const mark = own.find((each) => each.method === method);
      return mark && exact.length > 0 ? [Math.max(...exact) - mark.digits] : [];
    });
    return losses.length > 0 ? [`${method} loses ${number(median(losses), 2)} digits`] : [];
  });
  return lost.length > 0 ? [`Against the most accurate method, ${list(lost)} (median of the suites).`] : [];
}

function specOf(marks: readonly SpeedAndDigits[], suites: readonly string[]): Chart['spec'] {
  const { color, shape, opacity } = methodEncoding(marks.map(({ method }) => method));
  const ratios = decades(marks.map(({ ratio }) => ratio));
  return specification({
    data: { values: [...marks] },
    params: chosenInLegend('method'),
    columns: 3,
    spacing: { row: 12, column: 32 },
    ...panelsBy('suite', suites, { labelPadding: 4 }),
    spec: {
      width: 142,
      height: 132,
      mark: { ...POINT, size: 90, strokeWidth: 2, filled: false },
      encoding: {
        x: quantitative('ratio', 'time / time of f', ratios),
        y: digitsAxis('correct digits'),
        stroke: color,
        fill: color,
        fillOpacity: { condition: { test: 'datum.answered < datum.cases', value: 0 }, value: 1 },
        shape,
        opacity,
      },
    },
  });
}
