import { LEAST_FORKS } from '../../statistics/statistics.ts';
import { plural } from '../../words/words.ts';
import type { Comparison, JudgedTime } from '../comparison/comparison.ts';
import { statusOf, unsettled } from '../comparison/comparison.ts';
import type { Finding } from '../exact/compare-rows.ts';
import type { UnknownTime } from '../time/timed-cases.ts';

/** A change as a percentage with its sign: +12.3 %. */
export function percent(change: number): string {
  if (!Number.isFinite(change)) return 'any';
  const value = 100 * change;
  return `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(Math.abs(value) < 99.95 ? 1 : 0)} %`;
}

/** The outcome in one sentence. */
export function verdictSentence(comparison: Comparison): string {
  const { findings, shifts, times, obstacles } = comparison;
  const shifted = shifts.filter(({ kind }) => kind === 'worse').length;
  const otherwise = unsettled(comparison).length;
  const worse = findings.filter(({ kind }) => kind === 'worse').length;
  const slower = times.filter(({ verdict }) => verdict === 'slower').length;
  const status = statusOf(comparison);
  const found = [
    ...(worse > 0 ? [`${worse} worse by count, size, error or outcome`] : []),
    ...(shifted > 0 ? [`${shifted} worse over most problems at once`] : []),
    ...(slower > 0 ? [`${slower} slower${comparison.timesAre === 'gate' ? '' : ' (advice only)'}`] : []),
  ].join(', ');
  if (status === 1 && found === '' && otherwise > 0)
    return `Not as in the base: ${plural(otherwise, 'row')} of exact evidence, for no worse (--strict): update the baseline.`;
  if (status === 1) return `Worse: ${found || 'a case passed its time limit'}.`;
  if (status === 3) return `Not comparable: ${obstacles.length === 1 ? 'a reason is' : 'reasons are'} below.`;
  return found === '' ? 'Nothing is worse.' : `Nothing is worse that counts here: ${found}.`;
}

/** Names of the kinds of change, worst first. */
export const KINDS: readonly (readonly [kind: Finding['kind'], title: string])[] = [
  ['worse', 'Worse'],
  ['slower than the limit', 'Ran out of time now'],
  ['missing', 'Missing from the head'],
  ['changed', 'Changed, for no worse'],
  ['better', 'Better'],
  ['within the limit', 'Answers in time now'],
  ['added', 'New'],
];

/** Times worth a line: those that changed, and those for which the comparison cannot tell, worst first. */
export function notableTimes(
  times: readonly JudgedTime[],
): Readonly<Record<'slower' | 'faster' | 'cannot tell', JudgedTime[]>> {
  const of = (wanted: JudgedTime['verdict']) => times.filter(({ verdict }) => verdict === wanted);
  return {
    slower: of('slower').sort((a, b) => b.change - a.change),
    faster: of('faster').sort((a, b) => a.change - b.change),
    'cannot tell': of('cannot tell')
      .filter((time) => !hasTooFewForks(time))
      .sort((a, b) => b.high - a.high),
  };
}

/** Cases without a verdict, those that only the head does not know first. */
export function unknownTitles({
  unknown,
}: Comparison): readonly (readonly [title: string, found: readonly UnknownTime[]])[] {
  return [
    ['Time known in the base, not known in the head (advice only)', unknown.filter((each) => each.isKnownInBase)],
    ['Time not known in the base', unknown.filter((each) => !each.isKnownInBase)],
  ];
}

/** Times without a verdict that too few forks measured, in a sentence; empty where there are none. */
export function tooFewForks(times: readonly JudgedTime[]): string {
  const few = times.filter((time) => time.verdict === 'cannot tell' && hasTooFewForks(time)).length;
  if (few === 0) return '';
  return `${few} of ${times.length} times were measured in fewer than ${LEAST_FORKS} forks on a side: they are inconclusive; measure with --forks 8.`;
}

function hasTooFewForks({ forks }: JudgedTime): boolean {
  return Math.min(...forks) < LEAST_FORKS;
}

/** How times were judged, in a sentence. */
export function judgingSentence({ judging, timesAre, times }: Comparison): string {
  const worth = timesAre === 'gate' ? 'They gate.' : `They only advise: ${timesAre.advice}.`;
  const ratios = times.filter(({ measure }) => measure === 'ratio').length;
  const absolute =
    times.length === ratios ? '' : `, and ${times.length - ratios} absolute ones, since forks of both sides took turns`;
  return `${ratios} times as ratios to the primal of the same fork${absolute}, by rank sums over forks; a change may be reported from ${percent(judging.threshold / 2)} on, and matters from ${percent(judging.threshold)} on; any false alarm in the whole comparison: at most ${Number((100 * judging.level).toPrecision(3))} %. ${worth}`;
}
