/** Sentences on the error of difference quotients against their step. */
import { list, number } from '../../words/words.ts';
import { atBestStep, type ExactAnswer, errorOfSearch, type StepSeries, slopes } from './step-series.ts';

/** An error this many times below the median of its neighbours is luck. */
const LUCKY = 2;

/** Both branches of every formula in one sentence each. */
export function slopeWords(series: readonly StepSeries[]): string[] {
  const fitted = series.map((each) => ({ method: each.method, ...slopes(each) }));
  const branch = (side: 'truncation' | 'roundOff', words: string) => {
    const found = fitted.flatMap(({ method, [side]: slope }) =>
      slope ? [`${number(slope.exponent)} for ${method}`] : [],
    );
    return found.length > 0 ? [`${words}, the error has a fitted slope of ${list(found)}.`] : [];
  };
  return [
    ...branch('truncation', 'Above the best step, where truncation counts'),
    ...branch('roundOff', 'Below it, where round-off counts'),
  ];
}

/** The predicted best step beside what was measured there. */
export function bestWords(series: StepSeries): string {
  const searched = errorOfSearch(series);
  if (searched !== undefined) {
    return (
      `${series.method} searches for its step, and h is only the first that it tries: from nine in ten of them it comes to an error of ` +
      `at most ${number(searched, 2)}.`
    );
  }
  const best = atBestStep(series);
  const { h, error } = series.points.reduce((a, b) => (b.error < a.error ? b : a));
  if (typeof best === 'string') return withoutBest(series) ?? `The best step of ${series.method} is ${best}.`;
  const single = `${number(error, 2)} at h = ${number(h, 2)}`;
  const luck =
    error < best.measured / LUCKY
      ? `by luck a single one comes down to ${single}`
      : `no step does much better, the best has ${single}`;
  return (
    `For ${series.method} theory predicts a best step of ${number(best.step, 2)} with an error of ${number(best.predicted, 2)}; ` +
    `the steps around it have a median of ${number(best.measured, 2)}, and ${luck}.`
  );
}

/** The sentence for a prediction without a minimum, since it knows one of both errors only; undefined for any other. */
function withoutBest({ method, points }: StepSeries): string | undefined {
  const [shortest, longest] = [points[0]!, points.at(-1)!];
  const always = (holds: (a: number, b: number) => boolean) =>
    points.length > 1 && points.every(({ predicted }, i) => i === 0 || holds(points[i - 1]!.predicted, predicted));
  if (always((a, b) => a > b)) {
    const { h, error } = points.reduce((a, b) => (b.error <= a.error ? b : a));
    return (
      `Theory knows no truncation error of ${method} here, and so no best step: it predicts ${number(longest.predicted, 2)} for the longest, ` +
      `h = ${number(longest.h, 2)}; the least error is ${number(error, 2)}, at h = ${number(h, 2)}.`
    );
  }
  if (!always((a, b) => a < b)) return undefined;
  const level = Math.max(...points.slice(0, Math.ceil(points.length / 2)).map(({ error }) => error));
  const beyond = points.findIndex(({ error }) => error > level);
  const last = points[beyond === -1 ? points.length - 1 : beyond - 1]!;
  return (
    `Theory knows no round-off error of ${method} that a short step makes larger, and so no best step: from h = ${number(shortest.h, 2)} ` +
    `to ${number(last.h, 2)} the error is at most ${number(level, 2)}.`
  );
}

/** The methods without a step, those without any error at their floor. */
export function exactWords(exact: readonly ExactAnswer[], series: readonly StepSeries[], floor: number): string[] {
  if (exact.length === 0) return [];
  const worst = exact.reduce((a, b) => (b.error > a.error ? b : a));
  const best = series.map(atBestStep).flatMap((each) => (typeof each === 'string' ? [] : [each.measured]));
  const digits = Math.log10(Math.min(...best) / worst.error);
  const beside =
    digits > 0 && Number.isFinite(digits)
      ? `, ${number(digits, 2)} digits better than the best difference quotient`
      : '';
  const without = exact.filter(({ error }) => error === 0).map(({ method }) => method);
  return [
    `Methods without a step have an error of at most ${number(worst.error, 2)} (${worst.method})${beside}.`,
    ...(without.length > 0
      ? [
          `${list(without)}: no error at all, drawn at u |f′| = ${number(floor, 2)} with u = 2⁻⁵³, since 0 has no place on this axis.`,
        ]
      : []),
  ];
}
