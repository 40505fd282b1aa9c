import { median } from 'simple-statistics';
import { list, number, plural, powerOfTen, time } from '../../../words/words.ts';
import type { Descent, DescentPoint, Trained } from './descents.ts';

const GOAL_EXPONENT = -6;
/** Training has reached its goal where the loss is above the smallest by no more than this. */
export const GOAL = 10 ** GOAL_EXPONENT;
/** The goal in words. */
export const GOAL_TEXT = powerOfTen(GOAL_EXPONENT);
/** A drift that stays below this is what rounding makes: some thousand units of it. */
const ROUNDING = 1e-13;
/** A drift has levelled off where it is within this factor of what it was before. */
const LEVEL = 3;

/** The first logged step at which the goal is reached. */
export function reached({ points }: Descent): DescentPoint | undefined {
  return points.find(({ above }) => above <= GOAL);
}

/** By which step the goal is reached, and how far the losses are from each other on the way. */
export function stepSentences({ descents, smallestLoss }: Trained): string[] {
  const steps = descents.flatMap((each) => reached(each)?.step ?? []);
  const [fewest, most] = [Math.min(...steps), Math.max(...steps)];
  const goal = `within ${GOAL_TEXT} of the smallest loss (${number(smallestLoss, 6)})`;
  const late = descents.filter((each) => !reached(each)).map(({ method }) => method);
  const by = fewest === most ? `step ${most}` : `steps ${fewest} to ${most}`;
  const spread = spreadOf(descents, smallestLoss);
  return [
    ...(steps.length > 0 ? [`Fed by ${plural(steps.length, 'method')}, the descent is ${goal} by ${by}.`] : []),
    ...(late.length > 0 ? [`Fed by ${list(late)}, it does not come ${goal}.`] : []),
    ...(spread === undefined
      ? []
      : [`At no step do the losses of two methods differ by more than ${number(spread, 2)} of the loss.`]),
  ];
}

/** The largest difference of two losses at the same step, relative to the smaller of them. */
function spreadOf(descents: readonly Descent[], smallestLoss: number): number | undefined {
  const byStep = new Map<number, number[]>();
  for (const { step, above } of descents.flatMap(({ points }) => points)) {
    byStep.set(step, [...(byStep.get(step) ?? []), above + smallestLoss]);
  }
  const spreads = [...byStep.values()].flatMap((losses) => {
    const smallest = Math.min(...losses);
    const spread = (Math.max(...losses) - smallest) / Math.abs(smallest);
    return losses.length > 1 && Number.isFinite(spread) ? [spread] : [];
  });
  return spreads.length > 0 ? Math.max(...spreads) : undefined;
}

interface Drifts {
  readonly method: string;
  /** In the order of steps, from the first. */
  readonly drifts: readonly number[];
  readonly largest: number;
}

/** How far the weights are from where they ought to be: by rounding alone, or by a drift that levels off. */
export function driftSentences({ descents, comparedWith }: Trained): string[] {
  const all = descents.flatMap(({ method, points }): Drifts[] => {
    const drifts = points.flatMap(({ step, drift }) => (step > 0 && drift !== undefined ? [drift] : []));
    return drifts.length > 0 ? [{ method, drifts, largest: Math.max(...drifts) }] : [];
  });
  const rounded = all.filter(({ largest }) => largest <= ROUNDING);
  const others = all.filter(({ largest }) => largest > ROUNDING);
  const levels = others.flatMap(({ method, drifts }) => {
    const level = levelOf(drifts);
    return level === undefined ? [] : [`${number(level, 2)} with ${method}`];
  });
  const ends = others
    .filter(({ drifts }) => levelOf(drifts) === undefined)
    .map(({ method, drifts }) => `${number(drifts.at(-1)!, 2)} with ${method}`);
  const reference = comparedWith === 'by hand' ? 'the gradient by hand' : (comparedWith ?? 'another gradient');
  return [
    ...(rounded.length > 0 ? [roundedSentence(rounded, reference)] : []),
    ...(levels.length > 0 ? [`The drift levels off at ${list(levels)}.`] : []),
    ...(ends.length > 0 ? [`The drift ends at ${list(ends)}.`] : []),
  ];
}

function roundedSentence(rounded: readonly Drifts[], reference: string): string {
  const largest = number(Math.max(...rounded.map((each) => each.largest)), 2);
  const whose = rounded.length === 1 ? rounded[0]!.method : plural(rounded.length, 'method');
  return `The weights of ${whose} stay within ${largest}, relative to their length, of those of the same descent with ${reference}: that is rounding.`;
}

/**
 * Where a drift levels off: its median over the last third of the steps, if it was much the same over the third before.
 */
function levelOf(drifts: readonly number[]): number | undefined {
  const third = Math.max(1, Math.floor(drifts.length / 3));
  const last = median(drifts.slice(-third));
  const before = drifts.slice(-2 * third, -third);
  const isLevel = before.length > 0 && last / LEVEL <= median(before) && median(before) <= last * LEVEL;
  return isLevel ? last : undefined;
}

/** Who reaches the goal first and who last, preparation included, and for whom this is most of the time. */
export function timeSentences({ descents, weights }: Trained): string[] {
  const times = descents.flatMap((each) => {
    const at = reached(each)?.time;
    return at !== undefined && at > 0 ? [{ method: each.method, at, isPrepared: each.preparation! > at / 2 }] : [];
  });
  const [first, ...rest] = [...times].sort((a, b) => a.at - b.at);
  const last = rest.at(-1);
  if (!first) return [];
  const fastest = `With ${plural(weights, 'weight')}, in one run from a cold start, ${first.method} is within ${GOAL_TEXT} of the smallest loss after ${time(first.at)}`;
  const prepared = times.filter(({ isPrepared }) => isPrepared).map(({ method }) => method);
  return [
    last
      ? `${fastest}, ${last.method} after ${time(last.at)}, ${number(last.at / first.at, 2)} times as long.`
      : `${fastest}.`,
    ...(prepared.length > 0 ? [`With ${list(prepared)} most of that time is preparation.`] : []),
  ];
}

/** Who is not drawn, and why. */
export function otherSentence({ others, weights }: Trained): string[] {
  const reasons = new Map<string, string>();
  for (const { method = '', outcome, reason } of others) {
    const why = reason?.replace(`${method} `, '');
    if (!reasons.has(method)) reasons.set(method, why ? `${outcome}: ${why}` : `${outcome}`);
  }
  const groups = [...new Set(reasons.values())].map((why) => {
    const methods = [...reasons].filter(([, each]) => each === why).map(([method]) => method);
    return `${list(methods)} (${why})`;
  });
  return groups.length > 0 ? [`Not drawn with ${plural(weights, 'weight')}: ${list(groups)}.`] : [];
}
